import type { Db } from './database.ts'

/** An outline whose bounding box holds a point; whether the outline does is left to an exact test. */
export interface BoundaryCandidate {
  readonly id: number
  readonly region_key: string
  /** Scale denominator: smaller is sharper. */
  readonly scale: number
}

/** A feature and the exact box around it (WGS 84). */
export interface FeatureBox {
  readonly id: number
  readonly min_lon: number
  readonly min_lat: number
  readonly max_lon: number
  readonly max_lat: number
}

/** Finds outlines and features by place. Each engine keeps its index by itself whenever a row of `boundary` or `geo_feature` changes. */
export interface SpatialIndex {
  /** Features of one version of a collection whose box meets this one, edges included, in any order; exact, not rounded. */
  readonly featuresMeeting: (
    db: Db,
    versionId: number,
    box: Omit<FeatureBox, 'id'>,
  ) => Promise<readonly FeatureBox[]>
  /** Outlines of every level around a point (WGS 84): the sharpest first, of equally sharp ones the newest, then by key. */
  readonly candidates: (db: Db, lon: number, lat: number) => Promise<readonly BoundaryCandidate[]>
}
