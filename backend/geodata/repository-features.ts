import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import type { FeatureBox } from '../database/spatial.ts'
import type { Box } from '../geometry/geometry.ts'
import type { TimeSpan } from './time-span.ts'

/** A feature as it is sent. */
export interface FeatureText {
  readonly id: number
  readonly ext_id: string
  /** GeoJSON in CRS84. */
  readonly geometry: string | null
  /** As delivered, where that is another system. */
  readonly stored: string | null
  /** JSON object. */
  readonly properties: string
  /** Milliseconds since 1970; null = unknown. */
  readonly begins: number | null
  readonly ends: number | null
}

export const featureColumns = [
  ...(['id', 'ext_id', 'geometry', 'stored', 'properties', 'begins', 'ends'] as const),
] as const

/** How many ids one query takes; fewer are filled up with 0, which no row has. */
const atOnce = 100

const inOrder = compiled((db: Db, version: number, after: number, limit: number) =>
  db
    .selectFrom('geo_feature')
    .select(featureColumns)
    .where('version_id', '=', version)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit),
)

/** The next features of a version behind an id, in their order. */
export const featuresAfter = (
  db: Db,
  versionId: number,
  after: number,
  limit: number,
): Promise<readonly FeatureText[]> => inOrder(db, versionId, after, limit)

const backwards = compiled((db: Db, version: number, before: number, limit: number) =>
  db
    .selectFrom('geo_feature')
    .select('id')
    .where('version_id', '=', version)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit),
)

/** Ids of the features of a version just before an id, the nearest first. */
export const idsBefore = async (
  db: Db,
  versionId: number,
  before: number,
  limit: number,
): Promise<readonly number[]> => (await backwards(db, versionId, before, limit)).map(({ id }) => id)

const byId = compiled(
  (db: Db, ...ids: readonly number[]) =>
    db.selectFrom('geo_feature').select(featureColumns).where('id', 'in', ids).orderBy('id'),
  atOnce,
)

/** These features, in the order of their ids. */
export async function featuresById(db: Db, ids: ArrayLike<number>): Promise<readonly FeatureText[]> {
  const found: FeatureText[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = Array.from({ length: atOnce }, (_, index) => ids[from + index] ?? 0)
    found.push(...(await byId(db, ...some)))
  }
  return found
}

const byExtId = compiled((db: Db, version: number, extId: string) =>
  db
    .selectFrom('geo_feature')
    .select(featureColumns)
    .where('version_id', '=', version)
    .where('ext_id', '=', extId),
)

export const findFeature = async (
  db: Db,
  versionId: number,
  extId: string,
): Promise<FeatureText | undefined> => (await byExtId(db, versionId, extId))[0]

/** Features whose exact box meets this one (WGS 84). */
export const featuresMeeting = (db: Db, versionId: number, box: Box): Promise<readonly FeatureBox[]> =>
  dialectOf(db).spatialIndex.featuresMeeting(db, versionId, {
    min_lon: box.minX,
    min_lat: box.minY,
    max_lon: box.maxX,
    max_lat: box.maxY,
  })

const withoutPlace = compiled((db: Db, version: number) =>
  db
    .selectFrom('geo_feature')
    .select('id')
    .where('version_id', '=', version)
    .where('min_lon', 'is', null)
    .orderBy('id'),
)

/** Features that have no place: every box meets them (OGC API Features Part 1, 7.15.3). */
export const placelessFeatures = async (db: Db, versionId: number): Promise<readonly number[]> =>
  (await withoutPlace(db, versionId)).map(({ id }) => id)

const during = compiled((db: Db, version: number, begins: number, ends: number) =>
  db
    .selectFrom('geo_feature')
    .select('id')
    .where('version_id', '=', version)
    .where(({ or, eb }) => or([eb('begins', 'is', null), eb('begins', '<=', ends)]))
    .where(({ or, eb }) => or([eb('ends', 'is', null), eb('ends', '>=', begins)]))
    .orderBy('id'),
)

/** Far enough for every time that a text can name. */
const ever = 8.64e15

/** Features whose time meets this one, and those that have none. */
export const featuresDuring = async (
  db: Db,
  versionId: number,
  [begins, ends]: TimeSpan,
): Promise<readonly number[]> =>
  (await during(db, versionId, Math.max(begins, -ever), Math.min(ends, ever))).map(({ id }) => id)
