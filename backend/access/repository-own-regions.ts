import type { Db } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import type { Authority } from './authority.ts'

/** Tells whether a region is an authority's own: it is its area or lies within, and nobody nearer has registered for it. */
export async function ownRegions(
  db: Db,
  { regionKey }: Pick<Authority, 'regionKey'>,
): Promise<(region: string) => boolean> {
  const rows = await db
    .selectFrom('authority')
    .select('region_key')
    .where('region_key', 'like', `${regionKey}%`)
    .execute()
  const holders = new Set(rows.map((row) => row.region_key))
  return (region) => regionsAround(region).find((one) => holders.has(one)) === regionKey
}
