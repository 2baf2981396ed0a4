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

/** One change of something, as it can be undone. */
export const HistoryItem = z
  .object({
    id: z.string().meta({ description: 'Number of its entry in the trail of changes' }),
    at: z.string().meta({ description: 'RFC 3339 UTC' }),
    by: Doer,
    action: z.string().meta({ description: 'What was done, such as supplements.put' }),
    subject: EditAddress,
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
