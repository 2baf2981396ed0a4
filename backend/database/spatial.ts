import type { Db } from './database.ts'

/** An outline whose bounding box holds a point; whether the outline does is left to an exact test. */
export interface BoundaryCandidate {
  readonly id: number
  readonly region_key: string
  /** Scale denominator: smaller is sharper. */
  readonly scale: number
}

/** Finds outlines by place. Each engine keeps its index by itself whenever a row of `boundary` changes. */
export interface SpatialIndex {
  /** Outlines of every level around a point (WGS 84): the sharpest first, of equally sharp ones the newest, then by key. */
  readonly candidates: (db: Db, lon: number, lat: number) => Promise<readonly BoundaryCandidate[]>
}
