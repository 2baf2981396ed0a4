import type { Db } from '../database/database.ts'
import { patience as readersPatience } from './repository-collections.ts'
import { discardVersion, type InTransaction } from './repository-versions.ts'

/** Versions that readers saw once and that an undo can still bring back, per collection. */
const keptForUndo = 5
/** Days for which a version waits to be published. */
const waiting = 30
const day = 24 * 60 * 60_000

/** Throws away what nobody needs any more: versions left half-written, those nobody published in a month, and all but the newest old ones. */
export async function pruneVersions(db: Db, inTransaction: InTransaction, now: Date): Promise<number> {
  const long = new Date(now.getTime() - waiting * day).toISOString()
  const yesterday = new Date(now.getTime() - day).toISOString()
  const rows = await db
    .selectFrom('geo_version')
    .innerJoin('geo_collection', 'geo_collection.id', 'geo_version.collection_id')
    .select([
      'geo_version.id as id',
      'geo_version.collection_id as collection',
      'geo_version.state as state',
      'geo_version.published_at as published',
      'geo_version.created_at as created',
      'geo_collection.version_id as current',
    ])
    .orderBy('geo_version.published_at', 'desc')
    .orderBy('geo_version.id', 'desc')
    .execute()
  const lately = new Date(now.getTime() - readersPatience).toISOString()
  const seen = new Map<string, number>()
  /** When the version before, in the order of the rows, took the place of what comes now. */
  const replaced = new Map<string, string>()
  const isNeeded = ({ id, collection, state, published, created, current }: (typeof rows)[number]) => {
    const until = replaced.get(collection)
    if (published !== null) replaced.set(collection, published)
    if (id === current) return true
    if (state === 'discarding') return false
    if (state !== 'ready') return created > yesterday
    if (published === null) return created > long
    const place = (seen.get(collection) ?? 0) + 1
    seen.set(collection, place)
    // Who began to read it goes on with it.
    return place <= keptForUndo || (until !== undefined && until > lately)
  }
  const old = rows.filter((row) => !isNeeded(row))
  for (const { id } of old) await discardVersion(inTransaction, id)
  return old.length
}

/** Throws a version away by its number, unless readers have ever seen it. */
export async function discardUnpublished(
  db: Db,
  inTransaction: InTransaction,
  collectionId: string,
  number: number,
): Promise<void> {
  const row = await db
    .selectFrom('geo_version')
    .select('id')
    .where('collection_id', '=', collectionId)
    .where('number', '=', number)
    .where('published_at', 'is', null)
    .executeTakeFirst()
  if (row) await discardVersion(inTransaction, row.id)
}
