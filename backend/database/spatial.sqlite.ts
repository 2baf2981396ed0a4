import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { compiled } from './compiled.ts'
import type { Db } from './database.ts'
import type { BoundaryCandidate, FeatureBox, SpatialIndex } from './spatial.ts'

/** R*Tree over the bounding boxes. It stores 32-bit floats, rounded outwards: never a candidate too few. */
const around = compiled((db: Db, lon: number, lat: number) =>
  db
    .selectFrom('boundary')
    .innerJoin(
      sql<{ id: number }>`(select id from boundary_rtree
        where min_lon <= ${lon} and max_lon >= ${lon} and min_lat <= ${lat} and max_lat >= ${lat})`.as('box'),
      'box.id',
      'boundary.id',
    )
    .select(['boundary.id', 'boundary.region_key', 'boundary.scale'])
    .orderBy('boundary.scale')
    .orderBy('boundary.as_of', 'desc')
    .orderBy('boundary.region_key'),
)

/** The version is a third dimension, so that one tree holds all of them and none meets another. What is rounded comes from the tree, what is exact lies beside it. */
const meeting = compiled(
  (db: Db, version: number, west: number, south: number, east: number, north: number) =>
    db
      .selectFrom(
        sql<FeatureBox>`(select id, lon_0 as min_lon, lat_0 as min_lat, lon_1 as max_lon, lat_1 as max_lat
        from geo_feature_rtree
        where first_version = ${version} and max_lon >= ${west} and min_lon <= ${east}
          and max_lat >= ${south} and min_lat <= ${north})`.as('box'),
      )
      .selectAll()
      .where('max_lon', '>=', west)
      .where('min_lon', '<=', east)
      .where('max_lat', '>=', south)
      .where('min_lat', '<=', north),
)

export const sqliteSpatialIndex: SpatialIndex = {
  featuresMeeting: (db, versionId, { min_lon, min_lat, max_lon, max_lat }) =>
    meeting(db, versionId, min_lon, min_lat, max_lon, max_lat),
  candidates: (db, lon, lat): Promise<readonly BoundaryCandidate[]> => around(db, lon, lat),
}

const insert = sql`insert into boundary_rtree (id, min_lon, max_lon, min_lat, max_lat)
  values (new.id, new.min_lon, new.max_lon, new.min_lat, new.max_lat)`
const remove = sql`delete from boundary_rtree where id = old.id`

/** Spatial index of SQLite (R*Tree), kept by triggers. */
export const sqliteSpatialMigrations: Record<string, Migration> = {
  '0006-spatial-sqlite': {
    async up(db) {
      await sql`create virtual table boundary_rtree using rtree (id, min_lon, max_lon, min_lat, max_lat)`.execute(
        db,
      )
      await sql`insert into boundary_rtree select id, min_lon, max_lon, min_lat, max_lat from boundary`.execute(
        db,
      )
      await sql`create trigger boundary_inserted after insert on boundary begin ${insert}; end`.execute(db)
      await sql`create trigger boundary_deleted after delete on boundary begin ${remove}; end`.execute(db)
      await sql`create trigger boundary_updated after update on boundary begin ${remove}; ${insert}; end`.execute(
        db,
      )
    },
  },
  '0052-geodata-spatial-sqlite': {
    async up(db) {
      await sql`create virtual table geo_feature_rtree using rtree (id, min_lon, max_lon, min_lat, max_lat,
        first_version, last_version, +lon_0 real, +lat_0 real, +lon_1 real, +lat_1 real)`.execute(db)
      // A version is only ever written and thrown away as a whole: no feature of it changes.
      await sql`create trigger geo_feature_inserted after insert on geo_feature when new.min_lon is not null begin
        insert into geo_feature_rtree values (new.id, new.min_lon, new.max_lon, new.min_lat, new.max_lat,
          new.version_id, new.version_id, new.min_lon, new.min_lat, new.max_lon, new.max_lat); end`.execute(
        db,
      )
      await sql`create trigger geo_feature_deleted after delete on geo_feature begin
        delete from geo_feature_rtree where id = old.id; end`.execute(db)
    },
  },
}
