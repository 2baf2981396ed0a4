import { sql } from 'kysely'
import type { KeywordPage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { letterOf } from './german-order.ts'
import { isVisible, type Reader, sharedRegion } from './repository-visible.ts'
import { inLanguage } from './to-service.ts'

/** Which part of the Stichwortverzeichnis is wanted. */
export interface KeywordOptions extends Reader {
  readonly letter?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Keywords and titles in German order, each with the services it leads to, and how many there are under each letter;
 * undefined when the cursor is not one of this list.
 */
export async function listKeywords(
  db: Db,
  options: KeywordOptions,
  remember: Remember = forgetful,
): Promise<KeywordPage | undefined> {
  const { letter, area, lang, day, limit, cursor } = options
  const after = cursor === undefined ? undefined : readCursor('keywords', cursor)
  if (cursor !== undefined && !after) return undefined
  const region = await sharedRegion(db, area)
  const wanted = letter === undefined ? undefined : letterOf(letter)
  const groups = await wordGroups(db, options, { letter: wanted, after, limit: limit + 1 })
  const page = groups.slice(0, limit)
  const last = page.at(-1)
  const titles = await titlesOf(db, [...new Set(page.flatMap((group) => group.ids))], lang)
  return {
    items: page.map(({ word, ids }) => ({
      keyword: word,
      services: ids
        .flatMap((id) => titles.get(id) ?? [])
        .sort((a, b) => (a.sort_key < b.sort_key ? -1 : 1))
        .map(({ id, title }) => ({ id, title })),
    })),
    next: last && groups.length > limit ? writeCursor('keywords', [last.letter, last.sortKey, '']) : null,
    letters: await remember(`letters ${region} ${lang} ${day}`, () =>
      lettersIn(db, { area: region, lang, day }),
    ),
  }
}

interface Word {
  readonly letter: string
  readonly sort_key: string
  readonly word: string
  readonly id: string
}

/** A word however written, and the services it leads to. */
interface WordGroup {
  readonly letter: string
  readonly sortKey: string
  readonly word: string
  readonly ids: readonly string[]
}

interface Stretch {
  readonly letter?: string | undefined
  readonly after?: readonly [letter: string, sortKey: string, ...rest: string[]] | undefined
  readonly limit: number
}

/** The next words with all their services. The words of a stretch are read in order, so that no more than these are looked at. */
async function wordGroups(db: Db, reader: Reader, { letter, after, limit }: Stretch): Promise<WordGroup[]> {
  for (let count = limit * 4; ; count *= 4) {
    const narrow = sql`${letter === undefined ? sql`1 = 1` : sql`w.letter = ${letter}`}
      and ${after ? sql`(w.letter, w.sort_key) > (${after[0]}, ${after[1]})` : sql`1 = 1`}`
    const { rows } = await sql<Word>`${words(reader, narrow)}
      order by letter, sort_key, word, id limit ${count}`.execute(db)
    const groups = [...Map.groupBy(rows, (row) => row.sort_key)].map(([sortKey, group]) => ({
      letter: group[0]?.letter ?? '',
      sortKey,
      word: group[0]?.word ?? '',
      ids: [...new Set(group.map((row) => row.id))],
    }))
    // The last word may have more services beyond the stretch.
    if (rows.length < count) return groups.slice(0, limit)
    if (groups.length > limit) return groups.slice(0, limit)
  }
}

/** Every word that leads to a service the reader sees, in the language the reader sees it in: one select for each index. */
function words({ area, lang, day }: Reader, narrow: ReturnType<typeof sql>) {
  const select = (table: 'service_name' | 'service_keyword', spoken: string, shown: ReturnType<typeof sql>) =>
    sql`select w.letter, w.sort_key, ${sql.ref(table === 'service_name' ? 'w.title' : 'w.keyword')} as word,
        w.service_id as id
      from ${sql.table(table)} w cross join service s
      where s.id = w.service_id and w.lang = ${spoken} and ${narrow} and ${shown} and ${isVisible({ area, day })}`
  const named = sql`exists (select 1 from service_name o where o.service_id = w.service_id and o.lang = ${lang})`
  const selects =
    lang === 'de'
      ? [select('service_name', 'de', sql`1 = 1`), select('service_keyword', 'de', sql`1 = 1`)]
      : [
          select('service_name', lang, sql`1 = 1`),
          select('service_keyword', lang, named),
          select('service_name', 'de', sql`not ${named}`),
          select('service_keyword', 'de', sql`not ${named}`),
        ]
  return sql.join(selects, sql` union all `)
}

async function lettersIn(db: Db, reader: Reader) {
  const { rows } = await sql<{ letter: string; count: number }>`
    select letter, count(distinct sort_key) as count from (${words(reader, sql`1 = 1`)}) as word
    group by letter order by letter`.execute(db)
  return rows.map(({ letter, count }) => ({ letter, count: Number(count) }))
}

async function titlesOf(db: Db, ids: readonly string[], lang: string) {
  if (ids.length === 0) return new Map<string, { id: string; title: string; sort_key: string }[]>()
  const rows = await db
    .selectFrom('service_name')
    .select(['service_id as id', 'lang', 'title', 'sort_key'])
    .where('service_id', 'in', ids)
    .where('lang', 'in', [lang, 'de'])
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.id)].map(([id, names]) => [id, inLanguage(names, lang)]))
}
