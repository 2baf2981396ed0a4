import type { SupplementEdit } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { insertAll } from '../import/index.ts'
import { byKey, ownSupplementId } from './own-supplements.ts'
import { richTextOf } from './rich-text.ts'

/** A service and the region in which something is said of it. */
export interface ServiceAt {
  readonly serviceId: string
  readonly regionKey: string
}

/** Sources of authorities; what was imported is not an editor's to change. */
const own = 'authority-%'

/** What an authority itself says of a service in its region, in a fixed order. */
export async function ownSupplements(db: Db, { serviceId, regionKey }: ServiceAt): Promise<SupplementEdit[]> {
  const rows = await db
    .selectFrom('service_supplement')
    .select(['code', 'lang', 'mode', 'html'])
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .where('source_id', 'like', own)
    .execute()
  return (rows as SupplementEdit[]).sort(byKey)
}

/** Puts these in the place of what an authority says so far; imported ones beside them stay. `at` is RFC 3339 UTC. */
export async function replaceOwnSupplements(
  trx: Trx,
  { serviceId, regionKey }: ServiceAt,
  items: readonly SupplementEdit[],
  { sourceId, at }: { readonly sourceId: string; readonly at: string },
): Promise<void> {
  const before = await trx
    .selectFrom('service_supplement')
    .select(['id', 'html', 'updated_at'])
    .where('service_id', '=', serviceId)
    .where('region_key', '=', regionKey)
    .where('source_id', 'like', own)
    .execute()
  const known = new Map(before.map((row) => [row.id, row]))
  if (before.length > 0)
    await trx
      .deleteFrom('service_supplement')
      .where('id', 'in', [...known.keys()])
      .execute()
  const rows = items.map(({ code, lang, mode, html }) => {
    const id = ownSupplementId({ service: serviceId, regionKey, code, lang, mode })
    const earlier = known.get(id)
    return {
      id,
      service_id: serviceId,
      region_key: regionKey,
      lang,
      code,
      mode,
      html,
      content: JSON.stringify(richTextOf(html)),
      // Readers are told when a text last changed, not when its neighbour did.
      updated_at: earlier?.html === html ? earlier.updated_at : at,
      source_id: sourceId,
    }
  })
  await insertAll(trx, 'service_supplement', rows)
}
