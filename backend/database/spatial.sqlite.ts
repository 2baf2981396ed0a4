import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { compiled } from './compiled.ts'
import type { Db } from './database.ts'
import type { BoundaryCandidate, SpatialIndex } from './spatial.ts'

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

export const sqliteSpatialIndex: SpatialIndex = {
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
}
