import type { Db } from '../database/database.ts'
import { detailOf } from './area-detail.ts'
import { regionsAround } from './region-key.ts'

/** The line that tells namesakes apart, by region key: "Amt Landhagen · Landkreis Vorpommern-Greifswald". */
export async function detailsOf(db: Db, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const around = [...new Set(keys.flatMap((key) => regionsAround(key)))]
  const rows = await db
    .selectFrom('area')
    .select(['region_key', 'kind', 'full_name'])
    .where('region_key', 'in', around)
    .where('ended_by', 'is', null)
    .execute()
  const areas = new Map(rows.map((row) => [row.region_key, row]))
  return new Map(keys.map((key) => [key, detailOf(key, areas)]))
}
