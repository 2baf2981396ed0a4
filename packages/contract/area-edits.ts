import { z } from 'zod'
import { AreaKey, Identifier, Lang, RegionKey } from './parameters.ts'

const situations = z.array(Identifier).max(1_000).default([])

/** How the authority of an area arranges life situations there; what it does not name stands as further up. */
export const LifeSituationSettings = z
  .object({
    regionKey: RegionKey,
    order: situations.meta({
      description: 'Life situations that come first among those beside them, in this order',
    }),
    hide: situations.meta({ description: 'Left out, with all below them' }),
    show: situations.meta({ description: 'Shown although an authority further up hides them' }),
    rename: z
      .record(Identifier, z.record(Lang, z.string().trim().min(1).max(120)))
      .default({})
      .meta({ description: 'Other names, by life situation and language' }),
  })
  .meta({ id: 'LifeSituationSettings' })
export type LifeSituationSettings = z.infer<typeof LifeSituationSettings>
export const LifeSituationSettingsBody = LifeSituationSettings.omit({ regionKey: true }).meta({
  id: 'LifeSituationSettingsBody',
})
export type LifeSituationSettingsBody = z.infer<typeof LifeSituationSettingsBody>
export const SettingsAreaPath = z.object({ regionKey: AreaKey })

/** Words that the authority of an area adds to a service, by language. */
export const AreaKeywords = z
  .object({
    service: Identifier,
    regionKey: RegionKey,
    keywords: z.record(Lang, z.array(z.string().trim().min(1).max(120)).max(200)),
  })
  .meta({ id: 'AreaKeywords' })
export type AreaKeywords = z.infer<typeof AreaKeywords>
export const AreaKeywordsBody = AreaKeywords.pick({ keywords: true }).meta({ id: 'AreaKeywordsBody' })
