import { type ExpressionBuilder, sql } from 'kysely'
import type { Role } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { DescribedService, GapQuestion, HeldAt } from './find-gaps.ts'
import { regionsAbove } from './resolve.ts'
import type { ExecutingTier } from './tables.ts'

/** The largest text that begins with a region key. */
const endOf = (area: string): string => `${area}\uffff`

/** Everything that is needed to find the gaps of an area, but for its Gemeinden. */
export async function gapFacts(db: Db, area: string, day: string): Promise<Omit<GapQuestion, 'gemeinden'>> {
  const above = regionsAbove(area)
  const services: DescribedService[] = await db
    .selectFrom('service')
    .select(['id', 'leistungsschluessel', 'region_key as regionKey'])
    .where('public', '=', 1)
    .where((eb) => eb.or([eb('region_key', 'is', null), eb('region_key', 'in', above), within(eb, area)]))
    .where(({ eb, fn, val }) => eb(fn.coalesce('valid_from', val(day)), '<=', day))
    .where(({ eb, fn, val }) => eb(fn.coalesce('valid_to', val(day)), '>=', day))
    .orderBy('id')
    .execute()
  const keys = await db
    .selectFrom('service_identifier')
    .select(['service_id as serviceId', 'value as key'])
    .where('scheme_id', '=', 'leika')
    .execute()
  const held = db
    .selectFrom('responsibility')
    .select(['service_key as serviceKey', 'region_key as regionKey'])
    .distinct()
    .where('role', '=', 'responsible')
  const records: HeldAt[] = await held
    .where('region_key', 'in', above)
    .unionAll(held.where('region_key', '>', area).where('region_key', '<', endOf(area)))
    .execute()
  const withdrawals: HeldAt[] = await db
    .selectFrom('service_withdrawal')
    .select(['service_id as serviceKey', 'region_key as regionKey'])
    .execute()
  return { services, keys, records, withdrawals }
}

const within = (eb: ExpressionBuilder<Schema, 'service'>, area: string) =>
  eb.and([eb('region_key', '>', area), eb('region_key', '<', endOf(area))])

/** Which tier executes which Leistungsschluessel in the Land of an area. */
export async function tiersIn(db: Db, area: string): Promise<ReadonlyMap<string, ExecutingTier>> {
  const rows = await db
    .selectFrom('executing_tier')
    .select(['leistungsschluessel', 'tier'])
    .where('region_key', '=', area.slice(0, 2))
    .execute()
  return new Map(rows.map((row) => [row.leistungsschluessel, row.tier]))
}

/** Where several units do the same. */
export interface OverlapAt {
  readonly serviceKey: string
  readonly regionKey: string
  readonly role: Role
}

/** Records of an area that name several units for the same, unless each has a note of its own that tells which is whose. */
export async function overlapsIn(db: Db, area: string): Promise<readonly OverlapAt[]> {
  return db
    .selectFrom('responsibility')
    .select(['service_key as serviceKey', 'region_key as regionKey', 'role'])
    .where('region_key', '>=', area)
    .where('region_key', '<', endOf(area))
    .groupBy(['service_key', 'region_key', 'role'])
    .having(sql<boolean>`count(*) > 1 and count(distinct note) < count(*)`)
    .orderBy('region_key')
    .orderBy('service_key')
    .orderBy('role')
    .execute()
}

/** The units of such records, by name. */
export async function unitsAt(db: Db, { serviceKey, regionKey, role }: OverlapAt) {
  return db
    .selectFrom('responsibility as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .select(['unit.id', 'unit.name'])
    .where('service_key', '=', serviceKey)
    .where('r.region_key', '=', regionKey)
    .where('role', '=', role)
    .orderBy('unit.id')
    .execute()
}

interface RecordsQuery {
  readonly area: string
  readonly unit?: string | undefined
  /** Keys a service is recorded under. */
  readonly serviceKeys?: readonly string[] | undefined
  readonly from: number
  readonly limit: number
}

/** Records that hold in an area or in a part of it, and how many there are. */
export async function recordsIn(db: Db, { area, unit, serviceKeys, from, limit }: RecordsQuery) {
  let query = db
    .selectFrom('responsibility as r')
    .innerJoin('unit', 'unit.id', 'r.unit_id')
    .where((eb) =>
      eb.or([
        eb('r.region_key', 'in', regionsAbove(area)),
        eb.and([eb('r.region_key', '>', area), eb('r.region_key', '<', endOf(area))]),
      ]),
    )
  if (unit !== undefined) query = query.where('unit_id', '=', unit)
  if (serviceKeys !== undefined) query = query.where('service_key', 'in', serviceKeys)
  const rows = await query
    .select([
      'service_key',
      'r.region_key',
      'role',
      'unit_id',
      'note',
      'basis',
      'derived',
      'r.source_id',
      'name',
    ])
    .orderBy('service_key')
    .orderBy('r.region_key')
    .orderBy('role')
    .orderBy('unit_id')
    .limit(limit)
    .offset(from)
    .execute()
  const count = await query.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirst()
  return { rows, total: Number(count?.count ?? 0) }
}

/** The German titles of services, by the key they are recorded under; those nobody describes are absent. */
export async function servicesByKey(db: Db, keys: readonly string[]) {
  const ids = keys.filter((key) => !key.startsWith('leika:'))
  const numbers = keys.filter((key) => key.startsWith('leika:')).map((key) => key.slice(6))
  const rows = await db
    .selectFrom('service as s')
    .innerJoin('service_name as n', 'n.service_id', 's.id')
    .select(['s.id', 's.leistungsschluessel', 'n.title'])
    .where('n.lang', '=', 'de')
    .where((eb) =>
      eb.or([eb('s.id', 'in', ['', ...ids]), eb('s.leistungsschluessel', 'in', ['', ...numbers])]),
    )
    .orderBy('s.region_key', (order) => order.desc().nullsLast())
    .orderBy('s.id', 'desc')
    .execute()
  const named = rows.map(({ id, title, leistungsschluessel }) => ({
    id,
    title,
    ...(leistungsschluessel ? { leistungsschluessel } : {}),
  }))
  // Later ones win: of several descriptions of a key the widest.
  return new Map(
    named.flatMap((one) => [
      [one.id, one] as const,
      ...(one.leistungsschluessel ? [[`leika:${one.leistungsschluessel}`, one] as const] : []),
    ]),
  )
}
