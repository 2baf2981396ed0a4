import type { Generated, Selectable } from 'kysely'
import type { AreaKind, AreaLevel } from '@amtsweg/contract'

/** A region by its key (ARS or prefix). Dissolved areas stay, with the interval in which they ended. */
export interface AreaTable {
  region_key: string
  level: AreaLevel
  kind: AreaKind
  /** Without designation: "Wismar". */
  name: string
  /** As in the register: "Wismar, Hansestadt". */
  full_name: string
  ags: string | null
  parent_key: string | null
  population: number | null
  seat: string | null
  /** Postcode of the seat of administration; the area itself may have others. */
  seat_postcode: string | null
  lat: number | null
  lon: number | null
  /** Source of `lat` and `lon` where it is not the area's own. */
  position_source_id: string | null
  valid_from: string | null
  ended_after: string | null
  ended_by: string | null
  /** 1 for areas nobody lives in (gemeindefreie Gebiete without population): never offered. */
  uninhabited: number
  source_id: string
}
export type AreaRow = Selectable<AreaTable>

/** What became of a dissolved area; `share` of its surface, 0 to 1. */
export interface AreaSuccessorTable {
  region_key: string
  successor_key: string
  share: number
  source_id: string
}

/** Which Gemeinden a postcode lies in. */
export interface PostcodeAreaTable {
  postcode: string
  region_key: string
  source_id: string
}

/** A village, Ortsteil or other place name, and the Gemeinde it lies in. */
export interface PlaceTable {
  id: Generated<number>
  name: string
  postcode: string | null
  region_key: string
  lat: number | null
  lon: number | null
  source_id: string
}

/** A street of a postcode; `name` as written, `norm` folded for look-up. */
export interface StreetTable {
  name: string
  norm: string
  postcode: string
  region_key: string
  source_id: string
}

/** What the type-ahead answers with. Rebuilt, with its terms, after each import that changes places. */
export interface PlaceHitTable {
  id: number
  kind: 'gemeinde' | 'ort' | 'postcode' | 'verband' | 'kreis' | 'land'
  label: string
  detail: string
  region_key: string | null
  postcode: string | null
  area_count: number
  former_name: string | null
}
export type PlaceHitRow = Selectable<PlaceHitTable>

/** What the type-ahead looks in: one row per word start of every name ("bad doberan", "doberan"), folded. */
export interface PlaceTermTable {
  norm: string
  hit_id: number
  /** 1 when `norm` is the whole name, 0 when it begins at a later word. */
  whole: number
  /** Higher comes first among equally good matches (level, population, word position). */
  weight: number
}

/** The best hits of a prefix so short that thousands of names share it. */
export interface PlacePrefixTable {
  prefix: string
  position: number
  hit_id: number
}

/** Outline of an area at a date of record, GeoJSON geometry as text, WGS 84. */
export interface BoundaryTable {
  id: Generated<number>
  region_key: string
  as_of: string
  geometry: string
  min_lon: number
  min_lat: number
  max_lon: number
  max_lat: number
  /** Rough scale denominator: smaller is sharper. */
  scale: number
  source_id: string
}
export type BoundaryRow = Selectable<BoundaryTable>
