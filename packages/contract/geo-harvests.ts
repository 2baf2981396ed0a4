import { z } from 'zod'
import { GeoAudience, GeoCollectionPath, GeoLicenceCode } from './geodata.ts'
import { Identifier } from './parameters.ts'

/** What to keep a copy of. */
export const GeoHarvestBody = z
  .object({
    url: z
      .url({ protocol: /^https?$/, error: 'An address begins with https://' })
      .max(1_000)
      .meta({
        description: 'Of a collection of OGC API Features, here or elsewhere: …/collections/{id}',
      }),
    collection: GeoCollectionPath.shape.id.max(60).meta({ description: 'Id of the copy' }),
    token: z.string().min(1).max(500).nullable().default(null).meta({
      description: 'Opens collections that are not for everybody; told to nobody afterwards',
    }),
    audience: GeoAudience.nullable().default(null).meta({
      description: 'Who may read the copy at most; null = whoever may read it there',
    }),
    licence: GeoLicenceCode.nullable().default(null).meta({
      description: 'For a server that names none that we know',
    }),
    provider: z.string().trim().min(1).max(300).nullable().default(null),
    everyMinutes: z.number().int().min(15).max(129_600).default(1_440),
  })
  .meta({ id: 'GeoHarvestBody' })
export type GeoHarvestBody = z.infer<typeof GeoHarvestBody>

const Count = z.number().int()
const Time = z.string().nullable()

/** A copy that is kept in step, and how it goes. Times are RFC 3339 UTC. */
export const GeoHarvest = z
  .object({
    id: z.string(),
    authority: z.string(),
    collection: z.string(),
    url: z.string(),
    kind: z.enum(['node', 'ogc-features']).nullable().meta({
      description:
        'Another Amtsweg, which tells its changes, or a server that is read as a whole; null = nobody knows yet',
    }),
    hasToken: z.boolean(),
    audience: GeoAudience.nullable(),
    licence: z.string().nullable(),
    provider: z.string().nullable(),
    everyMinutes: Count,
    node: z.string().nullable(),
    state: z.enum(['waiting', 'working', 'failing']),
    read: Count.nullable().meta({ description: 'Features read so far of what is being read aside' }),
    expected: Count.nullable(),
    features: Count.meta({ description: 'Features of the copy that readers see' }),
    put: Count,
    gone: Count,
    triedAt: Time,
    succeededAt: Time,
    changedAt: Time,
    nextDueAt: Time,
    error: z
      .object({ code: z.string(), text: z.string().meta({ description: 'What to do, in German' }) })
      .nullable(),
  })
  .meta({ id: 'GeoHarvest' })
export type GeoHarvest = z.infer<typeof GeoHarvest>

export const GeoHarvestList = z.object({ items: z.array(GeoHarvest) }).meta({ id: 'GeoHarvestList' })
export const GeoHarvestPath = z.object({ id: Identifier })
export const GeoHarvestRemoval = z.object({
  copy: z.enum(['keep', 'remove']).default('keep').meta({
    description: 'Whether the copy stays, as the authority’s own collection',
  }),
})
