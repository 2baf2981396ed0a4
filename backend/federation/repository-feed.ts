import type { Db, Trx } from '../database/database.ts'
import { type Carrier, insertAll, type Mark, someOf } from '../import/index.ts'
import { newNodeId } from './node-id.ts'
import { nodeOf } from './node-source.ts'
import type { FeedEntryRow } from './tables.ts'

/** What this node is to others. */
export interface FeedState {
  readonly node: string
  readonly epoch: string
  readonly head: number
  readonly pruned: number
  readonly comparedSeq: number
}

/** Undefined before anything was ever noted. */
export async function feedState(db: Db): Promise<FeedState | undefined> {
  const row = await db.selectFrom('feed_state').selectAll().executeTakeFirst()
  return row && { ...row, head: Number(row.head), pruned: Number(row.pruned), comparedSeq: row.compared_seq }
}

/** Makes this node known to itself; `createId` makes twelve hexadecimal digits. */
export async function ensureFeedState(trx: Trx, createId: () => string): Promise<FeedState> {
  await trx
    .insertInto('feed_state')
    .values({ id: 1, node: createId(), epoch: createId(), head: 0, pruned: 0, compared_seq: -1 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const state = await feedState(trx)
  if (!state) throw new Error('The state of the feed is not there')
  return state
}

/** What came with records from another node, by id. */
export interface Brought {
  readonly via: string
  readonly by: ReadonlyMap<string, { readonly origin: string; readonly version: number }>
}

export const entriesOf = async (
  db: Db,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FeedEntryRow>> => {
  const found = new Map<string, FeedEntryRow>()
  for (const some of someOf(ids)) {
    const rows = await db
      .selectFrom('feed_entry')
      .selectAll()
      .where('kind', '=', kind)
      .where('id', 'in', some)
      .execute()
    for (const row of rows) found.set(row.id, { ...row, seq: Number(row.seq), version: Number(row.version) })
  }
  return found
}

/** Fingerprints of all living entries of a kind. */
export async function livingEntries(db: Db, kind: string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let last = ''; ;) {
    const rows = await db
      .selectFrom('feed_entry')
      .select(['id', 'fingerprint'])
      .where('kind', '=', kind)
      .where('deleted', '=', 0)
      .where('id', '>', last)
      .orderBy('id')
      .limit(5_000)
      .execute()
    const end = rows.at(-1)
    if (!end) return found
    for (const { id, fingerprint } of rows) found.set(id, fingerprint)
    last = end.id
  }
}

/**
 * Gives a new number to each of these records that is not as others were last told, or is gone; tells how many. The transaction holds the
 * lock of all who write, so that numbers become visible in their order. `at` is RFC 3339 UTC.
 */
export async function noteRecords(
  trx: Trx,
  carrier: Carrier,
  ids: readonly string[],
  { at, brought }: { readonly at: string; readonly brought?: Brought },
): Promise<number> {
  if (ids.length === 0) return 0
  const { kind } = carrier
  const { head } = await trx.selectFrom('feed_state').select('head').executeTakeFirstOrThrow()
  const entries = await entriesOf(trx, kind, ids)
  const marks = new Map<string, Mark>()
  for (const some of someOf(ids))
    for (const mark of await carrier.marksOf(trx, some)) marks.set(mark.id, mark)
  // The clock is in it, so that numbers grow although a backup has taken away the last ones.
  let seq = Math.max(Number(head), Date.parse(at) * 1_000)
  const rows = ids.flatMap((id): FeedEntryRow[] => {
    const row = entryFor(id, { kind, mark: marks.get(id), entry: entries.get(id), brought, seq: seq + 1, at })
    if (row) seq += 1
    return row ? [row] : []
  })
  if (rows.length === 0) return 0
  for (const some of someOf(rows))
    await trx
      .deleteFrom('feed_entry')
      .where('kind', '=', kind)
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
  await insertAll(trx, 'feed_entry', rows)
  await trx.updateTable('feed_state').set({ head: seq }).execute()
  return rows.length
}

interface Noted {
  readonly kind: string
  readonly mark: Mark | undefined
  readonly entry: FeedEntryRow | undefined
  readonly brought: Brought | undefined
  readonly seq: number
  readonly at: string
}

/** The entry as it shall be; undefined where there is nothing to tell. */
function entryFor(id: string, { kind, mark, entry, brought, seq, at }: Noted): FeedEntryRow | undefined {
  const came = brought?.by.get(id)
  if (!mark && (!entry || (entry.deleted === 1 && !came))) return undefined
  const isSame =
    mark &&
    entry?.deleted === 0 &&
    entry.fingerprint === mark.fingerprint &&
    entry.source_id === mark.sourceId
  if (isSame && !came) return undefined
  const sourceId = mark?.sourceId ?? entry?.source_id ?? ''
  const origin = nodeOf(sourceId)
  const kept =
    origin === '' ? { version: seq, via: null } : { version: entry?.version ?? 0, via: entry?.via ?? null }
  return {
    ...{ kind, id, seq, changed_at: at, source_id: sourceId, origin },
    fingerprint: mark?.fingerprint ?? '',
    deleted: mark ? 0 : 1,
    ...(came ? { version: came.version, via: brought?.via ?? null } : kept),
  }
}

/** Forgets deletions from before a time (RFC 3339 UTC): who has not heard of them by then reads everything anew. */
export async function pruneDeletions(trx: Trx, before: string): Promise<void> {
  const old = await trx
    .selectFrom('feed_entry')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('deleted', '=', 1)
    .where('changed_at', '<', before)
    .executeTakeFirst()
  if (!old?.seq) return
  await trx.deleteFrom('feed_entry').where('deleted', '=', 1).where('changed_at', '<', before).execute()
  await trx
    .updateTable('feed_state')
    .set({ pruned: Number(old.seq) })
    .where('pruned', '<', old.seq)
    .execute()
}

export const setCompared = (trx: Trx, seq: number) =>
  trx.updateTable('feed_state').set({ compared_seq: seq }).execute()

/** Makes all who have read this feed read it anew: what they have heard may never have been. */
export async function renewFeed(db: Db, epoch = newNodeId()): Promise<void> {
  const tables = await db.introspection.getTables()
  // A backup of an earlier version has none.
  if (!tables.some(({ name }) => name === 'feed_state')) return
  await db.updateTable('feed_state').set({ epoch, compared_seq: -1 }).execute()
}

interface Stretch {
  readonly behind: number
  /** Deletions before it are left out. */
  readonly from: number
  readonly limit: number
  readonly without?: string | undefined
}

/** Entries in the order of their numbers. */
export async function entriesBehind(
  db: Db,
  { behind, from, limit, without }: Stretch,
): Promise<readonly FeedEntryRow[]> {
  let query = db
    .selectFrom('feed_entry')
    .selectAll()
    .where('seq', '>', behind)
    .where((is) => is.or([is('deleted', '=', 0), is('seq', '>', from)]))
    .orderBy('seq')
    .limit(limit)
  if (without !== undefined) query = query.where('origin', '!=', without)
  const rows = await query.execute()
  return rows.map((row) => ({ ...row, seq: Number(row.seq), version: Number(row.version) }))
}
