import type { AreaRef } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { endOfRange } from './region-key.ts'
import { toRef } from './repository.ts'

/** The living, inhabited Gemeinden in a region of any level, by key. */
export async function gemeindenIn(db: Db, regionKey: string): Promise<readonly AreaRef[]> {
  const rows = await db
    .selectFrom('area')
    .select(['region_key', 'level', 'kind', 'name'])
    .where('region_key', '>=', regionKey)
    .where('region_key', '<', endOfRange(regionKey))
    .where('level', '=', 'gemeinde')
    .where('ended_by', 'is', null)
    .where('uninhabited', '=', 0)
    .orderBy('region_key')
    .execute()
  return rows.map(toRef)
}

/** Those of the areas whose streets we know; in the others a street may lie although no record of it does. */
export async function areasWithStreets(db: Db, regionKeys: readonly string[]): Promise<ReadonlySet<string>> {
  if (regionKeys.length === 0) return new Set()
  const rows = await db
    .selectFrom('street')
    .select('region_key')
    .distinct()
    .where('region_key', 'in', regionKeys)
    .execute()
  return new Set(rows.map((row) => row.region_key))
}

/** Key of every Gemeinde by its AGS, living or dissolved, the living first. */
export async function gemeindenByAgs(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('area')
    .select(['ags', 'region_key'])
    .where('level', '=', 'gemeinde')
    .where('ags', 'is not', null)
    .orderBy('ended_by', (order) => order.desc().nullsLast())
    .execute()
  return new Map(rows.map((row) => [row.ags ?? '', row.region_key]))
}
