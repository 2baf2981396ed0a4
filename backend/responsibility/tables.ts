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
}
