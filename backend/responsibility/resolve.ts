import type { Role } from '@amtsweg/contract'
import { regionsAround } from '../places/index.ts'

/** One recorded Zustaendigkeit: a unit acts for a service in a region. */
export interface ResponsibilityRecord {
  /** Service id, or `leika:<Leistungsschluessel>`. */
  readonly serviceKey: string
  /** ARS or the start of one; '' means everywhere. */
  readonly regionKey: string
  readonly role: Role
  readonly unitId: string
  readonly note: string | null
  readonly basis: string | null
}

/** Who acts in one area. Without anyone `responsible` nothing is resolved, whoever else may help. */
export interface Resolution {
  readonly responsible: readonly ResponsibilityRecord[]
  readonly others: readonly ResponsibilityRecord[]
}

const otherRoles: readonly Role[] = ['contact', 'intake', 'involved']

/** What the key of a record begins with when it holds for every description of a Leistungsschluessel. */
export const leikaPrefix = 'leika:'

/** The regions a record may name so that it holds in an area, nearest first, nationwide last. */
export const regionsAbove = (regionKey: string): readonly string[] => [...regionsAround(regionKey), '']

/** For each role the records of the longest matching region hold, all of them (XZuFi; domain.md, Zustaendigkeit). */
export function resolve(records: readonly ResponsibilityRecord[], regionKey: string): Resolution {
  const regions = new Set(regionsAbove(regionKey))
  const matching = records.filter((record) => regions.has(record.regionKey))
  return {
    responsible: nearest(matching, 'responsible'),
    others: otherRoles.flatMap((role) => nearest(matching, role)),
  }
}

function nearest(records: readonly ResponsibilityRecord[], role: Role): readonly ResponsibilityRecord[] {
  const acting = records.filter((record) => record.role === role)
  const best = Math.max(...acting.map(precision))
  const units = new Map<string, ResponsibilityRecord>()
  for (const record of acting)
    if (precision(record) === best && !units.has(record.unitId)) units.set(record.unitId, record)
  return [...units.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1))
}

/** Region first; within one region what is recorded for this very description beats what holds for its key. */
const precision = ({ regionKey, serviceKey }: ResponsibilityRecord) =>
  regionKey.length * 2 + (serviceKey.startsWith(leikaPrefix) ? 0 : 1)
