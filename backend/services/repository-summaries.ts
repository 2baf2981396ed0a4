import { sql } from 'kysely'
import type { RichText, ServiceSummary } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { regionsAround } from '../places/index.ts'
import { wordsOf } from './rich-text.ts'
import { inLanguage } from './to-service.ts'

/** Teaser and short text: the first of them introduces a service in a list. */
const introductions = ['24', '05']
const longestTeaser = 200

/** Services in a list by id; unknown ids are absent. Online is what can be done online in the area, or anywhere without one. */
export async function summariesById(
  db: Db,
  ids: readonly string[],
  lang: string,
  area?: string,
): Promise<ReadonlyMap<string, ServiceSummary>> {
  if (ids.length === 0) return new Map()
  const rows = await nameRows(db, ids, lang, area)
  const teasers = Map.groupBy(await textRows(db, ids, lang), (row) => row.service_id)
  const summaries = [...Map.groupBy(rows, (row) => row.id)].flatMap(([id, names]) => {
    const [name] = inLanguage(names, lang)
    if (!name) return []
    const teaser = teaserOf(teasers.get(id) ?? [], lang)
    const summary: ServiceSummary = {
      id,
      ...(name.leistungsschluessel ? { leistungsschluessel: name.leistungsschluessel } : {}),
      title: name.title,
      ...(teaser ? { teaser } : {}),
      online: name.online === 1,
      lang: name.lang,
    }
    return [[id, summary] as const]
  })
  return new Map(summaries)
}

function nameRows(db: Db, ids: readonly string[], lang: string, area: string | undefined) {
  const here = area
    ? sql`(p.region_key is null or p.region_key in (${sql.join(regionsAround(area))}))`
    : sql`1 = 1`
  return db
    .selectFrom('service as s')
    .innerJoin('service_name as n', 'n.service_id', 's.id')
    .select(['s.id', 's.leistungsschluessel', 'n.title', 'n.lang'])
    .select(
      sql<number>`case when exists (select 1 from service_part p where p.service_id = s.id
        and p.kind = 'online-service' and ${here}) or exists (select 1 from local_part p where p.service_id = s.id
        and p.kind = 'online-service' and ${here}) then 1 else 0 end`.as('online'),
    )
    .where('s.id', 'in', ids)
    .where('s.public', '=', 1)
    .where('n.lang', 'in', [lang, 'de'])
    .execute()
}

const textRows = (db: Db, ids: readonly string[], lang: string) =>
  db
    .selectFrom('service_text')
    .select(['service_id', 'code', 'lang', 'content'])
    .where('service_id', 'in', ids)
    .where('code', 'in', introductions)
    .where('lang', 'in', [lang, 'de'])
    .execute()

interface TextRow {
  readonly code: string
  readonly lang: string
  readonly content: string
}

function teaserOf(rows: readonly TextRow[], lang: string): string | undefined {
  const spoken = inLanguage(rows, lang)
  const [row] = introductions.flatMap((code) => spoken.find((one) => one.code === code) ?? [])
  return row && shorten(wordsOf(JSON.parse(row.content) as RichText).replace(/\s+/g, ' '))
}

/** At most so many characters, cut between words. */
function shorten(text: string): string {
  if (text.length <= longestTeaser) return text
  const cut = text.slice(0, longestTeaser)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestTeaser / 2))} …`
}
