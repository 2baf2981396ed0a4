import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { compiled } from './compiled.ts'
import type { Db } from './database.ts'
import type { BoundaryCandidate, SpatialIndex } from './spatial.ts'

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

/** Bounding boxes in a GiST index of PostgreSQL's own geometric types: no extension is needed. */
export const postgresSpatialIndex: SpatialIndex = {
  candidates: (db, lon, lat): Promise<readonly BoundaryCandidate[]> => around(db, lon, lat),
}

/** Spatial index of PostgreSQL, kept by itself. */
export const postgresSpatialMigrations: Record<string, Migration> = {
  '0006-spatial-postgres': {
    async up(db) {
      await sql`create index boundary_by_box on boundary using gist ((${boxOf}))`.execute(db)
    },
  },
}
