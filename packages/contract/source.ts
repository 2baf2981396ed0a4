import { z } from 'zod'

/** Where data come from and on which terms; shown wherever the data are shown. */
export const Source = z
  .object({
    id: z.string(),
    name: z.string(),
    publisher: z.string().optional(),
    licence: z.string().optional(),
    licenceUrl: z.string().optional(),
    url: z.string().optional(),
    attribution: z.string().optional(),
    asOf: z.string().optional().meta({ description: 'ISO date the data describe (Stand)' }),
    invented: z.boolean().meta({ description: 'true for demo data that is made up' }),
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>

/** A source and how fresh its data are here. */
export const ListedSource = Source.extend({
  importedAt: z.string().meta({ description: 'When a file of it was last taken in, RFC 3339 UTC' }),
  checkedAt: z
    .string()
    .optional()
    .meta({ description: 'When it was last found to be current; only where this server looks by itself' }),
  refreshSeconds: z.number().int().optional().meta({ description: 'How often it looks' }),
}).meta({ id: 'ListedSource' })
export type ListedSource = z.infer<typeof ListedSource>
