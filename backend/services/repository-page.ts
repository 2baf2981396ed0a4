import { sql } from 'kysely'
import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'

/** One line of what hangs on a service; what `name` and `extra` mean depends on the section. */
export interface PageRow {
  readonly section:
    'name' | 'language' | 'text' | 'supplement' | 'part' | 'keyword' | 'key' | 'life-situation'
  readonly name: string
  readonly lang: string
  readonly position: number
  readonly region_key: string | null
  readonly content: string | null
  readonly extra: string | null
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
    official_title as extra
  from service_name where service_id = ${id}
  union all
  select distinct 'language', '', lang, 0, null, null, null
  from service_text where service_id = ${id}
  union all
  select 'text', code, lang, position, null, content, null
  from service_text where service_id = ${id} and lang in (${lang}, 'de')
  union all
  select 'supplement', s.code, s.lang, 0, s.region_key, s.content, a.name
  from service_supplement s left join area a on a.region_key = s.region_key
  where s.service_id = ${id} and s.lang in (${lang}, 'de')
    and substr(${area}, 1, length(s.region_key)) = s.region_key
  union all
  select 'part', kind, lang, position, region_key, content, null
  from service_part where service_id = ${id} and lang in (${lang}, 'de')
    and (region_key is null or substr(${area}, 1, length(region_key)) = region_key)
  union all
  select 'keyword', keyword, lang, 0, null, null, sort_key
  from service_keyword where service_id = ${id} and lang in (${lang}, 'de')
  union all
  select 'key', value, '', 0, null, null, null
  from service_identifier where service_id = ${id} and scheme_id = 'leika'
  union all
  select 'life-situation', l.id, '', l.position, null, l.names, null
  from service_life_situation k join life_situation l on l.id = k.life_situation_id
  where k.service_id = ${id}`
