import { sql } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'

/** One line of what hangs on a service; what `name` and `extra` mean depends on the section. */
export interface PageRow {
  readonly section:
    | 'name'
    | 'language'
    | 'text'
    | 'supplement'
    | 'withdrawal'
    | 'part'
    | 'keyword'
    | 'key'
    | 'ozg'
    | 'life-situation'
    | 'area'
    | 'origin'
  readonly name: string
  readonly lang: string
  readonly position: number
  readonly region_key: string | null
  readonly content: string | null
  readonly extra: string | null
  /** Who wrote it and when, where that is recorded of this line. */
  readonly author: string | null
  readonly updated_at: string | null
  readonly source_id: string | null
}

/**
 * Everything that hangs on a service in the reader's language and in German, as far as it holds in the area ('' = none): one
 * query instead of eight, as this is what readers ask for most.
 */
export const pageRows = compiled((db: Db, id: string, lang: string, area: string) => ({
  compile: () => pageQuery(id, lang, area).compile(db),
}))

const pageQuery = (id: string, lang: string, area: string) => sql<PageRow>`
  select 'name' as section, title as name, lang, 0 as position, null as region_key, null as content,
    official_title as extra, null as author, null as updated_at, null as source_id
  from service_name where service_id = ${id}
  union all
  select distinct 'language', '', lang, 0, null, null, null, null, null, null
  from service_text where service_id = ${id}
  union all
  select 'text', code, lang, position, null, content, null, author, updated_at, null
  from service_text where service_id = ${id} and lang in (${lang}, 'de')
  union all
  select 'supplement', s.code, s.lang, 0, s.region_key, s.content, s.mode, s.author, s.updated_at, s.source_id
  from service_supplement s
  where s.service_id = ${id} and s.lang in (${lang}, 'de')
    and substr(${area}, 1, length(s.region_key)) = s.region_key
  union all
  select 'withdrawal', '', '', 0, w.region_key, w.reasons, null, null, w.updated_at, w.source_id
  from service_withdrawal w
  where w.service_id = ${id} and substr(${area}, 1, length(w.region_key)) = w.region_key
  union all
  select 'part', kind, lang, position, region_key, content, null, author, updated_at, null
  from service_part where service_id = ${id} and lang in (${lang}, 'de')
    and (region_key is null or substr(${area}, 1, length(region_key)) = region_key)
  union all
  select 'part', l.kind, l.lang, l.position, l.region_key, l.content, null, null, l.updated_at, l.source_id
  from local_part l
  where l.service_id = ${id} and l.lang in (${lang}, 'de')
    and substr(${area}, 1, length(l.region_key)) = l.region_key
  union all
  select 'keyword', keyword, lang, 0, null, null, sort_key, null, null, null
  from service_keyword where service_id = ${id} and lang in (${lang}, 'de')
  union all
  select 'key', value, '', 0, null, null, null, null, null, null
  from service_identifier where service_id = ${id} and scheme_id = 'leika'
  union all
  select distinct 'ozg', o.value, '', 0, null, null, null, null, null, null
  from service_identifier k
    join service_identifier o on o.service_id = k.service_id and o.scheme_id = 'ozg-leistung'
  where k.scheme_id = 'leika' and k.value = (select leistungsschluessel from service where id = ${id})
  union all
  select 'life-situation', l.id, '', l.position, null, l.names, null, null, null, null
  from service_life_situation k join life_situation l on l.id = k.life_situation_id
  where k.service_id = ${id}
  union all
  select 'area', name, '', 0, region_key, null, kind, null, null, null
  from area where region_key in (${sql.join([2, 3, 5, 9, 12].map((length) => sql`substr(${area}, 1, ${sql.lit(length)})`))})
    or region_key = (select region_key from service where id = ${id})
  union all
  select 'origin', name, '', 0, null, null, publisher, null, as_of, id
  from source where id in (
    select source_id from service where id = ${id}
    union select source_id from service_supplement where service_id = ${id}
    union select source_id from service_withdrawal where service_id = ${id}
    union select source_id from local_part where service_id = ${id})`
