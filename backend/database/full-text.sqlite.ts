import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { compiled } from './compiled.ts'
import type { Db } from './database.ts'
import { type FullText, type FullTextScope, type FullTextTerm, mayExceed } from './full-text.ts'
import type { Schema } from './schema.ts'

/** bm25 weights of title, keywords, body and scope. */
const weights = sql.raw("'bm25(10.0, 5.0, 1.0, 0.0)'")
/** Rows of one insert: few enough for any limit on parameters, many enough that the round trip does not count. */
const chunk = 200

/** Search on SQLite: FTS5 without a copy of the content, over text that is already folded and stemmed. */
export const sqliteFullText: FullText = {
  async clear(db) {
    await sql`insert into search_text(search_text) values ('delete-all')`.execute(db)
  },

  async addDocuments(db, documents) {
    for (const some of chunks(documents)) {
      const rows = some.map(
        ({ id, title, keywords, body, scope }) => sql`(${id}, ${title}, ${keywords}, ${body}, ${scope})`,
      )
      await sql`insert into search_text(rowid, title, keywords, body, scope) values ${sql.join(rows)}`.execute(
        db,
      )
    }
  },

  async finish(db) {
    await sql`insert into search_text(search_text) values ('optimize')`.execute(db)
  },

  async fetch(db, terms, scope, limit) {
    if (terms.length === 0) return []
    const fetch = mayExceed(terms, limit) ? fetchBest : fetchAll
    const found = await fetch(db, matchExpression(terms, scope), limit)
    return found.map(({ id }) => id)
  },
}

const fetchAll = compiled((db: Db, expression: string, limit: number) => ({
  compile: () =>
    sql<{
      id: number
    }>`select rowid as id from search_text where search_text match ${expression} limit ${limit}`.compile(db),
}))

/** FTS5 sorts by its own rank faster than by an expression. */
const fetchBest = compiled((db: Db, expression: string, limit: number) => ({
  compile: () =>
    sql<{ id: number }>`select rowid as id from search_text
      where search_text match ${expression} order by rank limit ${limit}`.compile(db),
}))

const matchExpression = (terms: readonly FullTextTerm[], scope: FullTextScope) =>
  [
    `{title keywords body} : (${terms.map(({ stem, prefix }) => `${quoted(stem)}${prefix ? '*' : ''}`).join(' OR ')})`,
    ...scope.map((list) => `scope : (${list.map(quoted).join(' OR ')})`),
  ].join(' AND ')

const quoted = (term: string) => `"${term.replaceAll('"', '')}"`

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += chunk) yield items.slice(from, from + chunk)
}

/** Full-text tables of SQLite (FTS5). */
export const sqliteFullTextMigrations: Record<string, Migration> = {
  '0005-full-text-sqlite': {
    async up(db: Kysely<Schema>) {
      // Terms are ours: the tokenizer must only cut at spaces, so it may not fold diacritics once more.
      await sql`create virtual table search_text using fts5(
        title, keywords, body, content='', tokenize="unicode61 remove_diacritics 0")`.execute(db)
    },
  },
  '0008-full-text-sqlite-scope': {
    async up(db: Kysely<Schema>) {
      await sql`drop table search_text`.execute(db)
      await sql`create virtual table search_text using fts5(
        title, keywords, body, scope, content='', tokenize="unicode61 remove_diacritics 0")`.execute(db)
      await sql`insert into search_text(search_text, rank) values ('rank', ${weights})`.execute(db)
    },
  },
}
