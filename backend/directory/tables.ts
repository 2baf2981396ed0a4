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

/** Somebody who works for an authority. `content` is JSON of PersonEdit; it is never answered with, but through person-view.ts. */
export interface PersonTable {
  id: string
  content: string
  origin: PersonOrigin
  /** Key of the person in the file or directory they come from. */
  external_key: string | null
  /** Fields that were changed at the desk, separated by spaces: no sync writes them any more. */
  desk_fields: Generated<string>
  /** How many complete reads in a row did not have the person. */
  missed: Generated<number>
  /** ISO date since which the source no longer has them; nobody is shown them any more. */
  withdrawn_on: string | null
  updated_at: string
  invented: Generated<number>
  source_id: string
}
export type PersonOrigin = 'desk' | 'csv' | 'ldap' | 'import'
export type PersonRow = Selectable<PersonTable>

/** Where a person stands in lists: by what is shown, so that the order gives no hidden name away. */
export interface PersonEntryTable {
  person_id: string
  sort_key: string
  /** Area of the first unit; empty for none. */
  region_key: string
}

export interface PersonUnitTable {
  person_id: string
  unit_id: string
}

/** A folded word a person is found by; `own` is 0 where it only says where they work. */
export interface PersonWordTable {
  person_id: string
  word: string
  own: number
}

/** How far the directory of an authority was read. */
export interface PeopleSyncTable {
  source_id: string
  /** As the directory writes times: its largest modifyTimestamp. */
  read_until: string
  /** RFC 3339 UTC of the last complete read. */
  complete_at: string
}
