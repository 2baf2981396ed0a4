import type { Db } from '../database/database.ts'
import { gemeindenByAgs, regionsAround } from '../places/index.ts'

/** Region key of the authority that an area (region key or AGS) belongs to; '' where it is nobody's. */
export type FindOwner = (area: string | undefined) => string

export const nobody: FindOwner = () => ''

/** Reads who keeps what, so that it can be told of any area without asking the database. */
export async function readOwners(db: Db): Promise<FindOwner> {
  const rows = await db.selectFrom('authority').select('region_key').execute()
  if (rows.length === 0) return nobody
  const holders = new Set(rows.map((row) => row.region_key))
  const byAgs = await gemeindenByAgs(db)
  return (area = '') => {
    const regionKey = area.length === 8 ? (byAgs.get(area) ?? '') : area
    return regionsAround(regionKey).find((region) => holders.has(region)) ?? ''
  }
}
