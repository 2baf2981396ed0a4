import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { compiled } from './compiled.ts'
import type { Db } from './database.ts'
import type { BoundaryCandidate, FeatureBox, SpatialIndex } from './spatial.ts'

/** The bounding box of an outline, as the index knows it. */
const boxOf = sql`box(point(min_lon, min_lat), point(max_lon, max_lat))`

const around = compiled((db: Db, lon: number, lat: number) =>
  db
    .selectFrom('boundary')
    .select(['id', 'region_key', 'scale'])
    .where(sql<boolean>`${boxOf} @> box(point(${lon}, ${lat}), point(${lon}, ${lat}))`)
    .orderBy('scale')
    .orderBy('as_of', 'desc')
    .orderBy('region_key'),
)

/** How far apart versions lie in the index: more than once around the world. */
const apart = sql`1000::float8`
/** Far from zero a double is less exact; what comes too much is sorted out by the columns. */
const slack = sql`0.0001::float8`

/** The box of a feature in a plane where each version has a place of its own, so that one index holds all of them. */
const placedBox = sql`box(point(min_lon + ${apart} * version_id, min_lat), point(max_lon + ${apart} * version_id, max_lat))`

const meeting = compiled(
  (db: Db, version: number, west: number, south: number, east: number, north: number) =>
    db
      .selectFrom('geo_feature')
      .select(['id', 'min_lon', 'min_lat', 'max_lon', 'max_lat'])
      .where(
        sql<boolean>`${placedBox} && box(
          point(${west}::float8 + ${apart} * ${version}::int4 - ${slack}, ${south}::float8 - ${slack}),
          point(${east}::float8 + ${apart} * ${version}::int4 + ${slack}, ${north}::float8 + ${slack}))`,
      )
      .where('min_lon', 'is not', null)
      .where('version_id', '=', version)
      .where('max_lon', '>=', west)
      .where('min_lon', '<=', east)
      .where('max_lat', '>=', south)
      .where('min_lat', '<=', north)
      .$narrowType<FeatureBox>(),
)

/** Bounding boxes in a GiST index of PostgreSQL's own geometric types: no extension is needed. */
export const postgresSpatialIndex: SpatialIndex = {
  featuresMeeting: (db, versionId, { min_lon, min_lat, max_lon, max_lat }) =>
    meeting(db, versionId, min_lon, min_lat, max_lon, max_lat),
  candidates: (db, lon, lat): Promise<readonly BoundaryCandidate[]> => around(db, lon, lat),
}

/** Spatial index of PostgreSQL, kept by itself. */
export const postgresSpatialMigrations: Record<string, Migration> = {
  '0006-spatial-postgres': {
    async up(db) {
      await sql`create index boundary_by_box on boundary using gist ((${boxOf}))`.execute(db)
    },
  },
  '0052-geodata-spatial-postgres': {
    async up(db) {
      await sql`create index geo_feature_by_box on geo_feature using gist ((${placedBox})) where min_lon is not null`.execute(
        db,
      )
    },
  },
  '0058-geodata-ids-postgres': {
    async up(db) {
      // Every change of a large copy writes all of it anew: four bytes would be used up in weeks.
      await sql`alter table geo_feature alter column id type bigint`.execute(db)
      await sql`alter table geo_change alter column id type bigint`.execute(db)
      await sql`alter table geo_collection alter column changes_pruned type bigint`.execute(db)
      await sql`alter table geo_harvest alter column merged_after type bigint`.execute(db)
    },
  },
}
