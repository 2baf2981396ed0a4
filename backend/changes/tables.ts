import type { Selectable } from 'kysely'

/** What one change found and left: for whoever wants to undo it. The trail keeps hashes of both, and for good. */
export interface EditHistoryTable {
  /** Number of its entry in the trail. */
  seq: number
  /** RFC 3339 UTC. */
  at: string
  authority_id: string
  /** One of both; none where a schedule did it by itself. */
  token_id: string | null
  clerk_id: string | null
  /** Such as `supplements`. */
  kind: string
  /** Where it is read and written, below /api/v1. */
  address: string
  /** Such as `supplements.put`. */
  action: string
  /** JSON; null = nothing was there, or the contents are not kept. */
  before: string | null
  after: string | null
  /** Whether the contents are kept: 0 where they were too large, or were erased. */
  kept: number
  /** Number of the change that this one undid. */
  undoes: number | null
}
export type EditHistoryRow = Selectable<EditHistoryTable>

/** How something shall be, before it is. */
export interface EditDraftTable {
  id: string
  authority_id: string
  kind: string
  address: string
  /** JSON; null = it shall be taken back. */
  wanted: string | null
  /** ETag, without quotes, of what it builds on; null = nothing was there. */
  based_on: string | null
  /** JSON of what it builds on, as far as it is known. */
  base: string | null
  note: string | null
  state: string
  /** Who has written in it, with spaces between: `clerk:<id>` or `token:<id>`. */
  authors: string
  submitted_by: string | null
  approved_by: string | null
  /** Who has published it or said when it shall be. */
  released_by: string | null
  /** Why it was rejected, in words; or the code of the problem that kept it from being published. */
  reason: string | null
  /** RFC 3339 UTC. */
  publish_at: string | null
  /** Number of the change it became. */
  published: number | null
  created_at: string
  updated_at: string
}
export type EditDraftRow = Selectable<EditDraftTable>
