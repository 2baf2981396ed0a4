import type { Db, Trx } from '../database/database.ts'
import { type Derivation, insertAll } from '../import/index.ts'
import { foldName } from '../places/index.ts'
import { reindexPeopleOf } from './repository-people-index.ts'
import type { UnitContent } from './unit-content.ts'
import { wordsOfUnit } from './unit-words.ts'

/** What units are found and sorted by. */
export const unitSearch: Derivation = {
  from: ['places', 'directory'],
  name: 'search of units',
  rebuild: rebuildUnitSearch,
}

/** Units stand in one another no deeper than this; a ring of them is nobody's. */
const deepest = 12
const batch = 500

/** Makes the search anew where there are units and nothing to find them by, as after an upgrade; tells whether it had to. */
export async function refreshUnitSearch(db: Db): Promise<boolean> {
  const missing = await db
    .selectFrom('unit')
    .leftJoin('unit_entry', 'unit_entry.unit_id', 'unit.id')
    .select('unit.id')
    .where('unit_entry.unit_id', 'is', null)
    .limit(1)
    .execute()
  if (missing.length === 0) return false
  await db.transaction().execute(rebuildUnitSearch)
  return true
}

async function rebuildUnitSearch(trx: Trx): Promise<void> {
  for (const table of ['unit_word', 'unit_entry'] as const) await trx.deleteFrom(table).execute()
  const rows = await trx.selectFrom('unit').select(['id', 'parent_id', 'region_key']).orderBy('id').execute()
  const units = new Map(rows.map((row) => [row.id, row]))
  const regionOf = (id: string): string => {
    let unit = units.get(id)
    for (let depth = 0; unit && depth < deepest; depth += 1) {
      if (unit.region_key) return unit.region_key
      unit = units.get(unit.parent_id ?? '')
    }
    return ''
  }
  const ids = [...units.keys()]
  for (let from = 0; from < ids.length; from += batch)
    await addEntries(trx, new Map(ids.slice(from, from + batch).map((id) => [id, regionOf(id)])))
}

/** Makes one unit found as it is now, and all that are parts of it: their area is that of the unit. So is that of people. */
export async function reindexUnit(trx: Trx, id: string, regionKey: string): Promise<void> {
  const regions = new Map([[id, regionKey]])
  let above = [id]
  for (let depth = 0; above.length > 0 && depth < deepest; depth += 1) {
    const parts = await trx
      .selectFrom('unit')
      .select(['id', 'parent_id', 'region_key'])
      .where('parent_id', 'in', above)
      .execute()
    const fresh = parts.filter((part) => !regions.has(part.id))
    for (const part of fresh) regions.set(part.id, part.region_key ?? regions.get(part.parent_id ?? '') ?? '')
    above = fresh.map((part) => part.id)
  }
  const ids = [...regions.keys()]
  await trx.deleteFrom('unit_word').where('unit_id', 'in', ids).execute()
  await trx.deleteFrom('unit_entry').where('unit_id', 'in', ids).execute()
  await addEntries(trx, regions)
  await reindexPeopleOf(trx, ids)
}

/** Writes what units are found by; `regions` is the area of each. */
async function addEntries(trx: Trx, regions: ReadonlyMap<string, string>): Promise<void> {
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'name', 'content', 'source_id'])
    .where('id', 'in', [...regions.keys()])
    .execute()
  const keys = [...new Set([...regions.values()].filter(Boolean))]
  const areas =
    keys.length === 0
      ? []
      : await trx.selectFrom('area').select(['region_key', 'name']).where('region_key', 'in', keys).execute()
  const names = new Map(areas.map((area) => [area.region_key, area.name]))
  const regionOf = (id: string) => regions.get(id) ?? ''
  await insertAll(
    trx,
    'unit_entry',
    rows.map(({ id, name, source_id }) => ({
      unit_id: id,
      sort_key: foldName(name).slice(0, 120),
      region_key: regionOf(id),
      source_id,
    })),
  )
  await insertAll(
    trx,
    'unit_word',
    rows.flatMap(({ id, name, content }) =>
      wordsOfUnit({
        name,
        content: JSON.parse(content) as UnitContent,
        regionName: names.get(regionOf(id)),
      }).map((word) => ({ unit_id: id, word })),
    ),
  )
}
