import type { Generated, Selectable } from 'kysely'
import type { Tier } from '@amtsweg/contract'

/** An office or organisational unit. `content` is JSON of UnitContent (see unit-content.ts). */
export interface UnitTable {
  id: string
  name: string
  tier: Tier
  /** The area this unit is the administration of; null for a sub-unit. */
  region_key: string | null
  /** 1 when the unit is the general administration of its area (the fallback of responsibility). */
  general: number
  parent_id: string | null
  lat: number | null
  lon: number | null
  content: string
  updated_at: string | null
  /** Name of the file where a source comes in several: each speaks for its own records only. */
  batch: Generated<string>
  source_id: string
}
export type UnitRow = Selectable<UnitTable>

/** Identifiers of other systems (XZuFi: scheme agency, scheme, value). */
export interface UnitIdentifierTable {
  unit_id: string
  scheme_agency_id: string
  scheme_id: string
  value: string
}

/** Where a unit stands in the list of all: by its German name after DIN 5007-2, as in a telephone book. */
export interface UnitEntryTable {
  unit_id: string
  sort_key: string
  /** The area it belongs to, by itself or by the body it is a part of; empty for none. */
  region_key: string
  source_id: string
}

/** A folded word a unit is found by. */
export interface UnitWordTable {
  unit_id: string
  word: string
}
