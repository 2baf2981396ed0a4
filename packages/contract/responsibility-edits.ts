import { z } from 'zod'
import { Identifier, RegionKey } from './parameters.ts'
import { Role } from './responsibility.ts'

/** One unit that acts for a service in an area. */
export const ResponsibilityEdit = z
  .object({
    unit: Identifier,
    role: Role,
    note: z.string().trim().min(1).max(2_000).optional(),
    basis: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'Law or published record this rests on' }),
  })
  .meta({ id: 'ResponsibilityEdit' })
export type ResponsibilityEdit = z.infer<typeof ResponsibilityEdit>

/** All who act for a service in one area as its authority says: read, changed and sent back as a whole. */
export const ResponsibilitySet = z
  .object({ service: Identifier, regionKey: RegionKey, items: z.array(ResponsibilityEdit).max(50) })
  .meta({ id: 'ResponsibilitySet' })
export type ResponsibilitySet = z.infer<typeof ResponsibilitySet>
export const ResponsibilitySetBody = ResponsibilitySet.pick({ items: true }).meta({
  id: 'ResponsibilitySetBody',
})
