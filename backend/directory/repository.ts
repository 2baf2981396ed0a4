import type { Unit } from '@amtsweg/contract'
import { holidayLands } from '../access/index.ts'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { unreachableLinks } from '../import/index.ts'
import { homeOf, type NamedUnitRow, toUnit, type UnitSurroundings, type UnitView } from './to-unit.ts'

export type { UnitView } from './to-unit.ts'

const units = (db: Db) =>
  db
    .selectFrom('unit')
    .leftJoin('area', 'area.region_key', 'unit.region_key')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .select([
      'unit.id',
      'unit.name',
      'unit.tier',
      'unit.region_key',
      'unit.parent_id',
      'unit.lat',
      'unit.lon',
    ])
    .select(['unit.content', 'unit.source_id', 'area.name as region_name', 'parent.name as parent_name'])
    .select(['parent.content as parent_content', 'parent.region_key as parent_region'])

const byId = compiled((db: Db, id: string) => units(db).where('unit.id', '=', id))

const bySome = compiled((db: Db, ...ids: string[]) => units(db).where('unit.id', 'in', ids), 8)

const generalOf = compiled(
  (db: Db, ...regionKeys: string[]) =>
    units(db).where('unit.general', '=', 1).where('unit.region_key', 'in', regionKeys).orderBy('unit.id'),
  8,
)

/** Most questions are about a few: eight at a time are asked for by one and the same query. */
const slots = 8

async function around(db: Db, rows: readonly NamedUnitRow[]): Promise<UnitSurroundings> {
  const ids = [...new Set(rows.map(({ id }) => id))]
  const homes = [...new Set(rows.flatMap((row) => homeOf(row) ?? []))]
  return {
    unreachableOn: await unreachableLinks(db, 'unit', ids),
    holidayLand: await holidayLands(db, homes),
  }
}

/** The unit of an id. */
export async function findUnit(db: Db, id: string, view: UnitView): Promise<Unit | undefined> {
  const [row] = await byId(db, id)
  return row && toUnit(row, view, await around(db, [row]))
}

/** Many units by id, in the order of the ids; unknown ids are absent. */
export async function unitsById(
  db: Db,
  ids: readonly string[],
  view: UnitView,
): Promise<ReadonlyMap<string, Unit>> {
  const few = ids.length <= 2
  const rows = few
    ? (await Promise.all(ids.map((id) => byId(db, id)))).flat()
    : await inSlots(ids, (some) => bySome(db, ...some))
  const byUnit = new Map(rows.map((row) => [row.id, row]))
  const surroundings = await around(db, rows)
  return new Map(
    ids.flatMap((id) => {
      const row = byUnit.get(id)
      return row ? [[id, toUnit(row, view, surroundings)] as const] : []
    }),
  )
}

/** The general administration of the first of these regions that has one; give the nearest region first. */
export async function generalUnitOf(
  db: Db,
  regionKeys: readonly string[],
  view: UnitView,
): Promise<Unit | undefined> {
  const rows = await inSlots(regionKeys, (some) => generalOf(db, ...some))
  const [row] = regionKeys.flatMap((key) => rows.find((one) => one.region_key === key) ?? [])
  return row && toUnit(row, view, await around(db, [row]))
}

async function inSlots(
  values: readonly string[],
  ask: (some: readonly string[]) => Promise<NamedUnitRow[]>,
): Promise<NamedUnitRow[]> {
  const rows: NamedUnitRow[] = []
  for (let from = 0; from < values.length; from += slots) {
    const some = values.slice(from, from + slots)
    rows.push(...(await ask([...some, ...Array<string>(slots - some.length).fill('')])))
  }
  return rows
}

/** German names of these units, by id; unknown ids are absent. */
export async function unitNamesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Every unit with its German name, in the order of ids. */
export const unitNames = (db: Db): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  db.selectFrom('unit').select(['id', 'name']).orderBy('id').execute()
