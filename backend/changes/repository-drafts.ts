import type { Db, Trx } from '../database/database.ts'
import type { DraftFacts, DraftState } from './draft-steps.ts'
import { eraseHistory } from './repository-history.ts'
import type { EditDraftRow } from './tables.ts'

/** Something as it shall be, and what has become of it so far. */
export interface KeptDraft extends DraftFacts {
  readonly id: string
  readonly authority: string
  readonly kind: string
  readonly address: string
  /** Undefined where it shall be taken back. */
  readonly wanted: unknown
  /** ETag of what it builds on. */
  readonly basedOn: string | null
  /** What it builds on; undefined where that is nothing, or not known. */
  readonly base: unknown
  readonly note: string | null
  readonly submittedBy: string | null
  /** Who has published it, or said when it shall be. */
  readonly releasedBy: string | null
  readonly reason: string | null
  /** RFC 3339 UTC. */
  readonly publishAt: string | null
  /** Number of the change it became. */
  readonly published: number | null
  readonly createdAt: string
  readonly updatedAt: string
}

/** Which drafts: of one authority, of these kinds, perhaps in one state or of one thing. */
export interface DraftQuery {
  readonly authority: string
  readonly kinds: readonly string[]
  readonly state?: DraftState | 'unpublished' | undefined
  readonly address?: string | undefined
  readonly from: number
  readonly limit: number
}

/** Drafts, the one that was touched last first. */
export async function listDrafts(
  db: Db,
  { authority, kinds, state, address, from, limit }: DraftQuery,
): Promise<readonly KeptDraft[]> {
  let query = db
    .selectFrom('edit_draft')
    .selectAll()
    .where('authority_id', '=', authority)
    .where('kind', 'in', ['', ...kinds])
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .offset(from)
    .limit(limit)
  if (state === 'unpublished') query = query.where('state', '!=', 'published')
  else if (state !== undefined) query = query.where('state', '=', state)
  if (address !== undefined) query = query.where('address', '=', address)
  return (await query.execute()).map(toDraft)
}

/** A draft, whosever it is. */
export async function findDraft(db: Db, id: string): Promise<KeptDraft | undefined> {
  const row = await db.selectFrom('edit_draft').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDraft(row)
}

/** Keeps a draft as it is now. */
export async function saveDraft(trx: Trx, draft: KeptDraft): Promise<void> {
  const { id, ...columns } = toRow(draft)
  await trx
    .insertInto('edit_draft')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

export async function deleteDraft(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('edit_draft').where('id', '=', id).execute()
}

/** Ids of scheduled drafts whose time has come, the earliest first; only reads. `now` is RFC 3339 UTC. */
export async function dueDrafts(db: Db, now: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('edit_draft')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('publish_at', '<=', now)
    .orderBy('publish_at')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ id }) => id)
}

/** Forgets drafts that were published before a moment (RFC 3339 UTC): the history has what became of them. */
export async function pruneDrafts(db: Db, before: string): Promise<void> {
  await db
    .deleteFrom('edit_draft')
    .where('state', '=', 'published')
    .where('updated_at', '<', before)
    .execute()
}

/** Whether there is one of them; only reads. */
export async function hasDraftsBefore(db: Db, moment: string): Promise<boolean> {
  const row = await db
    .selectFrom('edit_draft')
    .select('id')
    .where('state', '=', 'published')
    .where('updated_at', '<', moment)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Deletes drafts of one thing, and empties those that were published: that they were, by whom and when, stays. */
async function eraseDrafts(trx: Trx, authority: string, address: string): Promise<void> {
  const open = trx
    .deleteFrom('edit_draft')
    .where('authority_id', '=', authority)
    .where('address', '=', address)
  await open.where('state', '<>', 'published').execute()
  await trx
    .updateTable('edit_draft')
    .set({ wanted: null, base: null, note: null, reason: null })
    .where('authority_id', '=', authority)
    .where('address', '=', address)
    .execute()
}

/** Forgets what one thing ever said or was to say, in the history and in drafts. */
export async function forget(trx: Trx, authority: string, address: string): Promise<void> {
  await eraseHistory(trx, authority, address)
  await eraseDrafts(trx, authority, address)
}

const toRow = (draft: KeptDraft): EditDraftRow => ({
  id: draft.id,
  authority_id: draft.authority,
  kind: draft.kind,
  address: draft.address,
  wanted: textOf(draft.wanted),
  based_on: draft.basedOn,
  base: textOf(draft.base),
  note: draft.note,
  state: draft.state,
  authors: draft.authors.join(' '),
  submitted_by: draft.submittedBy,
  approved_by: draft.approvedBy,
  released_by: draft.releasedBy,
  reason: draft.reason,
  publish_at: draft.publishAt,
  published: draft.published,
  created_at: draft.createdAt,
  updated_at: draft.updatedAt,
})

const toDraft = (row: EditDraftRow): KeptDraft => ({
  id: row.id,
  authority: row.authority_id,
  kind: row.kind,
  address: row.address,
  wanted: contentOf(row.wanted),
  basedOn: row.based_on,
  base: contentOf(row.base),
  note: row.note,
  state: row.state as DraftState,
  authors: row.authors.split(' '),
  submittedBy: row.submitted_by,
  approvedBy: row.approved_by,
  releasedBy: row.released_by,
  reason: row.reason,
  publishAt: row.publish_at,
  published: row.published,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const textOf = (content: unknown): string | null => (content === undefined ? null : JSON.stringify(content))
const contentOf = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))
