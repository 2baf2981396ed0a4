import { sql } from 'kysely'
import type { Db } from '../database/database.ts'

/** The units that answer for a service anywhere, by id; keys are those of a ServiceRef. */
export async function holdersOf(
  db: Db,
  serviceKeys: readonly string[],
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
): Promise<readonly string[]> {
  if (serviceKeys.length === 0) return []
  const rows = await db
    .selectFrom('responsibility')
    .select('unit_id')
    .distinct()
    .where('service_key', 'in', serviceKeys)
    .where('role', '=', 'responsible')
    .orderBy('unit_id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map((row) => row.unit_id)
}

/** Each public service under every key it may be recorded under. */
const keyed = sql`(
  select id as service_id, id as service_key from service where public = 1
  union
  select i.service_id, 'leika:' || i.value from service_identifier i
    join service s on s.id = i.service_id and s.public = 1
    where i.scheme_id = 'leika'
)`

/** A service and a unit that answers for it. */
export interface Held {
  readonly serviceId: string
  readonly unitId: string
}

/** What these units answer for, by service and unit; at most 500 units. */
export async function heldBy(db: Db, unitIds: readonly string[]): Promise<readonly Held[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<Held>`
    select distinct k.service_id as "serviceId", r.unit_id as "unitId"
    from responsibility r join ${keyed} k on k.service_key = r.service_key
    where r.unit_id in (${sql.join(unitIds.slice(0, 500))}) and r.role = 'responsible'
    order by k.service_id, r.unit_id`.execute(db)
  return rows
}

/** How many units answer for each public service anywhere; services nobody is recorded for are absent. */
export async function holderCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; units: number }>`
    select k.service_id as id, count(distinct r.unit_id) as units
    from ${keyed} k
    join responsibility r on r.service_key = k.service_key and r.role = 'responsible'
    group by k.service_id`.execute(db)
  return new Map(rows.map(({ id, units }) => [id, Number(units)]))
}
