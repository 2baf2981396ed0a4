import { sql } from 'kysely'
import type { Keyword, KeywordPage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { letterOf, sortKeyOf } from './german-order.ts'
import { isVisible, type Reader, sharedRegion } from './repository-visible.ts'
import { inLanguage } from './to-service.ts'

/** Which part of the Stichwortverzeichnis is wanted. */
export interface KeywordOptions extends Reader {
  readonly letter?: string | undefined
  /** The word to begin with, or what comes after it. */
  readonly from?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/**
 * Keywords and titles in German order, each with the services it leads to and where else to look, and how many there are under each letter;
 * undefined when the cursor is not one of this list.
 */
export async function listKeywords(
  db: Db,
  options: KeywordOptions,
  remember: Remember = forgetful,
): Promise<KeywordPage | undefined> {
  const { letter, from, area, lang, day, limit, cursor } = options
  const after = cursor === undefined ? undefined : readCursor('keywords', cursor)
  if (cursor !== undefined && !after) return undefined
  const region = await sharedRegion(db, area)
  const wanted = letter === undefined ? undefined : letterOf(letter)
  const start = from === undefined ? undefined : ([letterOf(from), sortKeyOf(from)] as const)
  const groups = await wordGroups(db, options, { letter: wanted, start, after, limit: limit + 1 })
  const page = groups.slice(0, limit)
  const last = page.at(-1)
  const titles = await titlesOf(db, [...new Set(page.flatMap((group) => group.ids))], lang)
  const references = await referencesOf(
    db,
    options,
    page.map(({ sortKey }) => sortKey),
  )
  return {
    items: page.map(({ word, sortKey, ids }) => ({
      keyword: word,
      ...references.get(sortKey),
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
  readonly start?: readonly [letter: string, sortKey: string] | undefined
  readonly after?: readonly [letter: string, sortKey: string, ...rest: string[]] | undefined
  readonly limit: number
}

/** The next words with all their services. The words of a stretch are read in order, so that no more than these are looked at. */
async function wordGroups(
  db: Db,
  reader: Reader,
  { letter, start, after, limit }: Stretch,
): Promise<WordGroup[]> {
  const narrow = (of: Alias) => {
    const place = sql`(${sql.ref(`${of}.letter`)}, ${sql.ref(`${of}.sort_key`)})`
    return sql`${letter === undefined ? sql`1 = 1` : sql`${sql.ref(`${of}.letter`)} = ${letter}`}
      and ${start ? sql`${place} >= (${start[0]}, ${start[1]})` : sql`1 = 1`}
      and ${after ? sql`${place} > (${after[0]}, ${after[1]})` : sql`1 = 1`}`
  }
  for (let count = limit * 4; ; count *= 4) {
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

/** What a condition narrows: words that name services, or references to them. */
type Alias = 'w' | 'r'

/**
 * Every word that leads to a service the reader sees, in the language the reader sees it in, and the words that stand for one of
 * these: one select for each index.
 */
function words({ area, lang, day }: Reader, narrow: (of: Alias) => ReturnType<typeof sql>) {
  const named = sql`exists (select 1 from service_name o where o.service_id = w.service_id and o.lang = ${lang})`
  const everyone = sql`1 = 1`
  const spoken: readonly (readonly [table: Named, lang: string, shown: ReturnType<typeof sql>])[] =
    lang === 'de'
      ? [
          ['service_name', 'de', everyone],
          ['service_keyword', 'de', everyone],
        ]
      : [
          ['service_name', lang, everyone],
          ['service_keyword', lang, named],
          ['service_name', 'de', sql`not ${named}`],
          ['service_keyword', 'de', sql`not ${named}`],
        ]
  const seen = isVisible({ area, day })
  const selects = spoken.flatMap(([table, of, shown]) => [
    sql`select w.letter, w.sort_key, ${sql.ref(table === 'service_name' ? 'w.title' : 'w.keyword')} as word,
        w.service_id as id
      from ${sql.table(table)} w cross join service s
      where s.id = w.service_id and w.lang = ${of} and ${narrow('w')} and ${shown} and ${seen}`,
    sql`select r.letter, r.sort_key, r.keyword as word, w.service_id as id
      from keyword_reference r cross join ${sql.table(table)} w cross join service s
      where r.kind = 'see' and r.lang = ${of} and ${narrow('r')} and w.lang = r.lang and w.letter = r.target_letter
        and w.sort_key = r.target_sort_key and s.id = w.service_id and ${shown} and ${seen}`,
  ])
  return sql.join(selects, sql` union all `)
}

type Named = 'service_name' | 'service_keyword'

/** Where else to look from these words, as far as the reader finds something there. */
async function referencesOf(
  db: Db,
  reader: Reader,
  sortKeys: readonly string[],
): Promise<ReadonlyMap<string, Pick<Keyword, 'see' | 'seeAlso'>>> {
  if (sortKeys.length === 0) return new Map()
  const rows = await db
    .selectFrom('keyword_reference')
    .select(['sort_key', 'kind', 'target', 'target_sort_key', 'target_letter'])
    .where('sort_key', 'in', sortKeys)
    .where('lang', 'in', [reader.lang, 'de'])
    .orderBy('id')
    .execute()
  if (rows.length === 0) return new Map()
  const targets = sql.join(rows.map((row) => row.target_sort_key))
  const letters = sql.join(rows.map((row) => row.target_letter))
  const narrow = (of: Alias) =>
    sql`${sql.ref(`${of}.letter`)} in (${letters}) and ${sql.ref(`${of}.sort_key`)} in (${targets})`
  const found = await sql<{ sort_key: string }>`
    select distinct sort_key from (${words(reader, narrow)}) as word`.execute(db)
  const known = new Set(found.rows.map((row) => row.sort_key))
  const leading = rows.filter((row) => known.has(row.target_sort_key))
  return new Map(
    [...Map.groupBy(leading, (row) => row.sort_key)].map(([key, group]) => [key, toReferences(group)]),
  )
}

function toReferences(rows: readonly { kind: 'see' | 'see-also'; target: string }[]) {
  const main = rows.find(({ kind }) => kind === 'see')?.target
  const also = rows.flatMap(({ kind, target }) => (kind === 'see-also' ? [target] : []))
  return { ...(main ? { see: main } : {}), ...(also.length > 0 ? { seeAlso: [...new Set(also)] } : {}) }
}

async function lettersIn(db: Db, reader: Reader) {
  const { rows } = await sql<{ letter: string; count: number }>`
    select letter, count(distinct sort_key) as count from (${words(reader, () => sql`1 = 1`)}) as word
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
