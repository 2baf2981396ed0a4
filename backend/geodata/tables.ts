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
  /** The highest number that a version ever had. */
  last_number: Generated<number>
  /** Another one whenever changes were not noted: whoever follows reads everything anew. */
  changes_epoch: Generated<number>
  /** Features that went away up to this change are forgotten. */
  changes_pruned: Generated<number>
  /** Host from which it is copied; null = it is kept here. */
  via: string | null
  /** Node that keeps it, of a copy that came from a node. */
  origin_node: string | null
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

/** A collection elsewhere that is copied here, how far its reading has come, and how it went. Times are RFC 3339 UTC. */
export interface GeoHarvestTable {
  id: string
  authority_id: string
  /** The copy. */
  collection_id: string
  /** Of the collection there, `https://dienste.example/ogc/collections/spielplaetze`. */
  url: string
  /** `node`: another Amtsweg, whose changes are followed; `ogc-features`: read whole each time; null before the first visit. */
  kind: string | null
  /** What opens it there; told to nobody. */
  token: string | null
  /** Who may read the copy at most; null = who may read it there. */
  audience: string | null
  /** Used where the other server names none that we know. */
  licence: string | null
  /** The same for who provides the data. */
  provider: string | null
  every_seconds: number
  created_at: string
  /** Id of the other node. */
  node: string | null
  /** `idle`, `whole` (everything is being read), `merging` (changes become a version), `discarding` (what was read goes away). */
  step: string
  /** Half-written: nobody reads it. */
  version_id: number | null
  /** Page to be read next, and how many of its features were written already. */
  place: string | null
  place_done: number
  /** State of the collection there when the reading began. */
  stamp: string | null
  /** Code of the system it is read in. */
  storage: string | null
  /** JSON object: type by name of property. */
  fields: string
  /** JSON array of GeoJSON's names. */
  types: string
  read_count: number
  read_pages: number
  read_bytes: number
  /** How many features there are, as far as the other server says so. */
  matched: number | null
  /** Where the changes go on behind what was published. */
  since: string | null
  /** The version that was published then. */
  published_id: number | null
  /** Up to this feature of it, what did not change was taken over. */
  merged_after: number
  tried_at: string | null
  succeeded_at: string | null
  changed_at: string | null
  put_count: number
  gone_count: number
  /** Code of what went wrong the last time; null = nothing. */
  error: string | null
}
export type GeoHarvestRow = Selectable<GeoHarvestTable>

/** A change that was read and is not part of a version yet. */
export interface GeoHarvestStagedTable {
  harvest_id: string
  ext_id: string
  /** JSON of a row of `geo_feature`; null = it is gone. */
  content: string | null
}
