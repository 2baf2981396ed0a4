import { sql } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'

/** Who lists services: where, in which language and on which day. */
export interface Reader {
  readonly area?: string | undefined
  readonly lang: string
  /** ISO date; without it a description counts whenever it is valid. */
  readonly day?: string | undefined
}

/**
 * Condition on `service as s`: it is public, holds in the area and is offered there, is valid on the day, and no better description of its
 * Leistungsschluessel is all that (see bestDescription). Services of one source and region never hide each other: towns describe several services under
 * one coarse key.
 */
export function isVisible({ area, day }: Pick<Reader, 'area' | 'day'>) {
  const holds = (service: 's' | 't') =>
    sql`${holdsIn(sql.ref(`${service}.region_key`))} and ${isValid(service)}`
  const holdsIn = (region: ReturnType<typeof sql.ref>) =>
    area === undefined
      ? sql`1 = 1`
      : sql`(${region} is null or substr(${area}, 1, length(${region})) = ${region})`
  const isValid = (service: 's' | 't') =>
    day === undefined
      ? sql`1 = 1`
      : sql`coalesce(${sql.ref(`${service}.valid_from`)}, ${day}) <= ${day}
        and coalesce(${sql.ref(`${service}.valid_to`)}, ${day}) >= ${day}`
  const isOffered =
    area === undefined
      ? sql`1 = 1`
      : sql`not exists (select 1 from service_withdrawal w where w.service_id = s.id
          and substr(${area}, 1, length(w.region_key)) = w.region_key)`
  return sql<boolean>`(s.public = 1 and ${holds('s')} and ${isOffered} and not exists (
    select 1 from service_identifier k join service t on t.id = k.service_id
    where k.scheme_id = 'leika' and k.value = s.leistungsschluessel
      and t.public = 1 and ${holds('t')}
      and (t.source_id <> s.source_id or coalesce(t.region_key, '') <> coalesce(s.region_key, ''))
      and (length(coalesce(t.region_key, '')), t.richness, s.id)
        > (length(coalesce(s.region_key, '')), s.richness, t.id)))`
}

const regionsWithServices = compiled(
  (db: Db, ...regions: string[]) =>
    db
      .selectFrom('service')
      .select('region_key')
      .where('region_key', 'in', regions)
      .union(db.selectFrom('service_withdrawal').select('region_key').where('region_key', 'in', regions)),
  5,
)

/**
 * What all areas have in common that get the same descriptions: the smallest region around them that has its own or switches some off; '' where
 * only those for all Germany hold.
 */
export async function sharedRegion(db: Db, area: string | undefined): Promise<string | undefined> {
  if (area === undefined) return undefined
  const around = regionsAround(area)
  const rows = await regionsWithServices(db, ...around, ...Array<string>(5 - around.length).fill(''))
  return around.find((region) => rows.some((row) => row.region_key === region)) ?? ''
}
