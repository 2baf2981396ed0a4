import type { Db } from '../database/database.ts'
import type { ImportContext } from '../import/index.ts'
import { replaceServices, takenPlaces } from './import-records.ts'
import type { ServiceRecord } from './service-record.ts'
import { faultOf, rowsOf } from './service-rows.ts'

/** A description and the source it belongs to, which need not be the one that is imported. */
export interface SourcedRecord {
  readonly record: ServiceRecord
  readonly sourceId: string
}

/**
 * Writes some descriptions, new ones and those that differ, and leaves all others alone: for sources too large to be
 * compared as a whole.
 */
export async function writeSome(context: ImportContext, given: readonly SourcedRecord[]): Promise<void> {
  const { trx } = context
  const present = await presentAmong(trx, given)
  const places = takenPlaces(present)
  const fingerprints = new Map(present.map((one) => [one.id, one.fingerprint]))
  const sound = given.filter(({ record, sourceId }) => {
    const fault = faultOf(record) ?? places.clash(record, sourceId)
    if (fault) context.reject(record.line, fault, record.titles['de'] ?? record.identifier.value)
    return !fault
  })
  const rows = sound.map(({ record, sourceId }) => rowsOf(record, sourceId, ''))
  const changed = rows.filter(({ service }) => fingerprints.get(service.id) !== service.fingerprint)
  await replaceServices(trx, changed)
}

const columns = ['id', 'source_id', 'fingerprint', 'batch', 'scheme_agency_id', 'scheme_id', 'value'] as const

/** Services that already stand where some of these want to stand, by id or by identifier. */
async function presentAmong(db: Db, given: readonly SourcedRecord[]) {
  const ids = given.map(({ record }) => record.id)
  const found = await db.selectFrom('service').select(columns).where('id', 'in', ids).execute()
  const schemes = Map.groupBy(
    given,
    ({ record: { identifier } }) => `${identifier.schemeAgencyId}\n${identifier.schemeId}`,
  )
  for (const some of schemes.values()) {
    const { schemeAgencyId = '', schemeId = '' } = some[0]?.record.identifier ?? {}
    const values = some.map(({ record }) => record.identifier.value)
    found.push(
      ...(await db
        .selectFrom('service')
        .select(columns)
        .where('scheme_agency_id', '=', schemeAgencyId)
        .where('scheme_id', '=', schemeId)
        .where('value', 'in', values)
        .where('id', 'not in', ids)
        .execute()),
    )
  }
  return found
}
