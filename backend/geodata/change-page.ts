import type { Db } from '../database/database.ts'
import { type ChangeCursor, epochOf, readChangeCursor, writeChangeCursor } from './change-cursor.ts'
import {
  changesBetween,
  type ChangeState,
  changeState,
  hasVersion,
  timedFeatures,
} from './repository-changes.ts'
import { featuresAfter, type FeatureText } from './repository-features.ts'

/** Characters of a page, after which no further feature is taken in. */
const longestPage = 2_000_000
/** Features that are read at a time: a page may be full before its last. */
const atOnce = 200

/** Some of what a follower needs to have the same. */
export interface ChangePage {
  /** `whole`: features of everything there is; `changes`: what was put, and what is gone. */
  readonly kind: ChangeCursor['kind']
  readonly features: readonly FeatureText[]
  readonly gone: readonly string[]
  /** Where to go on, now or later. */
  readonly next: string
  /** Whether these are the last of the whole, or all changes there are at the moment. */
  readonly complete: boolean
}

interface Asked {
  readonly collectionId: string
  /** Another one after a backup of the installation was put back. */
  readonly nodeEpoch: string
  readonly since: string | undefined
  readonly limit: number
}

/**
 * A page of what a collection is and how it changes. `unreadable` where the cursor was never one of ours, `gone` where it is too old
 * to go on from; undefined where nothing is published.
 */
export async function readChangePage(
  db: Db,
  asked: Asked,
): Promise<ChangePage | 'unreadable' | 'gone' | undefined> {
  for (;;) {
    const state = await changeState(db, asked.collectionId)
    if (!state) return undefined
    const epoch = epochOf(asked.nodeEpoch, asked.collectionId, state.createdAt, state.epoch)
    const cursor: ChangeCursor | 'unreadable' | 'gone' =
      asked.since === undefined
        ? { kind: 'whole', versionId: state.versionId, after: 0, head: state.head }
        : readChangeCursor(asked.since, epoch)
    if (typeof cursor === 'string') return cursor
    const isOld = cursor.kind === 'whole' ? cursor.head < state.pruned : cursor.at < state.pruned
    if (isOld || (cursor.kind === 'changes' && cursor.at > state.head)) return 'gone'
    const at = (next: ChangeCursor) => writeChangeCursor(next, epoch)
    if (cursor.kind === 'whole') return wholePage(db, asked, cursor, at)
    const page = await pageOfChanges(db, asked, state, cursor.at, at)
    // Something else was published in between, or what was read is not all any more.
    const later = await changeState(db, asked.collectionId)
    if (later && cursor.at < later.pruned) return 'gone'
    if (page) return page
  }
}

async function wholePage(
  db: Db,
  { collectionId, limit }: Asked,
  cursor: Extract<ChangeCursor, { kind: 'whole' }>,
  at: (next: ChangeCursor) => string,
): Promise<ChangePage | 'gone'> {
  // Whoever makes up a cursor must not read what is not, or not yet, for readers of this collection.
  if (!(await hasVersion(db, collectionId, cursor.versionId))) return 'gone'
  const features: FeatureText[] = []
  let { after } = cursor
  let [isEnd, size] = [false, 0]
  while (!isEnd && features.length < limit && size < longestPage) {
    const wanted = Math.min(atOnce, limit - features.length)
    const rows = await featuresAfter(db, cursor.versionId, after, wanted + 1)
    isEnd = rows.length <= wanted
    for (const row of rows.slice(0, wanted)) {
      if (size >= longestPage) {
        isEnd = false
        break
      }
      features.push(row)
      size += sizeOf(row)
      after = row.id
    }
  }
  // Looked at last: what was read of a version that is thrown away meanwhile may be half of it.
  if (!(await hasVersion(db, collectionId, cursor.versionId))) return 'gone'
  const next: ChangeCursor = isEnd ? { kind: 'changes', at: cursor.head } : { ...cursor, after }
  return { kind: 'whole', features, gone: [], next: at(next), complete: isEnd }
}

const sizeOf = ({ geometry, stored, properties }: FeatureText): number =>
  (stored ?? geometry ?? '').length + properties.length + 100

async function pageOfChanges(
  db: Db,
  { collectionId, limit }: Asked,
  { head, versionId }: ChangeState,
  from: number,
  at: (next: ChangeCursor) => string,
): Promise<ChangePage | undefined> {
  const changes = await changesBetween(db, collectionId, from, head, limit + 1)
  const features: FeatureText[] = []
  const gone: string[] = []
  let [read, size] = [0, 0]
  for (let some = 0; some < Math.min(changes.length, limit) && size < longestPage; some += atOnce) {
    const these = changes.slice(some, Math.min(some + atOnce, limit))
    const put = these.flatMap(({ kind, ext_id }) => (kind === 'put' ? [ext_id] : []))
    const found = await timedFeatures(db, versionId, put)
    for (const { ext_id, kind } of these) {
      if (size >= longestPage) break
      const feature = kind === 'put' ? found.get(ext_id) : undefined
      if (kind === 'put' && !feature) return undefined
      if (feature) features.push(feature)
      else gone.push(ext_id)
      size += feature ? sizeOf(feature) : ext_id.length
      read += 1
    }
  }
  const complete = read === changes.length
  const last = complete ? head : (changes[read - 1]?.id ?? from)
  return { kind: 'changes', features, gone, next: at({ kind: 'changes', at: last }), complete }
}
