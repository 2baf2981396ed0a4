import type { GeoCollectionSummary, GeoReport, GeoVersion } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { toVersion } from './collection.ts'

/** Collections of an authority behind an id, published or not. */
export async function listOwnCollections(
  db: Db,
  authorityId: string,
  after: string,
  limit: number,
): Promise<readonly GeoCollectionSummary[]> {
  const rows = await db
    .selectFrom('geo_collection')
    .leftJoin('geo_version as shown', 'shown.id', 'geo_collection.version_id')
    .where('authority_id', '=', authorityId)
    .where('geo_collection.id', '>', after)
    .select([
      ...(['geo_collection.id as id', 'title', 'audience', 'licence'] as const),
      ...([
        'geo_collection.published_at as publishedAt',
        'shown.number as version',
        'shown.features as features',
      ] as const),
    ])
    .select(({ selectFrom }) =>
      selectFrom('geo_version as newer')
        .whereRef('newer.collection_id', '=', 'geo_collection.id')
        .where('newer.state', '=', 'ready')
        .where(({ or, eb }) =>
          or([eb('shown.number', 'is', null), eb('newer.number', '>', eb.ref('shown.number'))]),
        )
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('waiting'),
    )
    .orderBy('geo_collection.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    audience: row.audience as GeoCollectionSummary['audience'],
    licence: row.licence as GeoCollectionSummary['licence'],
    version: row.version,
    features: row.features,
    publishedAt: row.version === null ? null : row.publishedAt,
    waiting: Number(row.waiting ?? 0),
  }))
}

/** Every collection of the installation, whosever it is. */
export async function listAllCollections(db: Db) {
  const rows = await db
    .selectFrom('geo_collection')
    .leftJoin('geo_version as shown', 'shown.id', 'geo_collection.version_id')
    .select(['geo_collection.id as id', 'authority_id as authorityId', 'title', 'audience'])
    .select(['shown.number as version', 'shown.features as features'])
    .orderBy('geo_collection.id')
    .execute()
  return rows
}

/** Whole versions of a collection, the newest first. */
export async function listVersions(db: Db, collectionId: string): Promise<GeoVersion[]> {
  const rows = await db
    .selectFrom('geo_version')
    .innerJoin('geo_collection', 'geo_collection.id', 'geo_version.collection_id')
    .selectAll('geo_version')
    .select('geo_collection.version_id as current')
    .where('collection_id', '=', collectionId)
    .where('state', '=', 'ready')
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => {
    const { number, features, box, storage } = toVersion(row)
    return {
      ...{ number, features, storage: storage.code, source: row.source, createdAt: row.created_at },
      box: box ? [box.minX, box.minY, box.maxX, box.maxY] : null,
      published: row.id === row.current,
      wasPublished: row.published_at !== null,
      report: row.report === null ? null : { ...(JSON.parse(row.report) as GeoReport), version: number },
    }
  })
}
