import type { Updateable } from 'kysely'
import type { Db, Trx } from '../database/database.ts'
import { type Audience, audiences } from './collection.ts'
import type { GeoCollectionRow, GeoHarvestRow, GeoHarvestTable } from './tables.ts'

/** Name of the job, and of the lease, of a harvest. */
export const harvestJob = (id: string): string => `geo-harvest:${id}`

/** When the job of a copy is due that is paused: it knows no other way to rest. RFC 3339 UTC. */
export const pausedUntil = '9999-12-31T00:00:00.000Z'

export const findHarvest = (db: Db, id: string): Promise<GeoHarvestRow | undefined> =>
  db.selectFrom('geo_harvest').selectAll().where('id', '=', id).executeTakeFirst()

/** Those of one authority, or all, the oldest first. */
export async function listHarvests(db: Db, authority?: string): Promise<readonly GeoHarvestRow[]> {
  const all = db.selectFrom('geo_harvest').selectAll().orderBy('created_at').orderBy('id')
  return (authority === undefined ? all : all.where('authority_id', '=', authority)).execute()
}

export const changeHarvest = (db: Db, id: string, change: Updateable<GeoHarvestTable>) =>
  db.updateTable('geo_harvest').set(change).where('id', '=', id).execute()

/** Where nothing is read. */
export const nothingRead = {
  ...{
    step: 'idle',
    version_id: null,
    place: null,
    place_done: 0,
    stamp: null,
    storage: null,
    matched: null,
  },
  ...{ fields: '{}', types: '[]', read_count: 0, read_pages: 0, read_bytes: 0, merged_after: 0 },
} as const

/** What is wanted. */
export type HarvestOrder = Pick<
  GeoHarvestTable,
  | 'id'
  | 'authority_id'
  | 'collection_id'
  | 'url'
  | 'token'
  | 'audience'
  | 'licence'
  | 'provider'
  | 'every_seconds'
  | 'created_at'
>

/** Notes a harvest and makes room for the copy; false where there is a collection of that id already. */
export async function addHarvest(trx: Trx, order: HarvestOrder): Promise<boolean> {
  const { collection_id, authority_id, created_at } = order
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('geo_collection')
    .values({
      ...{ id: collection_id, authority_id, title: collection_id, description: '', keywords: '[]' },
      // Until something is published nobody sees it, and then all of this is known.
      ...{ licence: order.licence ?? '', provider: order.provider ?? '', source_uri: order.url, changed: 0 },
      ...{ audience: order.audience ?? 'authority', created_at, updated_at: created_at },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  const never = { kind: null, node: null, since: null, published_id: null, put_count: 0, gone_count: 0 }
  await trx
    .insertInto('geo_harvest')
    .values({
      ...{ ...order, ...nothingRead, ...never },
      ...{ tried_at: null, succeeded_at: null, changed_at: null, error: null },
    })
    .execute()
  return true
}

/** Lets as many people read a copy as may, at most, from now on: whoever narrows it does not wait for the other server. */
export async function narrowCopy(trx: Trx, id: string, audience: Audience): Promise<void> {
  const wider = audiences.slice(0, audiences.indexOf(audience))
  if (wider.length === 0) return
  await trx
    .updateTable('geo_collection')
    .set({ audience })
    .where('id', '=', id)
    .where('audience', 'in', wider)
    .execute()
}

/** Ends a harvest; the copy stays as it is, or goes. A copy of which nobody has seen anything goes with it. */
export async function removeHarvest(trx: Trx, id: string, copy: 'keep' | 'remove'): Promise<void> {
  const harvest = await findHarvest(trx, id)
  if (!harvest) return
  await trx.deleteFrom('geo_harvest').where('id', '=', id).execute()
  const rows = trx.deleteFrom('geo_collection').where('id', '=', harvest.collection_id)
  await (copy === 'remove' ? rows : rows.where('version_id', 'is', null)).execute()
}

/** How many features readers see of each copy, by id of the collection. */
export async function copySizes(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('geo_harvest')
    .innerJoin('geo_collection', 'geo_collection.id', 'geo_harvest.collection_id')
    .innerJoin('geo_version', 'geo_version.id', 'geo_collection.version_id')
    .select(['geo_collection.id as id', 'geo_version.features as features'])
    .execute()
  return new Map(rows.map(({ id, features }) => [id, features]))
}

/** The version of a collection that readers see, null where they see none. */
export const shownVersion = async (db: Db, collectionId: string): Promise<number | null> =>
  (
    await db
      .selectFrom('geo_collection')
      .select('version_id')
      .where('id', '=', collectionId)
      .executeTakeFirstOrThrow()
  ).version_id

/** Writes what a copy says of itself, where that is new; gives the version that readers see. */
export async function describeCopy(
  db: Db,
  collectionId: string,
  said: Partial<Omit<GeoCollectionRow, 'id'>>,
): Promise<number | null> {
  const row = await db
    .selectFrom('geo_collection')
    .selectAll()
    .where('id', '=', collectionId)
    .executeTakeFirstOrThrow()
  const isNew = Object.entries(said).some(([name, value]) => row[name as keyof typeof row] !== value)
  if (isNew) await db.updateTable('geo_collection').set(said).where('id', '=', collectionId).execute()
  return row.version_id
}
