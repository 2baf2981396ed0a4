import { sql } from 'kysely'
import type { KeywordPage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { letterOf } from './german-order.ts'
import { isShownName, isVisible, type Reader } from './repository-visible.ts'

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
export async function listKeywords(db: Db, options: KeywordOptions): Promise<KeywordPage | undefined> {
  const { letter, limit, cursor } = options
  const after = cursor === undefined ? undefined : readCursor('keywords', cursor)
  if (cursor !== undefined && !after) return undefined
  const wanted = letter === undefined ? sql`1 = 1` : sql`w.letter = ${letterOf(letter)}`
  const following = after ? sql`(w.letter, w.sort_key) > (${after[0]}, ${after[1]})` : sql`1 = 1`
  const { rows: letters } = await sql<{ letter: string; count: number }>`${words(options)}
    select letter, count(distinct sort_key) as count from word group by letter order by letter`.execute(db)
  const { rows } = await sql<WordRow>`${words(options)}
    select w.letter, w.sort_key, min(w.word) as word from word w
    where ${wanted} and ${following}
    group by w.letter, w.sort_key order by w.letter, w.sort_key limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const services = await servicesUnder(db, options, page)
  return {
    items: page.map(({ word, sort_key }) => ({ keyword: word, services: services.get(sort_key) ?? [] })),
    next: last && rows.length > limit ? writeCursor('keywords', [last.letter, last.sort_key, '']) : null,
    letters: letters.map(({ letter: name, count }) => ({ letter: name, count: Number(count) })),
  }
}

interface WordRow {
  readonly letter: string
  readonly sort_key: string
  readonly word: string
}

/** Every word that leads to a service the reader sees, in the language the reader sees it in. */
const words = ({ area, lang }: Reader) => sql`with shown as (
    select s.id, n.lang, n.title, n.sort_key, n.letter from service_name n join service s on s.id = n.service_id
    where ${isShownName(lang)} and ${isVisible(area)}
  ), word as (
    select letter, sort_key, title as word, id from shown
    union all
    select k.letter, k.sort_key, k.keyword, k.service_id from shown
    join service_keyword k on k.service_id = shown.id and k.lang = shown.lang
  )`

async function servicesUnder(db: Db, reader: Reader, page: readonly WordRow[]) {
  if (page.length === 0) return new Map<string, { id: string; title: string }[]>()
  const keys = page.map((row) => row.sort_key)
  const { rows } = await sql<{ under: string; id: string; title: string }>`${words(reader)}
    select distinct w.sort_key as under, shown.id, shown.title, shown.sort_key
    from word w join shown on shown.id = w.id
    where w.sort_key in (${sql.join(keys)}) order by shown.sort_key, shown.id`.execute(db)
  return new Map(
    [...Map.groupBy(rows, (row) => row.under)].map(([under, group]) => [
      under,
      group.map(({ id, title }) => ({ id, title })),
    ]),
  )
}
