import type { Db, Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { relinkUnit } from './import-links.ts'
import type { ownUnitRows, StoredUnit } from './own-unit.ts'
import { reindexUnit } from './repository-unit-search.ts'

/** All that is stored of a unit. */
export async function storedUnit(db: Db, id: string): Promise<StoredUnit | undefined> {
  const unit = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
  if (!unit) return undefined
  const identifiers = await db.selectFrom('unit_identifier').selectAll().where('unit_id', '=', id).execute()
  return { unit, identifiers }
}

/** Units stand in one another no deeper than this; a ring of them is nobody's. */
const deepest = 12

/** A unit and the bodies it is a part of, itself first. */
export async function unitsAround(
  db: Db,
  id: string,
): Promise<readonly { readonly id: string; readonly regionKey: string | null }[]> {
  const around: { id: string; regionKey: string | null }[] = []
  let next: string | null = id
  while (next !== null && around.length < deepest) {
    const unit: { region_key: string | null; parent_id: string | null } | undefined = await db
      .selectFrom('unit')
      .select(['region_key', 'parent_id'])
      .where('id', '=', next)
      .executeTakeFirst()
    if (!unit) break
    around.push({ id: next, regionKey: unit.region_key })
    next = unit.parent_id
  }
  return around
}

/** The region a unit belongs to: its own, else that of the body it is a part of. */
export const regionOfUnit = async (db: Db, id: string): Promise<string | undefined> =>
  (await unitsAround(db, id)).find(({ regionKey }) => regionKey)?.regionKey ?? undefined

/** Units that are parts of a unit. */
export const partsOfUnit = (db: Db, id: string) =>
  db.selectFrom('unit').select('id').where('parent_id', '=', id).execute()

/** Writes one unit; what refers to it stays. */
export async function saveOwnUnit(
  trx: Trx,
  { unit, identifiers }: ReturnType<typeof ownUnitRows>,
): Promise<void> {
  const { id, ...columns } = unit
  await trx
    .insertInto('unit')
    .values(unit)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
  await trx.deleteFrom('unit_identifier').where('unit_id', '=', id).execute()
  await insertAll(trx, 'unit_identifier', identifiers)
  await reindexUnit(trx, id, (await regionOfUnit(trx, id)) ?? '')
  await relinkUnit(trx, id)
}

/** Writes what is said of a unit as a whole anew. `at` is RFC 3339 UTC. */
export async function saveContent(trx: Trx, id: string, content: string, at: string): Promise<void> {
  await trx.updateTable('unit').set({ content, updated_at: at }).where('id', '=', id).execute()
}

export async function deleteOwnUnit(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom('unit').where('id', '=', id).execute()
  await relinkUnit(trx, id)
}
