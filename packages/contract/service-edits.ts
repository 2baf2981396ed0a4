import { z } from 'zod'
import { AreaKey, Identifier, Lang, RegionKey } from './parameters.ts'
import { ModuleCode } from './services.ts'

/** What an authority adds to one module of a service, or says in its place where the text is left to it. */
export const SupplementEdit = z
  .object({
    code: ModuleCode,
    lang: Lang.default('de'),
    mode: z.enum(['addition', 'replacement']).default('addition'),
    html: z.string().min(1).max(100_000).meta({
      description: 'HTML or plain text; what is kept is told back without anything that is not allowed',
    }),
  })
  .meta({ id: 'SupplementEdit' })
export type SupplementEdit = z.infer<typeof SupplementEdit>

/** All that an authority adds to a service in one area: read, changed and sent back as a whole. */
export const SupplementSet = z
  .object({ service: Identifier, regionKey: RegionKey, items: z.array(SupplementEdit).max(200) })
  .meta({ id: 'SupplementSet' })
export type SupplementSet = z.infer<typeof SupplementSet>
export const SupplementSetBody = SupplementSet.pick({ items: true }).meta({ id: 'SupplementSetBody' })

/** Why an authority does not offer a service in one area, by language; none = it does. */
export const WithdrawalEdit = z
  .object({
    service: Identifier,
    regionKey: RegionKey,
    reasons: z.record(Lang, z.string().trim().min(1).max(2_000)),
  })
  .meta({ id: 'WithdrawalEdit' })
export type WithdrawalEdit = z.infer<typeof WithdrawalEdit>
export const WithdrawalBody = WithdrawalEdit.pick({ reasons: true })
  .refine(({ reasons }) => 'de' in reasons, { path: ['reasons'], error: 'The German reason is missing' })
  .meta({ id: 'WithdrawalBody' })

/** Where a description is edited: a service, and the area it is edited for. */
export const ServiceAreaPath = z.object({ id: Identifier, area: AreaKey })
