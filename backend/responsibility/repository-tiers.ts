import type { Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { type DerivedResponsibility, deriveResponsibilities } from './tiers.ts'

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

async function generalUnits(trx: Trx) {
  return trx
    .selectFrom('unit')
    .select(['id as unitId', 'region_key as regionKey'])
    .where('general', '=', 1)
    .where('region_key', 'is not', null)
    .orderBy('id')
    .$narrowType<{ regionKey: string }>()
    .execute()
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
