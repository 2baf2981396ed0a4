import { type ChangePage, feedFormat, type FeedItem } from '@amtsweg/contract'
import { hashAt } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { someOf } from '../import/index.ts'
import { carrierOf } from './carriers.ts'
import { canGoOn, type FeedCursor, readFeedCursor, writeFeedCursor } from './feed-cursor.ts'
import { nameAtOrigin } from './node-source.ts'
import { entriesBehind, type FeedState } from './repository-feed.ts'
import type { FeedEntryRow } from './tables.ts'

/** Characters of a page, after which no further record is taken in. */
const longestPage = 1_000_000
/** Records that are read at a time: a page may be full before its last. */
const atOnce = 50

interface Asked {
  readonly since?: string | undefined
  readonly limit: number
  readonly without?: string | undefined
}

/** A page of the feed. `unreadable` where the cursor was never one of ours, `gone` where it is too old to go on from. */
export async function readChanges(
  db: Db,
  state: FeedState,
  { since, limit, without }: Asked,
): Promise<ChangePage | 'unreadable' | 'gone'> {
  const begin: FeedCursor = { epoch: state.epoch, from: state.head, at: 0 }
  const cursor = since === undefined ? begin : readFeedCursor(since)
  if (!cursor) return 'unreadable'
  if (!canGoOn(cursor, state) || !(await isOurPast(db, cursor.trail))) return 'gone'
  const entries = await entriesBehind(db, {
    ...{ behind: cursor.at, from: cursor.from, limit: limit + 1 },
    without: without === state.node ? '' : without,
  })
  const { items, read } = await itemsOf(db, state.node, entries.slice(0, limit))
  const complete = read === entries.length
  const last = entries[read - 1]?.seq ?? cursor.at
  const at = complete ? Math.max(state.head, last) : last
  // Whoever has heard nothing new asks the same again, and finds it unchanged.
  const trail =
    (items.length === 0 && at === cursor.at && cursor.trail) || (await trailAt(db, state.comparedSeq))
  const next = writeFeedCursor({ epoch: state.epoch, from: complete ? at : cursor.from, at, trail })
  return { format: feedFormat, node: state.node, items, next, complete }
}

const hashLength = 12

async function trailAt(db: Db, seq: number): Promise<FeedCursor['trail']> {
  const hash = await hashAt(db, seq)
  return hash === undefined ? undefined : { seq, hash: hash.slice(0, hashLength) }
}

/**
 * Whether what was told up to there has happened: where a database server was put back to an older state, its trail of changes has gone on
 * in another way.
 */
const isOurPast = async (db: Db, trail: FeedCursor['trail']): Promise<boolean> =>
  trail === undefined || (await hashAt(db, trail.seq))?.slice(0, hashLength) === trail.hash

/** The records of entries until the page is full, and how many entries that were. */
async function itemsOf(
  db: Db,
  node: string,
  entries: readonly FeedEntryRow[],
): Promise<{ readonly items: FeedItem[]; readonly read: number }> {
  const items: FeedItem[] = []
  let size = 0
  let read = 0
  for (const some of someOf(entries, atOnce)) {
    const records = await recordsOf(db, some)
    for (const entry of some) {
      const record = records.get(`${entry.kind} ${entry.id}`)
      size += record?.length ?? 0
      if (items.length > 0 && size > longestPage) return { items, read }
      read += 1
      // One that was deleted a moment ago is told of as such, by its next number.
      if (record !== undefined || entry.deleted === 1) items.push(itemOf(node, entry, record))
    }
  }
  return { items, read }
}

/** Contents as JSON, by kind and id. */
async function recordsOf(db: Db, entries: readonly FeedEntryRow[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  const living = entries.filter(({ deleted }) => deleted === 0)
  for (const [kind, some] of Map.groupBy(living, (entry) => entry.kind)) {
    const records = await carrierOf(kind)?.read(
      db,
      some.map(({ id }) => id),
    )
    for (const [id, record] of records ?? []) found.set(`${kind} ${id}`, JSON.stringify(record))
  }
  return found
}

function itemOf(node: string, entry: FeedEntryRow, record: string | undefined): FeedItem {
  const { kind, id, origin, source_id, version, deleted } = entry
  const carrier = carrierOf(kind)
  return {
    kind,
    id: kind === 'source' ? nameAtOrigin(source_id) : (carrier?.feedId(id, source_id) ?? id),
    origin: origin || node,
    source: nameAtOrigin(source_id),
    version,
    deleted: deleted === 1,
    ...(record === undefined ? {} : { record: JSON.parse(record) as Record<string, unknown> }),
  }
}
