import type { Generated, Selectable } from 'kysely'

/** Data that belong together: the playgrounds of a town. */
export interface GeoCollectionTable {
  /** As it stands in addresses; no other collection of the installation has it. */
  id: string
  authority_id: string
  title: string
  description: string
  /** JSON array of texts. */
  keywords: string
  /** Code of the EU's list of data themes, such as `TRAN`. */
  theme: string | null
  /** Code of a licence (licence.ts). */
  licence: string
  /** Name of who provides the data, as they want it to be named (dl-de/by-2-0, 2.1). */
  provider: string
  /** Where the data set is described (dl-de/by-2-0, 2.3). */
  source_uri: string
  /** Whether the data differ from the source's (dl-de/by-2-0, 3); 1 = yes. */
  changed: number
  /** Property that names a feature. */
  title_property: string | null
  /** Who may read it: `public`, `authorities` (any of this installation, and who harvests with their token), `authority` (its own alone). */
  audience: string
  /** What readers see; null = nothing is published yet. */
  version_id: number | null
  /** RFC 3339 UTC. */
  published_at: string | null
  created_at: string
  updated_at: string
  /** Another one whenever changes were not noted: whoever follows reads everything anew. */
  changes_epoch: Generated<number>
  /** Features that went away up to this change are forgotten. */
  changes_pruned: Generated<number>
}
export type GeoCollectionRow = Selectable<GeoCollectionTable>

/** All features of a collection as they were delivered at one time. Written aside, never changed afterwards. */
export interface GeoVersionTable {
  id: Generated<number>
  collection_id: string
  /** 1, 2, 3 ... within the collection. */
  number: number
  /** `building`: still being written; `ready`: whole. */
  state: string
  /** Code of the system the data came in (backend/geometry/reference-system.ts). */
  storage: string
  features: number
  /** Features without a geometry. */
  placeless: number
  /** WGS 84; null where nothing has a place. */
  min_lon: number | null
  min_lat: number | null
  max_lon: number | null
  max_lat: number | null
  /** Milliseconds since 1970; null where nothing has a time. */
  begins: number | null
  ends: number | null
  /** JSON array of Field. */
  fields: string
  /** JSON array of GeoJSON's names. */
  geometry_types: string
  /** File name or address it came from. */
  source: string
  /** JSON of what the check found. */
  report: string | null
  created_by: string
  created_at: string
  /** When readers first saw it; null = never. */
  published_at: string | null
}
export type GeoVersionRow = Selectable<GeoVersionTable>

/** One feature of one version. */
export interface GeoFeatureTable {
  /** In the order of the file. */
  id: Generated<number>
  version_id: number
  /** The feature's own id, as it stands in addresses. */
  ext_id: string
  /** GeoJSON in CRS84, ready to be sent; null = it has no place. */
  geometry: string | null
  /** The same as it was delivered, x east first; null where that is CRS84 already. */
  stored: string | null
  /** JSON object. */
  properties: string
  min_lon: number | null
  min_lat: number | null
  max_lon: number | null
  max_lat: number | null
  /** Milliseconds since 1970; null = unknown, which meets every time. */
  begins: number | null
  ends: number | null
  /** SHA-256 of geometry and properties, shortened; tells whether a feature is the same in another version. */
  digest: string
}
export type GeoFeatureRow = Selectable<GeoFeatureTable>

/** That a feature was put or is gone, since somebody could have read the collection; the newest per feature. */
export interface GeoChangeTable {
  /** Grows with every change: what a follower goes on from. */
  id: Generated<number>
  collection_id: string
  ext_id: string
  /** `put` or `gone`. */
  kind: string
}
