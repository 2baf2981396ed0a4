import type { Db, Trx } from '../database/database.ts'
import type { EditHistoryRow } from './tables.ts'
import type { Who } from './who.ts'

/** One change with what it found and left; undefined where nothing was or is. */
export interface HistoryEntry extends Who {
  /** Number of its entry in the trail. */
  readonly seq: number
  /** RFC 3339 UTC. */
  readonly at: string
  readonly authority: string
  readonly kind: string
  readonly address: string
  readonly action: string
  readonly before: unknown
  readonly after: unknown
  readonly undoes: number | undefined
}

/** The same as it is kept: perhaps without its contents. */
export type KeptEntry = HistoryEntry & { readonly isKept: boolean }

/** Longest content, in characters, that is kept. Nearly every one has less than a hundredth. */
const longest = 256 * 1024
/** Changes of one thing whose contents are kept; a program that writes every minute must not fill the disk. */
const perThing = 50

/** Keeps what a change found and left, in its transaction. */
export async function keepHistory(trx: Trx, entry: HistoryEntry): Promise<void> {
  const before = textOf(entry.before)
  const after = textOf(entry.after)
  const fits = Math.max(before?.length ?? 0, after?.length ?? 0) <= longest
  const { seq, at, authority, token, clerk, kind, address, action, undoes = null } = entry
  await trx
    .insertInto('edit_history')
    .values({
      ...{
        seq,
        at,
        authority_id: authority,
        token_id: token,
        clerk_id: clerk,
        kind,
        address,
        action,
        undoes,
      },
      ...(fits ? { before, after, kept: 1 } : { before: null, after: null, kept: 0 }),
    })
    .execute()
  const older = await trx
    .selectFrom('edit_history')
    .select('seq')
    .where('authority_id', '=', authority)
    .where('address', '=', address)
    .orderBy('seq', 'desc')
    .offset(perThing)
    .limit(1)
    .executeTakeFirst()
  if (!older) return
  await trx
    .deleteFrom('edit_history')
    .where('authority_id', '=', authority)
    .where('address', '=', address)
    .where('seq', '<=', older.seq)
    .execute()
}

const textOf = (content: unknown): string | null => (content === undefined ? null : JSON.stringify(content))

/** Which changes: of one authority, of these kinds, perhaps of one thing, perhaps only those before a number. */
export interface HistoryQuery {
  readonly authority: string
  readonly kinds: readonly string[]
  readonly address?: string | undefined
  readonly before?: number | undefined
  readonly limit: number
}

/** The last changes, the newest first, without their contents. */
export async function listHistory(
  db: Db,
  { authority, kinds, address, before, limit }: HistoryQuery,
): Promise<readonly Omit<KeptEntry, 'before' | 'after'>[]> {
  let query = db
    .selectFrom('edit_history')
    .select([
      'seq',
      'at',
      'authority_id',
      'token_id',
      'clerk_id',
      'kind',
      'address',
      'action',
      'kept',
      'undoes',
    ])
    .where('authority_id', '=', authority)
    .where('kind', 'in', ['', ...kinds])
    .orderBy('seq', 'desc')
    .limit(limit)
  if (address !== undefined) query = query.where('address', '=', address)
  if (before !== undefined) query = query.where('seq', '<', before)
  return (await query.execute()).map(factsOf)
}

/** One change of an authority with its contents. */
export async function findHistory(db: Db, authority: string, seq: number): Promise<KeptEntry | undefined> {
  const row = await db
    .selectFrom('edit_history')
    .selectAll()
    .where('authority_id', '=', authority)
    .where('seq', '=', seq)
    .executeTakeFirst()
  return row && { ...factsOf(row), before: contentOf(row.before), after: contentOf(row.after) }
}

const contentOf = (text: string | null): unknown => (text === null ? undefined : JSON.parse(text))

const factsOf = (row: Omit<EditHistoryRow, 'before' | 'after'>) => ({
  seq: row.seq,
  at: row.at,
  authority: row.authority_id,
  token: row.token_id,
  clerk: row.clerk_id,
  kind: row.kind,
  address: row.address,
  action: row.action,
  undoes: row.undoes ?? undefined,
  isKept: row.kept === 1,
})

/** Forgets what one thing ever said; that it was changed, by whom and when, stays. Tells how many contents went. */
export async function eraseHistory(trx: Trx, authority: string, address: string): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('edit_history')
    .set({ before: null, after: null, kept: 0 })
    .where('authority_id', '=', authority)
    .where('address', '=', address)
    .where('kept', '=', 1)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Forgets all changes before a moment (RFC 3339 UTC). */
export async function pruneHistory(db: Db, before: string): Promise<void> {
  await db.deleteFrom('edit_history').where('at', '<', before).execute()
}

/** Whether there is a change from before a moment; only reads. */
export async function hasHistoryBefore(db: Db, moment: string): Promise<boolean> {
  const row = await db
    .selectFrom('edit_history')
    .select('seq')
    .where('at', '<', moment)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
