import type { Generated, Selectable } from 'kysely'
import type { Role } from '@amtsweg/contract'

/** Zustaendigkeit: a holder answers for a service in a region. `region_key` is an ARS or the start of one. */
export interface ResponsibilityTable {
  /** Service id, or `leika:<Leistungsschluessel>` when it holds for every description of that key. */
  service_key: string
  region_key: string
  role: Role
  unit_id: string
  note: string | null
  /** Law or published record this rests on. */
  basis: string | null
  source_id: string
  /** 1 when it follows from executing_tier and is computed anew with it. */
  derived: Generated<number>
}
export type ResponsibilityRow = Selectable<ResponsibilityTable>

/** The Amt or amtsfreie Gemeinde, the Kreis, the Kreis but for large towns, the Land, the Bund. */
export type ExecutingTier = 'gemeinde-amt' | 'kreis' | 'kreis-gross' | 'land' | 'bund'

/** Which tier of administration executes a service in a Land; the responsibilities of its bodies are derived from it. */
export interface ExecutingTierTable {
  leistungsschluessel: string
  /** The Land the row speaks of. */
  region_key: string
  tier: ExecutingTier
  typisierung: string | null
  basis: string | null
  note: string | null
  source_id: string
}
export type ExecutingTierRow = Selectable<ExecutingTierTable>
