import type { Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { leikaPrefix } from './resolve.ts'
import { type Body, type DerivedResponsibility, deriveResponsibilities } from './tiers.ts'

/**
 * Computes anew the responsibilities that follow from the tiers and from the general units there are. What is recorded for
 * the same service and region takes precedence.
 */
export async function deriveTiers(trx: Trx): Promise<void> {
  await trx.deleteFrom('responsibility').where('derived', '=', 1).execute()
  const tiers = await trx
    .selectFrom('executing_tier')
    .select(['leistungsschluessel', 'region_key as regionKey', 'tier', 'basis', 'source_id as sourceId'])
    .execute()
  const recorded = await trx
    .selectFrom('responsibility')
    .select(['service_key', 'region_key'])
    .where('role', '=', 'responsible')
    .execute()
  const taken = new Set(recorded.map((row) => `${row.service_key} ${row.region_key}`))
  const derived = deriveResponsibilities(tiers, await generalUnits(trx)).filter(
    ({ serviceKey, regionKey }) => !taken.has(`${serviceKey} ${regionKey}`),
  )
  await insertAll(trx, 'responsibility', derived.map(toRow))
}

/** The same for one service in one region, as after an edit there. */
export async function rederiveAt(
  trx: Trx,
  { serviceKey, regionKey }: { readonly serviceKey: string; readonly regionKey: string },
): Promise<void> {
  const recorded = await trx
    .selectFrom('responsibility')
    .select('unit_id')
    .where('service_key', '=', serviceKey)
    .where('region_key', '=', regionKey)
    .where('role', '=', 'responsible')
    .limit(1)
    .execute()
  if (recorded.length > 0 || !serviceKey.startsWith(leikaPrefix)) return
  const tiers = await trx
    .selectFrom('executing_tier')
    .select(['leistungsschluessel', 'region_key as regionKey', 'tier', 'basis', 'source_id as sourceId'])
    .where('leistungsschluessel', '=', serviceKey.slice(leikaPrefix.length))
    .execute()
  const derived = deriveResponsibilities(tiers, await generalUnits(trx))
  await insertAll(trx, 'responsibility', derived.filter((one) => one.regionKey === regionKey).map(toRow))
}

/** One body for each region; of several the first by id, as the directory chooses too. */
async function generalUnits(trx: Trx): Promise<readonly Body[]> {
  const rows = await trx
    .selectFrom('unit')
    .select(['id', 'region_key'])
    .where('general', '=', 1)
    .orderBy('id')
    .execute()
  const bodies = new Map<string, Body>()
  for (const { id, region_key: regionKey } of rows)
    if (regionKey && !bodies.has(regionKey)) bodies.set(regionKey, { unitId: id, regionKey })
  return [...bodies.values()]
}

const toRow = ({ serviceKey, regionKey, unitId, basis, sourceId }: DerivedResponsibility) => ({
  service_key: serviceKey,
  region_key: regionKey,
  role: 'responsible' as const,
  unit_id: unitId,
  note: null,
  basis,
  source_id: sourceId,
  derived: 1,
})
