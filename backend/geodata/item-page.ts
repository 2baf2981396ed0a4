import type { Db } from '../database/database.ts'
import type { Collection, Version } from './collection.ts'
import { type ItemCursor, readItemCursor, writeItemCursor } from './item-cursor.ts'
import type { ItemQuestion } from './item-question.ts'
import type { RememberIds } from './remembered-ids.ts'
import { findRecentVersion } from './repository-collections.ts'
import { featuresAfter, featuresById, type FeatureText, idsBefore } from './repository-features.ts'
import { selectFeatures } from './selected-features.ts'

/** A page of the items of a collection. */
export interface ItemPage {
  /** The collection as the page shows it: a page behind the first stays with the version the first was of. */
  readonly collection: Collection
  readonly features: readonly FeatureText[]
  readonly numberMatched: number
  readonly next?: string
  readonly prev?: string
}

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: RememberIds
}

/** Reads a page; undefined when its cursor belongs to another list, or to a version that is not kept any more. */
export async function readItemPage(
  { db, now, remember }: Parts,
  current: Collection,
  question: ItemQuestion,
): Promise<ItemPage | undefined> {
  const sealed = `${current.id}\n${question.asked}`
  const cursor = question.cursor === undefined ? undefined : readItemCursor(question.cursor, sealed)
  if (question.cursor !== undefined && !cursor) return undefined
  const version = await versionOf(db, current, cursor, now())
  if (!version) return undefined
  const { selection, limit } = question
  const isAll = !selection.box && !selection.times && !selection.condition
  const ids = isAll
    ? undefined
    : await remember(`${version.id}\n${question.asked}`, () => selectFeatures(db, version, selection))
  const page = ids ? await pageAmong(db, ids, cursor, limit) : await pageOfAll(db, version, cursor, limit)
  const [first, last] = [page.features[0], page.features.at(-1)]
  const at = (id: number, direction: ItemCursor['direction']) =>
    writeItemCursor({ versionId: version.id, id, direction }, sealed)
  return {
    collection: version === current.version ? current : { ...current, version },
    features: page.features,
    numberMatched: ids ? ids.length : version.features,
    ...(page.hasMore && last ? { next: at(last.id, 'after') } : {}),
    ...(page.hasLess && first ? { prev: at(first.id, 'before') } : {}),
  }
}

const versionOf = async (db: Db, current: Collection, cursor: ItemCursor | undefined, now: Date) =>
  !cursor || cursor.versionId === current.version.id
    ? current.version
    : findRecentVersion(db, current, cursor.versionId, now)

interface Piece {
  readonly features: readonly FeatureText[]
  readonly hasMore: boolean
  readonly hasLess: boolean
}

async function pageAmong(
  db: Db,
  ids: Float64Array,
  cursor: ItemCursor | undefined,
  limit: number,
): Promise<Piece> {
  const behind = cursor ? place(ids, cursor.direction === 'after' ? cursor.id + 1 : cursor.id) : 0
  const from = cursor?.direction === 'before' ? Math.max(behind - limit, 0) : behind
  const to = cursor?.direction === 'before' ? behind : Math.min(behind + limit, ids.length)
  return {
    features: await featuresById(db, ids.subarray(from, to)),
    hasMore: to < ids.length,
    hasLess: from > 0,
  }
}

/** Where the first id is that is not smaller. */
function place(ids: Float64Array, wanted: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ids[middle] ?? Infinity) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

async function pageOfAll(
  db: Db,
  { id }: Version,
  cursor: ItemCursor | undefined,
  limit: number,
): Promise<Piece> {
  if (cursor?.direction !== 'before') {
    const found = await featuresAfter(db, id, cursor?.id ?? 0, limit + 1)
    return { features: found.slice(0, limit), hasMore: found.length > limit, hasLess: cursor !== undefined }
  }
  const before = await idsBefore(db, id, cursor.id, limit + 1)
  const features = await featuresAfter(
    db,
    id,
    (before[Math.min(limit, before.length) - 1] ?? 1) - 1,
    Math.min(limit, before.length),
  )
  return { features, hasMore: true, hasLess: before.length > limit }
}
