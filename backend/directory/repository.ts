import type { Unit } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'

/** In which language and at which moment a unit is looked at. */
export interface UnitView {
  readonly lang: string
  readonly now: Date
}

/** The unit of an id. */
export async function findUnit(db: Db, id: string, view: UnitView): Promise<Unit | undefined> {
  return (await unitsById(db, [id], view)).get(id)
}

/** Many units by id; unknown ids are absent. */
export async function unitsById(
  _db: Db,
  _ids: readonly string[],
  _view: UnitView,
): Promise<ReadonlyMap<string, Unit>> {
  return new Map()
}

/** The general administration of the first of these regions that has one; give the nearest region first. */
export async function generalUnitOf(
  _db: Db,
  _regionKeys: readonly string[],
  _view: UnitView,
): Promise<Unit | undefined> {
  return undefined
}
