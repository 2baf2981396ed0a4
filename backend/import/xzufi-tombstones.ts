import type { Trx } from '../database/database.ts'
import type { ImportContext } from './profile.ts'
import { idOf, type XzufiIdentifier } from './xzufi-identifier.ts'

const stretch = 200

/** Remembers that objects of other formats were deleted, so that an export of changes can tell those who have them from us. */
export async function markGone(
  { trx, now, source }: ImportContext,
  kind: string,
  identifiers: readonly XzufiIdentifier[],
): Promise<void> {
  const rows = identifiers.map((one) => ({
    ...{ kind, id: idOf(one), version: '2.2', content: '', fingerprint: '', changed_at: now, deleted: 1 },
    ...{ scheme_agency_id: one.schemeAgencyId, scheme_id: one.schemeId, value: one.value },
    source_id: source.id,
  }))
  for (let from = 0; from < rows.length; from += stretch)
    await trx
      .insertInto('xzufi_record')
      .values(rows.slice(from, from + stretch))
      // What XZuFi says of an object itself counts more.
      .onConflict((conflict) => conflict.columns(['kind', 'id']).doNothing())
      .execute()
}

/** Forgets that objects were deleted: they are there again. */
export async function markBack(
  { trx }: ImportContext,
  kind: string,
  identifiers: readonly XzufiIdentifier[],
): Promise<void> {
  const ids = identifiers.map(idOf)
  for (let from = 0; from < ids.length; from += stretch)
    await trx
      .deleteFrom('xzufi_record')
      .where('kind', '=', kind)
      .where('id', 'in', ids.slice(from, from + stretch))
      .where('deleted', '=', 1)
      .execute()
}

/** Forgets all that came from a source, and that it ever did. */
export const forgetXzufi = (trx: Trx, sourceId: string) =>
  trx.deleteFrom('xzufi_record').where('source_id', '=', sourceId).execute()
