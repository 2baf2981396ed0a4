import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import { ownerOf } from './own-area.ts'

/** Most questions are about one office: so many regions are asked for by one and the same query. */
const slots = 8

const byKey = compiled(
  (db: Db, ...regions: string[]) =>
    db
      .selectFrom('authority')
      .select(['region_key as regionKey', 'holidays_land as land'])
      .where('region_key', 'in', regions),
  slots,
)

/**
 * Tells for each of these regions the Land (2 digits) whose public holidays count there: what the authority of the region says, else
 * the Land it lies in.
 */
export async function holidayLands(
  db: Db,
  regionKeys: readonly string[],
): Promise<(regionKey: string) => string> {
  const regions = [...new Set(regionKeys.flatMap(regionsAround))]
  const holders: { readonly regionKey: string; readonly land: string }[] = []
  for (let from = 0; from < regions.length; from += slots) {
    const some = regions.slice(from, from + slots)
    holders.push(...(await byKey(db, ...some, ...Array<string>(slots - some.length).fill(''))))
  }
  return (regionKey) => ownerOf(holders, regionKey)?.land ?? regionKey.slice(0, 2)
}
