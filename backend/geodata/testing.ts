import type { Db, OpenDatabase } from '../database/database.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import type { Field } from './collection.ts'
import { type NewFeature, publishVersion, writeVersion } from './repository-versions.ts'
import type { GeoCollectionRow } from './tables.ts'

const at = '2026-11-23T09:00:00Z'

/** Work in transactions of a test's database. */
export const inTransactions =
  (db: Db) =>
  <Result>(work: Parameters<ReturnType<Db['transaction']>['execute']>[0]): Promise<Result> =>
    db.transaction().execute(work) as Promise<Result>

/** Adds a collection in which nothing is published yet. */
export const addTestCollection = (
  db: Db,
  collection: Pick<GeoCollectionRow, 'id' | 'authority_id'> & Partial<GeoCollectionRow>,
) =>
  db
    .insertInto('geo_collection')
    .values({
      title: collection.id,
      description: '',
      keywords: '[]',
      licence: 'dl-de-by-2.0',
      provider: 'Musterstadt',
      source_uri: 'https://www.musterstadt.example/geodaten',
      changed: 0,
      title_property: 'name',
      audience: 'public',
      created_at: at,
      updated_at: at,
      ...collection,
    })
    .execute()

export interface TestVersion {
  readonly fields?: readonly Field[]
  readonly storage?: ReferenceSystem
}

/** Writes a version of a collection aside, for nobody to see; gives its id. */
export const writeTestVersion = (
  { db }: Pick<OpenDatabase, 'db'>,
  collectionId: string,
  features: readonly NewFeature[],
  { fields = [{ name: 'name', type: 'string' }], storage = crs84 }: TestVersion = {},
): Promise<number> =>
  writeVersion(
    inTransactions(db),
    { collectionId, storage, fields, source: 'test', createdBy: 'test', createdAt: at },
    features,
  )

/** The same, and readers see it. */
export async function publishTestVersion(
  database: Pick<OpenDatabase, 'db'>,
  collectionId: string,
  features: readonly NewFeature[],
  options: TestVersion = {},
): Promise<number> {
  const { db } = database
  const id = await writeTestVersion(database, collectionId, features, options)
  await inTransactions(db)((trx) => publishVersion(trx, id, at))
  return id
}

/** A point with a name, at longitude and latitude. */
export const point = (id: string, lon: number, lat: number, more: object = {}): NewFeature => ({
  id,
  geometry: { type: 'Point', coordinates: [lon, lat] },
  properties: { name: id, ...more },
})
