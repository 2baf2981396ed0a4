import type { ResponsibilityEdit } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { byRoleAndUnit } from './own-records.ts'
import { rederiveAt } from './repository-tiers.ts'

/** A service under the key it is recorded by, and the region in which somebody answers for it. */
export interface RecordsAt {
  readonly serviceKey: string
  readonly regionKey: string
}

/** Sources of authorities; what was imported is not an editor's to change. */
const own = 'authority-%'

const recordedAt = (db: Db, { serviceKey, regionKey }: RecordsAt) =>
  db
    .selectFrom('responsibility')
    .where('service_key', '=', serviceKey)
    .where('region_key', '=', regionKey)
    .where('derived', '=', 0)

/** Who acts for a service in a region as its authority itself says, in a fixed order. */
export async function ownRecords(db: Db, at: RecordsAt): Promise<ResponsibilityEdit[]> {
  const rows = await recordedAt(db, at)
    .select(['unit_id', 'role', 'note', 'basis'])
    .where('source_id', 'like', own)
    .execute()
  return rows
    .map(({ unit_id: unit, role, note, basis }) => ({
      unit,
      role,
      ...(note ? { note } : {}),
      ...(basis ? { basis } : {}),
    }))
    .sort(byRoleAndUnit)
}

/** Whether an import has recorded who acts there. */
export async function isImported(db: Db, at: RecordsAt): Promise<boolean> {
  const rows = await recordedAt(db, at)
    .select('unit_id')
    .where('source_id', 'not like', own)
    .limit(1)
    .execute()
  return rows.length > 0
}

/** Puts these in the place of what an authority says so far; what follows from tiers gives way, or comes back. */
export async function replaceOwnRecords(
  trx: Trx,
  at: RecordsAt,
  items: readonly ResponsibilityEdit[],
  sourceId: string,
): Promise<void> {
  const { serviceKey, regionKey } = at
  await trx
    .deleteFrom('responsibility')
    .where('service_key', '=', serviceKey)
    .where('region_key', '=', regionKey)
    .where((eb) => eb.or([eb('derived', '=', 1), eb('source_id', 'like', own)]))
    .execute()
  const rows = items.map(({ unit, role, note = null, basis = null }) => ({
    service_key: serviceKey,
    region_key: regionKey,
    role,
    unit_id: unit,
    note,
    basis,
    source_id: sourceId,
    derived: 0,
  }))
  await insertAll(trx, 'responsibility', rows)
  await rederiveAt(trx, at)
}

/** Which of these units there are not. */
export async function unknownUnits(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('unit')
    .select('id')
    .where('id', 'in', ['', ...ids])
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  return new Set(ids.filter((id) => !known.has(id)))
}

/** Whether somebody has recorded that a unit acts for something; what follows from tiers follows the unit. */
export async function isNamed(db: Db, unitId: string): Promise<boolean> {
  const rows = await db
    .selectFrom('responsibility')
    .select('unit_id')
    .where('unit_id', '=', unitId)
    .where('derived', '=', 0)
    .limit(1)
    .execute()
  return rows.length > 0
}
