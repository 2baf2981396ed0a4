import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { postgresFullText, postgresFullTextMigrations } from '@amtsweg/backend/database/full-text.postgres.ts'
import { sqliteFullText } from '@amtsweg/backend/database/full-text.sqlite.ts'
import type { FullTextDocument } from '@amtsweg/backend/database/full-text.ts'
import { describeRegisters } from '@amtsweg/backend/import/testing.ts'
import { catalogueOf } from '@amtsweg/backend/wayfinding/catalogue.ts'
import { findDocuments } from '@amtsweg/backend/wayfinding/find-documents.ts'
import { rebuildSearchIndex } from '@amtsweg/backend/wayfinding/rebuild-search-index.ts'
import { openSearchDatabase } from '@amtsweg/backend/wayfinding/testing.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { munichAmongTitles, type SearchIndex } from './search-indexes.ts'
import { answersOf, relevanceOf, type Search } from './search-measures.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

describeRegisters('SQLite and PostgreSQL fetch, and one function ranks', () => {
  let classes: SearchIndex['classes']
  let postgres: Postgres | undefined
  const postgresDb = () => {
    if (!postgres) throw new Error('PostgreSQL has not started')
    return postgres.db
  }
  let onSqlite: Search
  let onPostgres: Search

  beforeAll(async () => {
    const { services, classes: asked } = munichAmongTitles()
    classes = asked
    postgres = await startPostgres()
    const documents: FullTextDocument[] = []
    const db = await openSearchDatabase(...services)
    await db.transaction().execute((trx) =>
      rebuildSearchIndex(trx, {
        ...sqliteFullText,
        addDocuments: (on, some) => {
          documents.push(...some)
          return sqliteFullText.addDocuments(on, some)
        },
      }),
    )
    await sql`drop table if exists search_text`.execute(postgres.db)
    await postgresFullTextMigrations['0008-full-text-postgres']?.up(postgres.db)
    await postgresFullText.addDocuments(postgres.db, documents)
    await postgresFullText.finish(postgres.db)

    const catalogue = await catalogueOf(db)
    const searchWith =
      (one: typeof catalogue): Search =>
      async (q) => {
        const found = await findDocuments(db, one, { q, lang: 'de', day: '2026-11-23' }, {}, 10)
        return found.map(({ document }) => document.service.id)
      }
    onSqlite = searchWith(catalogue)
    onPostgres = searchWith({
      ...catalogue,
      fetch: (terms, scope, limit) => postgresFullText.fetch(postgresDb(), terms, scope, limit),
    })
  })
  afterAll(() => postgres?.stop())

  test('every class of queries is answered as well by both', async () => {
    const differences: [string, number][] = []
    for (const [name, queries] of classes) {
      const [ours, theirs] = [await answersOf(queries, onSqlite), await answersOf(queries, onPostgres)]
      differences.push([name, Math.abs(relevanceOf(ours).ndcg5 - relevanceOf(theirs).ndcg5)])
    }
    expect(differences.length).toBeGreaterThan(10)
    expect(differences.filter(([, difference]) => difference > 0.01)).toEqual([])
  })

  test('nine of ten of the first five are the same', async () => {
    const queries = [...classes.values()].flat()
    const [ours, theirs] = [await answersOf(queries, onSqlite), await answersOf(queries, onPostgres)]
    let shared = 0
    let all = 0
    ours.forEach(({ ids }, at) => {
      const others = new Set(theirs[at]?.ids.slice(0, 5))
      const first = ids.slice(0, 5)
      all += Math.max(first.length, others.size)
      shared += first.filter((id) => others.has(id)).length
    })
    expect(shared / all).toBeGreaterThanOrEqual(0.9)
  })

  test('a language or a region narrows on both', async () => {
    const terms = [{ stem: 'reisepass', prefix: false, rarity: 1, frequency: 1 }]
    for (const scope of [[['lde']], [['len']], [['lde'], ['r13']]]) {
      const fetched = await postgresFullText.fetch(postgresDb(), terms, scope, 200)
      expect(fetched.length > 0).toBe(scope.length === 1 && scope[0]?.[0] === 'lde')
    }
  })

  test('signs that mean something to PostgreSQL break nothing', async () => {
    for (const stem of ["a'b", 'a\\', '&|!', ':*', '(', '', 'ä'])
      await postgresFullText.fetch(
        postgresDb(),
        [{ stem, prefix: true, rarity: 1, frequency: 1 }],
        [['lde']],
        10,
      )
  })
})
