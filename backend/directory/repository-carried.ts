import { z } from 'zod'
import type { Db, Trx } from '../database/database.ts'
import {
  asCarrier,
  type Carried,
  type Carrier,
  type Hold,
  idsAtOnce,
  insertAll,
  type IsWanted,
  markOf,
  nothingClashes,
  sameEverywhere,
  someOf,
} from '../import/index.ts'
import { relinkUnits } from './import-links.ts'
import { editStateOf } from './own-unit.ts'
import { regionOfUnit, unitsAround } from './repository-own-units.ts'
import { reindexUnit, unitSearch } from './repository-unit-search.ts'
import type { UnitIdentifierTable, UnitRow } from './tables.ts'
import type { UnitContent } from './unit-content.ts'
import { toRecord, UnitFile } from './unit-file.ts'
import { identifierRows, unitRow } from './unit-rows.ts'

/** A unit on its way to another node: as in our own format, without the id that the feed tells. */
const CarriedUnit = UnitFile.omit({ id: true, name: true }).extend({
  names: z.record(z.string(), z.string().max(500)),
  descriptions: z.record(z.string(), z.string().max(100_000)).optional(),
})
type CarriedUnit = z.infer<typeof CarriedUnit>

interface Stored {
  readonly unit: UnitRow
  readonly identifiers: readonly UnitIdentifierTable[]
}

const markOfUnit = ({ unit, identifiers }: Stored) => {
  const { batch: _, ...row } = unit
  return markOf(unit.id, unit.source_id, [row, identifiers])
}

/** Units as they go from node to node. */
export const unitCarrier: Carrier = asCarrier<CarriedUnit>({
  ...sameEverywhere,
  kind: 'unit',
  schema: CarriedUnit,
  async *marks(db) {
    for (let last = ''; ;) {
      const units = await db
        .selectFrom('unit')
        .selectAll()
        .where('id', '>', last)
        .orderBy('id')
        .limit(idsAtOnce)
        .execute()
      const end = units.at(-1)
      if (!end) return
      yield (await withIdentifiers(db, units)).map(markOfUnit)
      last = end.id
    }
  },
  marksOf: async (db, ids) => (await storedUnits(db, ids)).map(markOfUnit),
  async read(db, ids) {
    return new Map((await storedUnits(db, ids)).map((stored) => [stored.unit.id, contentOf(stored)]))
  },
  within: (db, unit, isWanted) => heldBy(db, unit, isWanted),
  clashes: nothingClashes,
  async write(trx, records) {
    for (const some of someOf(records, 200)) await writeUnits(trx, some)
  },
  async remove(trx, ids) {
    for (const some of someOf(ids)) {
      await trx.deleteFrom('unit').where('id', 'in', some).execute()
      await relinkUnits(trx, some)
    }
  },
})

async function storedUnits(db: Db, ids: readonly string[]): Promise<readonly Stored[]> {
  if (ids.length === 0) return []
  return withIdentifiers(db, await db.selectFrom('unit').selectAll().where('id', 'in', ids).execute())
}

async function withIdentifiers(db: Db, units: readonly UnitRow[]): Promise<readonly Stored[]> {
  const rows = await db
    .selectFrom('unit_identifier')
    .selectAll()
    .where(
      'unit_id',
      'in',
      units.map(({ id }) => id),
    )
    .orderBy('scheme_agency_id')
    .orderBy('scheme_id')
    .orderBy('value')
    .execute()
  const byUnit = Map.groupBy(rows, ({ unit_id }) => unit_id)
  return units.map((unit) => ({ unit, identifiers: byUnit.get(unit.id) ?? [] }))
}

function contentOf(stored: Stored): object {
  const { id: _, ...state } = editStateOf(stored)
  const { updated_at, content } = stored.unit
  const { invented } = JSON.parse(content) as UnitContent
  return { ...state, ...(updated_at ? { updatedAt: updated_at } : {}), invented }
}

/** A part of a body holds where the body does. */
async function heldBy(db: Db, unit: CarriedUnit, isWanted: IsWanted): Promise<Hold<CarriedUnit>> {
  if (unit.regionKey !== undefined) return isWanted(unit.regionKey) ? unit : 'outside'
  if (unit.parentId === undefined) return isWanted(null) ? unit : 'outside'
  const around = await unitsAround(db, unit.parentId)
  if (around.length === 0) return 'unknown'
  return isWanted(around.find(({ regionKey }) => regionKey)?.regionKey ?? null) ? unit : 'outside'
}

async function writeUnits(trx: Trx, records: readonly Carried<CarriedUnit>[]): Promise<void> {
  const units = records.map(({ id, sourceId, content }) => {
    const record = toRecord({ ...content, id }, 1)
    return { row: unitRow(record, { sourceId, batch: '' }), identifiers: identifierRows(record) }
  })
  const ids = units.map(({ row }) => row.id)
  await insertAll(
    trx,
    'unit',
    units.map(({ row }) => row),
    { conflict: { on: 'id', update: columns } },
  )
  await trx.deleteFrom('unit_identifier').where('unit_id', 'in', ids).execute()
  await insertAll(
    trx,
    'unit_identifier',
    units.flatMap(({ identifiers }) => identifiers),
  )
  await relinkUnits(trx, ids)
}

const columns = [
  'name',
  'tier',
  'region_key',
  'general',
  'parent_id',
  'lat',
  'lon',
  'content',
  'updated_at',
  'batch',
  'source_id',
] as const

/** More than these cost more one by one than all together. */
const few = 300

/** Makes units found as they are now, once all of a change are there. */
export async function reindexUnits(trx: Trx, ids: readonly string[] | 'all'): Promise<void> {
  if (ids === 'all' || ids.length > few) return unitSearch.rebuild(trx)
  for (const id of ids) await reindexUnit(trx, id, (await regionOfUnit(trx, id)) ?? '')
}
