import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { regionsAbove, type ResponsibilityRecord } from './resolve.ts'

const columns = [
  'service_key as serviceKey',
  'region_key as regionKey',
  'role',
  'unit_id as unitId',
  'note',
  'basis',
] as const

type RecordsQuery = (db: Db, ...values: string[]) => Promise<ResponsibilityRecord[]>
const queries = new Map<string, RecordsQuery>()

/** One query for each number of service keys and regions. */
function recordsQuery(keys: number, regions: number): RecordsQuery {
  const shape = `${keys} ${regions}`
  const known = queries.get(shape)
  if (known) return known
  const query: RecordsQuery = compiled(
    (db: Db, ...values: string[]) =>
      db
        .selectFrom('responsibility')
        .select(columns)
        .where('service_key', 'in', values.slice(0, keys))
        .where('region_key', 'in', values.slice(keys)),
    keys + regions,
  )
  queries.set(shape, query)
  return query
}

/** What is recorded for a service and may hold in any of these areas, in one query. */
export async function recordsFor(
  db: Db,
  serviceKeys: readonly string[],
  regionKeys: readonly string[],
): Promise<readonly ResponsibilityRecord[]> {
  const regions = padded([...new Set(regionKeys.flatMap(regionsAbove))])
  return recordsQuery(serviceKeys.length, regions.length)(db, ...serviceKeys, ...regions)
}

/** Repeats the last value up to the next multiple of six, the regions around one Gemeinde: few lengths, few queries. */
function padded(values: readonly string[]): readonly string[] {
  const length = Math.ceil(values.length / 6) * 6
  return Array.from({ length }, (_, index) => values[Math.min(index, values.length - 1)] ?? '')
}

/** What is recorded for a service in parts of an area only. */
export async function recordsBelow(
  db: Db,
  serviceKeys: readonly string[],
  regionKey: string,
): Promise<readonly ResponsibilityRecord[]> {
  return db
    .selectFrom('responsibility')
    .select(columns)
    .where('service_key', 'in', serviceKeys)
    .where('region_key', '>', regionKey)
    .where('region_key', '<=', regionKey.padEnd(12, '9'))
    .execute()
}

const keysOfUnit = compiled((db: Db, unitId: string) =>
  db
    .selectFrom('responsibility')
    .select('service_key as serviceKey')
    .distinct()
    .where('unit_id', '=', unitId),
)

/** Under which service keys a unit is recorded in whatever role. */
export async function serviceKeysOfUnit(db: Db, unitId: string): Promise<readonly string[]> {
  const rows = await keysOfUnit(db, unitId)
  return rows.map((row) => row.serviceKey)
}
