import type { Db, Trx } from '../database/database.ts'
import type { ServiceAt } from './repository-supplements.ts'

/** Reasons by language. */
export type Reasons = Readonly<Record<string, string>>

/** Why a service is not offered in a region, as its authority said for this very region; none where it did not. */
export async function withdrawalReasons(db: Db, { serviceId, regionKey }: ServiceAt): Promise<Reasons> {
  const row = await db
    .selectFrom('service_withdrawal')
    .select('reasons')
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .executeTakeFirst()
  return JSON.parse(row?.reasons ?? '{}') as Reasons
}

/** Switches a service off in a region, or on again where there is no reason. `at` is RFC 3339 UTC. */
export async function saveWithdrawal(
  trx: Trx,
  { serviceId, regionKey }: ServiceAt,
  reasons: Reasons,
  { sourceId, at }: { readonly sourceId: string; readonly at: string },
): Promise<void> {
  await trx
    .deleteFrom('service_withdrawal')
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .execute()
  if (Object.keys(reasons).length === 0) return
  await trx
    .insertInto('service_withdrawal')
    .values({
      service_id: serviceId,
      region_key: regionKey,
      reasons: JSON.stringify(reasons),
      updated_at: at,
      source_id: sourceId,
    })
    .execute()
}
