import SQLite from 'better-sqlite3'
import MiniSearch from 'minisearch'
import { rankedIds } from '@amtsweg/backend/wayfinding/index.ts'
import { openSearchDatabase, type SearchedService } from '@amtsweg/backend/wayfinding/testing.ts'
import type { Search } from '../search-measures.ts'

/** A search engine with a corpus in it. */
export interface Engine {
  readonly name: string
  readonly search: Search
}

const weights = { title: 10, keywords: 5, text: 1 }

export async function amtsweg(services: readonly SearchedService[]): Promise<Engine> {
  const db = await openSearchDatabase(...services)
  return { name: 'Amtsweg', search: (q) => rankedIds(db, { q, lang: 'de', day: '2026-11-23' }, 10) }
}

/** The full-text search of SQLite as it comes, any of the words, same weights. */
export async function plainFts5(services: readonly SearchedService[]): Promise<Engine> {
  const database = new SQLite(':memory:')
  database.exec('create virtual table service using fts5(id unindexed, title, keywords, text)')
  const insert = database.prepare('insert into service values (?, ?, ?, ?)')
  for (const service of services) insert.run(...Object.values(flat(service)))
  const query = database
    .prepare('select id from service where service match ? order by bm25(service, 0, 10, 5, 1) limit 200')
    .pluck()
  return {
    name: 'FTS5',
    search: async (q) => {
      const words = q.match(/[\p{L}\p{N}]+/gu) ?? []
      return words.length === 0 ? [] : (query.all(words.map((word) => `"${word}"`).join(' OR ')) as string[])
    },
  }
}

/** MiniSearch with prefixes and fuzziness, same weights. */
export async function miniSearch(services: readonly SearchedService[]): Promise<Engine> {
  const engine = new MiniSearch({
    fields: ['title', 'keywords', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: weights },
  })
  engine.addAll(services.map(flat))
  return {
    name: 'MiniSearch',
    search: async (q) => engine.search(q).map(({ id }) => id as string),
  }
}

const flat = ({ id, title, keywords = [], text = '', forms = [] }: SearchedService) => ({
  id,
  title,
  keywords: keywords.join(' '),
  text: [text, ...forms].join('\n'),
})
