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
const queries = new Map<number, RecordsQuery>()
const regionSlots = 6

/** One query for each number of service keys. */
function recordsQuery(keys: number): RecordsQuery {
  const known = queries.get(keys)
  if (known) return known
  const query: RecordsQuery = compiled(
    (db: Db, ...values: string[]) => {
      const records = db
        .selectFrom('responsibility')
        .select(columns)
        .where('service_key', 'in', values.slice(0, keys))
      const [from = '', to = '', ...above] = values.slice(keys)
      return records
        .where('region_key', 'in', above)
        .unionAll(records.where('region_key', '>', from).where('region_key', '<=', to))
    },
    keys + 2 + regionSlots,
  )
  queries.set(keys, query)
  return query
}

/** What is recorded for a service and holds in a region or in a part of it, in one query. */
export async function recordsAround(
  db: Db,
  serviceKeys: readonly string[],
  regionKey: string,
): Promise<readonly ResponsibilityRecord[]> {
  const above = regionsAbove(regionKey)
  const slots = Array.from({ length: regionSlots }, (_, index) => above[index] ?? '')
  const end = regionKey.padEnd(12, '9')
  return recordsQuery(serviceKeys.length)(db, ...serviceKeys, regionKey, end, ...slots)
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
