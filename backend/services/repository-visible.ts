import { sql } from 'kysely'
import { regionsAround } from '../places/index.ts'

/** Who lists services: where and in which language. */
export interface Reader {
  readonly area?: string | undefined
  readonly lang: string
}

/**
 * Condition on `service as s`: it is public, holds in the area, and no better description of its Leistungsschluessel does
 * (see bestDescription). Services of one source and region never hide each other: towns describe several services under
 * one coarse key.
 */
export function isVisible(area: string | undefined) {
  const regions = area ? regionsAround(area) : undefined
  const holds = (region: ReturnType<typeof sql.ref>) =>
    regions ? sql`(${region} is null or ${region} in (${sql.join(regions)}))` : sql`1 = 1`
  return sql<boolean>`(s.public = 1 and ${holds(sql.ref('s.region_key'))} and not exists (
    select 1 from service_identifier k join service t on t.id = k.service_id
    where k.scheme_id = 'leika' and k.value = s.leistungsschluessel
      and t.public = 1 and ${holds(sql.ref('t.region_key'))}
      and (t.source_id <> s.source_id or coalesce(t.region_key, '') <> coalesce(s.region_key, ''))
      and (length(coalesce(t.region_key, '')), t.richness, s.id)
        > (length(coalesce(s.region_key, '')), s.richness, t.id)))`
}

/** Condition on `service_name as n`: it is the name readers of a language get, which is the German one for want of another. */
export const isShownName = (lang: string) =>
  lang === 'de'
    ? sql<boolean>`n.lang = 'de'`
    : sql<boolean>`(n.lang = ${lang} or (n.lang = 'de' and not exists (
        select 1 from service_name o where o.service_id = n.service_id and o.lang = ${lang})))`
