import type { Db } from '../database/database.ts'
import { type ImportContext, insertAll, markBack, markGone, type XzufiIdentifier } from '../import/index.ts'
import type { ServiceRecord } from './service-record.ts'
import { faultOf, rowsOf, type ServiceRows } from './service-rows.ts'

const childTables = [
  'service_name',
  'service_text',
  'service_part',
  'service_keyword',
  'service_identifier',
  'service_life_situation',
] as const
/** Rows are written in stretches, so that a large catalogue is never in memory as a whole. */
const stretch = 400

/**
 * Makes the services of a source equal to these records: writes what is new or differs, deletes what has gone, leaves out
 * what cannot be taken and says why. Where a source comes in several files, `batch` names this one. A service row is never
 * replaced, as supplements of others hang on it.
 */
export async function writeServices(
  context: ImportContext,
  records: readonly ServiceRecord[],
  batch = '',
): Promise<void> {
  const { trx, source, count } = context
  const present = await presentServices(trx)
  const kept = new Set(records.map((record) => record.id))
  const own = present.filter((one) => one.source_id === source.id && one.batch === batch)
  const gone = context.tenant?.keepsRest ? [] : own.filter((one) => !kept.has(one.id))
  context.guardDeletions(own.length, gone.length)
  for (const some of chunks(gone)) {
    const ids = some.map(({ id }) => id)
    await trx.deleteFrom('service').where('id', 'in', ids).execute()
  }
  await markGone(context, 'leistung', gone.map(identifierOf))
  count('deleted', gone.length)

  const places = takenPlaces(present.filter((one) => one.source_id !== source.id || kept.has(one.id)))
  const fingerprints = new Map(present.map((one) => [one.id, one.fingerprint]))
  for (const some of chunks(records)) {
    const sound = some.filter((record) => {
      const fault = faultOf(record)
      const clash = fault ? undefined : places.clash(record, source.id)
      if (fault) context.reject(record.line, fault, record.titles['de'], { code: 'field-invalid' })
      if (clash) context.reject(record.line, clash, record.titles['de'], { code: clashCode(clash) })
      return !fault && !clash
    })
    const rows = sound.map((record) => rowsOf(record, source.id, batch))
    const changed = rows.filter(({ service }) => fingerprints.get(service.id) !== service.fingerprint)
    await replaceServices(trx, changed)
    const added = changed.map(({ service }) => service).filter(({ id }) => !fingerprints.has(id))
    await markBack(context, 'leistung', added.map(identifierOf))
    count('written', changed.length)
  }
}

/** Standing twice is the file's fault, anything else is somebody's right. */
const clashCode = (clash: string) => (clash.endsWith('twice') ? ('duplicate' as const) : ('taken' as const))

interface Present {
  readonly id: string
  readonly source_id: string
  readonly fingerprint: string
  readonly batch: string
  readonly scheme_agency_id: string
  readonly scheme_id: string
  readonly value: string
}

const identifierOf = (row: Pick<Present, 'scheme_agency_id' | 'scheme_id' | 'value'>): XzufiIdentifier => ({
  schemeAgencyId: row.scheme_agency_id,
  schemeId: row.scheme_id,
  value: row.value,
})

const presentServices = (db: Db): Promise<readonly Present[]> =>
  db
    .selectFrom('service')
    .select(['id', 'source_id', 'fingerprint', 'batch', 'scheme_agency_id', 'scheme_id', 'value'])
    .execute()

/** Which ids and identifiers are taken, and by whom. */
export function takenPlaces(present: readonly Present[]) {
  const owners = new Map(present.map((one) => [one.id, one.source_id]))
  const holders = new Map(
    present.map((one) => [nameOf(one.scheme_agency_id, one.scheme_id, one.value), one.id]),
  )
  const seen = new Set<string>()
  /** Why a record would stand in another's place; undefined when it has its own, which is its from now on. */
  const clash = ({ id, identifier }: ServiceRecord, sourceId: string): string | undefined => {
    const owner = owners.get(id)
    if (seen.has(id)) return `The id ${id} stands in the file twice`
    if (owner && owner !== sourceId) return `The id ${id} belongs to the source ${owner}`
    const name = nameOf(identifier.schemeAgencyId, identifier.schemeId, identifier.value)
    const holder = holders.get(name) ?? id
    if (holder !== id) return `The identifier ${identifier.value} belongs to ${holder}`
    seen.add(id)
    holders.set(name, id)
    return undefined
  }
  return { clash }
}

const nameOf = (...parts: readonly string[]): string => parts.join('\n')

/** Writes services and all that hangs on them; what was there of them before goes, but for what others hung on it. */
export async function replaceServices(db: Db, services: readonly ServiceRows[]): Promise<void> {
  for (const some of chunks(services)) {
    const ids = some.map((one) => one.service.id)
    for (const table of childTables) await db.deleteFrom(table).where('service_id', 'in', ids).execute()
    await insertAll(
      db,
      'service',
      some.map((one) => one.service),
      { conflict: { on: 'id', update: updated } },
    )
    await insertAll(
      db,
      'service_name',
      some.flatMap((one) => one.names),
    )
    await insertAll(
      db,
      'service_text',
      some.flatMap((one) => one.texts),
    )
    await insertAll(
      db,
      'service_part',
      some.flatMap((one) => one.parts),
    )
    await insertAll(
      db,
      'service_keyword',
      some.flatMap((one) => one.keywords),
    )
    await insertAll(
      db,
      'service_identifier',
      some.flatMap((one) => one.identifiers),
    )
    await insertAll(
      db,
      'service_life_situation',
      some.flatMap((one) => one.lifeSituations),
    )
  }
}

const updated = [
  'scheme_agency_id',
  'scheme_id',
  'value',
  'leistungsschluessel',
  'typisierung',
  'region_key',
  'public',
  'citizen',
  'business',
  'valid_from',
  'valid_to',
  'updated_at',
  'author',
  'richness',
  'fingerprint',
  'batch',
] as const

function* chunks<Item>(items: readonly Item[]): Iterable<readonly Item[]> {
  for (let from = 0; from < items.length; from += stretch) yield items.slice(from, from + stretch)
}
