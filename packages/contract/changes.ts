import { z } from 'zod'
import { PageQuery } from './parameters.ts'

/** Who did something: one of both, or neither where a schedule did it by itself. Ids, never names. */
export const Doer = z
  .object({
    clerk: z.string().nullable().meta({ description: 'Id of the clerk who had signed in' }),
    token: z.string().nullable().meta({ description: 'Id of the token' }),
  })
  .meta({ id: 'Doer' })
export type Doer = z.infer<typeof Doer>

/** Where something is read and written, below /api/v1. */
export const EditAddress = z
  .string()
  .max(1_000)
  .regex(/^\/[!-~]+$/, 'An address below /api/v1, such as /units/rathaus/record')
  .meta({ description: 'Address below /api/v1, such as /units/rathaus/record' })

const SubjectName = z.string().nullable().meta({
  description: 'What it is called now, in German; null where nothing is there',
})

/** One change of something, as it can be undone. */
export const HistoryItem = z
  .object({
    id: z.string().meta({ description: 'Number of its entry in the trail of changes' }),
    at: z.string().meta({ description: 'RFC 3339 UTC' }),
    by: Doer,
    action: z.string().meta({ description: 'What was done, such as supplements.put' }),
    subject: EditAddress,
    name: SubjectName,
    undoes: z.string().nullable().meta({ description: 'The change that this one undid' }),
    kept: z.boolean().meta({
      description: 'Whether its contents are kept; they are not where they were very long, or erased',
    }),
  })
  .meta({ id: 'HistoryItem' })
export type HistoryItem = z.infer<typeof HistoryItem>

/** The same with what the change found and left; null = nothing. */
export const HistoryEntry = HistoryItem.extend({ before: z.unknown(), after: z.unknown() }).meta({
  id: 'HistoryEntry',
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const HistoryPath = z.object({ id: z.string().regex(/^\d{1,9}$/, 'The number of a change') })
export const HistorySubject = z.object({ subject: EditAddress })
export const HistoryQuery = PageQuery.extend({ subject: EditAddress.optional() })

/** What undoing came to. */
export const Undone = z
  .object({
    subject: EditAddress,
    change: z
      .string()
      .nullable()
      .meta({ description: 'The change that undid it, to be undone itself; null where all was so already' }),
  })
  .meta({ id: 'Undone' })
export type Undone = z.infer<typeof Undone>

const problemPart = z.object({ pointer: z.string(), detail: z.string() })

/** Where a draft stands. */
export const DraftState = z.enum([
  'draft',
  'submitted',
  'rejected',
  'approved',
  'scheduled',
  'conflict',
  'published',
])
export type DraftState = z.infer<typeof DraftState>

/** How something shall be, as it is sent: the body of a PUT to `subject`. It may be unfinished. */
export const DraftBody = z
  .object({
    subject: EditAddress,
    wanted: z
      .unknown()
      .meta({ description: 'As a PUT to `subject` would take it; null = it shall be taken back' }),
    basedOn: z
      .string()
      .regex(/^"[\w-]{1,60}"$/, 'An ETag such as "abc"')
      .nullable()
      .meta({ description: 'ETag of what it builds on; null = there is nothing yet' }),
    note: z
      .string()
      .trim()
      .min(1)
      .max(1_000)
      .optional()
      .meta({ description: 'A word to whoever looks at it' }),
  })
  .meta({ id: 'DraftBody' })
export type DraftBody = z.infer<typeof DraftBody>

/** A draft without what it says. */
const DraftFacts = z.object({
  id: z.string(),
  subject: EditAddress,
  state: DraftState,
  authors: z.array(Doer).meta({ description: 'Everybody who has written in it' }),
  approvedBy: Doer.nullable(),
  note: z.string().nullable(),
  reason: z.string().nullable().meta({
    description: 'rejected: why, in words; conflict: code of the problem that kept it from being published',
  }),
  publishAt: z.string().nullable().meta({ description: 'RFC 3339 UTC' }),
  change: z.string().nullable().meta({ description: 'published: the change it became, to be undone' }),
  createdAt: z.string().meta({ description: 'RFC 3339 UTC' }),
  updatedAt: z.string().meta({ description: 'RFC 3339 UTC' }),
})

/** A draft in a list. */
export const DraftItem = DraftFacts.extend({ name: SubjectName }).meta({ id: 'DraftItem' })
export type DraftItem = z.infer<typeof DraftItem>

/** A draft with all it says. */
export const Draft = DraftFacts.extend({
  wanted: z.unknown().meta({ description: 'As it was sent; null = it shall be taken back' }),
  basedOn: z.string().nullable(),
  base: z.unknown().meta({ description: 'What it builds on, as far as it is known; null = nothing' }),
  errors: z
    .array(problemPart)
    .meta({ description: 'What is wrong or missing in it, before it can be submitted' }),
}).meta({ id: 'Draft' })
export type Draft = z.infer<typeof Draft>

export const DraftPath = z.object({
  id: z.string().regex(/^[A-Za-z0-9-]{8,60}$/, 'An id has 8 to 60 letters, digits and hyphens'),
})
export const DraftQuery = PageQuery.extend({
  state: z
    .enum([...DraftState.options, 'unpublished'])
    .optional()
    .meta({ description: '`unpublished`: in any state but `published`' }),
  subject: EditAddress.optional(),
})
/** Why a draft is not approved of. */
export const Rejection = z.object({ reason: z.string().trim().min(1).max(2_000) }).meta({ id: 'Rejection' })
/** When a draft shall be published. */
export const PublishTime = z
  .object({ at: z.iso.datetime({ error: 'A moment in UTC such as 2026-12-24T11:00:00Z' }) })
  .meta({ id: 'PublishTime' })
