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

/** How a copy shall go on; its address and its id are what they are. */
export const GeoHarvestEdit = GeoHarvestBody.pick({ audience: true, licence: true, provider: true })
  .extend({
    everyMinutes: GeoHarvestBody.shape.everyMinutes.unwrap(),
    token: z.string().min(1).max(500).nullable().optional().meta({
      description: 'Left out, the one that is known stays; null = none any more',
    }),
    paused: z.boolean().meta({ description: 'Nothing is brought until it is false again' }),
  })
  .meta({ id: 'GeoHarvestEdit' })
export type GeoHarvestEdit = z.infer<typeof GeoHarvestEdit>

/** Where to look for collections. */
export const GeoOffersBody = z
  .object({
    url: GeoHarvestBody.shape.url.meta({
      description: 'Of a server, of its OGC API Features, or of one of its collections',
    }),
    token: GeoHarvestBody.shape.token,
  })
  .meta({ id: 'GeoOffersBody' })
export type GeoOffersBody = z.infer<typeof GeoOffersBody>

const Failure = z
  .object({ code: z.string(), text: z.string().meta({ description: 'What to do, in German' }) })
  .nullable()

/** A collection of another server that could be copied. */
export const GeoOffer = z
  .object({
    id: z.string().meta({ description: 'There' }),
    url: z.string(),
    title: z.string(),
    description: z.string(),
    kind: z.enum(['node', 'ogc-features']),
    licence: GeoLicenceCode.nullable().meta({ description: 'null = none that we know: it has to be chosen' }),
    provider: z.string().nullable(),
    audience: GeoAudience.nullable(),
    error: Failure.meta({ description: 'Why it cannot be copied' }),
  })
  .meta({ id: 'GeoOffer' })
export type GeoOffer = z.infer<typeof GeoOffer>

export const GeoOffers = z
  .object({
    items: z.array(GeoOffer),
    error: Failure.meta({ description: 'Why there is nothing to choose from' }),
  })
  .meta({ id: 'GeoOffers' })
export type GeoOffers = z.infer<typeof GeoOffers>

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
    state: z.enum(['waiting', 'working', 'failing', 'paused']),
    read: Count.nullable().meta({ description: 'Features read so far of what is being read aside' }),
    expected: Count.nullable(),
    features: Count.meta({ description: 'Features of the copy that readers see' }),
    put: Count,
    gone: Count,
    triedAt: Time,
    succeededAt: Time,
    changedAt: Time,
    nextDueAt: Time,
    error: Failure,
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
