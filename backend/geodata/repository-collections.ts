import type { Db } from '../database/database.ts'
import { mayRead } from './audience.ts'
import { type Collection, toCollection, toVersion, type Version } from './collection.ts'

/** Published collections, by id. */
export async function listCollections(db: Db): Promise<readonly Collection[]> {
  const rows = await db
    .selectFrom('geo_collection')
    .where('version_id', 'is not', null)
    .orderBy('id')
    .selectAll()
    .execute()
  const versions = await db
    .selectFrom('geo_version')
    .innerJoin('geo_collection', 'geo_collection.version_id', 'geo_version.id')
    .selectAll('geo_version')
    .execute()
  const byId = new Map(versions.map((version) => [version.id, version]))
  return rows.flatMap((row) => {
    const version = row.version_id === null ? undefined : byId.get(row.version_id)
    return version ? [toCollection(row, version)] : []
  })
}

/** What collections are called, published or not, by id. */
export async function collectionTitlesOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('geo_collection').select(['id', 'title']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** Those of them that anybody may know of. */
export const listPublicCollections = async (db: Db): Promise<readonly Collection[]> =>
  (await listCollections(db)).filter((collection) => mayRead(collection, undefined))

/** A whole version of a collection, published or not: for officers. */
export async function findVersion(
  db: Db,
  collectionId: string,
  versionId: number,
): Promise<Version | undefined> {
  const row = await db
    .selectFrom('geo_version')
    .selectAll()
    .where('id', '=', versionId)
    .where('collection_id', '=', collectionId)
    .where('state', '=', 'ready')
    .executeTakeFirst()
  return row && toVersion(row)
}

/** Milliseconds for which who has begun with a version may read it to its end, after another took its place. */
export const patience = 60 * 60_000

/** A version that readers saw until a short while ago; what was taken back is not to be read by who makes up a cursor. */
export async function findRecentVersion(
  db: Db,
  { id, publishedAt }: Pick<Collection, 'id' | 'publishedAt'>,
  versionId: number,
  now: Date,
): Promise<Version | undefined> {
  if (now.getTime() - Date.parse(publishedAt) > patience) return undefined
  const row = await db
    .selectFrom('geo_version')
    .selectAll()
    .where('id', '=', versionId)
    .where('collection_id', '=', id)
    .where('state', '=', 'ready')
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  return row && toVersion(row)
}
