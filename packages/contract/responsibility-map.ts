import { z } from 'zod'
import { AreaKey, Identifier, RegionKey } from './parameters.ts'

const NamedArea = z.object({ regionKey: RegionKey, name: z.string() })

/**
 * One of the answers that Gemeinden share. `gap`: the service is described there and nobody answers. `overlap`: several units, and
 * nothing tells which is whose. `absent`: the service is not described or not offered there.
 */
export const AreaAnswer = z
  .object({
    kind: z.enum(['answered', 'overlap', 'gap', 'absent']),
    units: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        note: z.string().optional(),
        origin: z.enum(['own', 'imported', 'derived']),
      }),
    ),
    recordedFor: NamedArea.nullable()
      .optional()
      .meta({ description: 'Where it is recorded; null = everywhere; absent where nothing is' }),
  })
  .meta({ id: 'AreaAnswer' })
export type AreaAnswer = z.infer<typeof AreaAnswer>

export const ResponsibilityMapQuery = z.object({
  service: Identifier,
  area: AreaKey.optional().meta({ description: 'An area of one’s own; left out, all of it' }),
})

/** Who is responsible for one service in each Gemeinde of an area, by key. */
export const ResponsibilityMap = z
  .object({
    service: z.object({ id: z.string(), title: z.string(), lang: z.string() }),
    area: NamedArea,
    answers: z.array(AreaAnswer),
    areas: z.array(
      z.object({
        regionKey: RegionKey,
        name: z.string(),
        answer: z.number().int().meta({ description: 'Position in `answers`' }),
      }),
    ),
  })
  .meta({ id: 'ResponsibilityMap' })
export type ResponsibilityMap = z.infer<typeof ResponsibilityMap>
