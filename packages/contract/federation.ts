import { z } from 'zod'
import { Identifier, RegionKey } from './parameters.ts'

/** Form of the feed; a reader refuses a higher one. */
export const feedFormat = 1

/** Kinds of records in the order in which they build upon each other. */
export const feedKinds = [
  'source',
  'unit',
  'service',
  'supplement',
  'local-parts',
  'withdrawal',
  'responsibilities',
] as const
export type FeedKind = (typeof feedKinds)[number]

/** Id of a node: made by itself, the same for as long as its database lives. */
export const NodeId = z
  .string()
  .regex(/^[0-9a-f]{12}$/, 'A node is twelve hexadecimal digits')
  .meta({ description: 'Id of an installation of Amtsweg' })

/** One record of a node’s catalogue as it is now, or that it is gone. */
export const FeedItem = z
  .object({
    kind: z
      .string()
      .max(40)
      .meta({ description: `One of ${feedKinds.join(', ')}; later versions may know more` }),
    id: z.string().min(1).max(300),
    origin: NodeId.meta({
      description: 'The node where it is kept; what others keep is passed on as theirs',
    }),
    source: z.string().min(1).max(120).meta({ description: 'Id of the source at its origin' }),
    version: z.number().int().nonnegative().meta({ description: 'Grows with every change at its origin' }),
    deleted: z.boolean().default(false),
    record: z.record(z.string(), z.unknown()).optional().meta({ description: 'Left out where it is gone' }),
  })
  .meta({ id: 'FeedItem' })
export type FeedItem = z.infer<typeof FeedItem>

/** Some changes of a node’s catalogue, the oldest first. */
export const ChangePage = z
  .object({
    format: z.number().int(),
    node: NodeId,
    items: z.array(FeedItem).max(1_000),
    next: z.string().max(200).meta({ description: 'Where to go on, now or later' }),
    complete: z.boolean().meta({ description: 'Whether these are all there are at the moment' }),
  })
  .meta({ id: 'ChangePage' })
export type ChangePage = z.infer<typeof ChangePage>

export const ChangesQuery = z.object({
  since: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: '`next` of the last page; left out: everything there is' }),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
  without: NodeId.optional().meta({ description: 'Leaves out what this node itself has written' }),
})

export const XzufiQuery = z.object({
  version: z.enum(['2.2', '2.3.1']).default('2.2').meta({ description: 'Version of XZuFi' }),
})

export const subscriptionKinds = ['amtsweg', 'xzufi', 'xzufi-changes'] as const

/** What to subscribe to. */
export const SubscriptionBody = z
  .object({
    kind: z
      .enum(subscriptionKinds)
      .default('amtsweg')
      .meta({ description: 'Another Amtsweg, or a file of XZuFi: the whole, or changes only' }),
    url: z.url({ protocol: /^https?$/, error: 'An address begins with https://' }).max(1_000),
    areas: z.array(RegionKey).max(50).default([]).meta({
      description: 'Only what holds in these areas, which the other node keeps from now on; none = all',
    }),
    everyMinutes: z.number().int().min(5).max(129_600).default(15),
  })
  .meta({ id: 'SubscriptionBody' })
export type SubscriptionBody = z.infer<typeof SubscriptionBody>

export const SubscriptionPath = z.object({ id: Identifier })

/** A subscription and how it goes. Times are RFC 3339 UTC. */
export const Subscription = z
  .object({
    id: z.string(),
    kind: z.enum(subscriptionKinds),
    url: z.string(),
    areas: z.array(RegionKey),
    authority: z.string().nullable().meta({ description: 'Who made it; null = the operator' }),
    everyMinutes: z.number().int(),
    node: z.string().nullable().meta({ description: 'Id of the other node, once it has answered' }),
    state: z.enum(['waiting', 'working', 'failing']),
    triedAt: z.string().nullable(),
    succeededAt: z.string().nullable(),
    changedAt: z.string().nullable(),
    nextDueAt: z.string().nullable(),
    records: z.number().int().meta({ description: 'Records here that came by it' }),
    written: z.number().int().meta({ description: 'Of the last change' }),
    deleted: z.number().int(),
    withheld: z
      .array(z.object({ reason: z.string(), count: z.number().int() }))
      .meta({ description: 'Records that were sent and are not taken, by reason' }),
    error: z
      .object({ code: z.string(), text: z.string().meta({ description: 'What to do, in German' }) })
      .nullable(),
  })
  .meta({ id: 'Subscription' })
export type Subscription = z.infer<typeof Subscription>

export const SubscriptionList = z.object({ items: z.array(Subscription) }).meta({ id: 'SubscriptionList' })

/** What was found at an address. */
export const SubscriptionCheck = z
  .object({
    reachable: z.boolean(),
    node: z.string().nullable(),
    error: Subscription.shape.error,
  })
  .meta({ id: 'SubscriptionCheck' })
export type SubscriptionCheck = z.infer<typeof SubscriptionCheck>
