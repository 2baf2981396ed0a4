import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { FullText, FullTextTerm } from './full-text.ts'
import type { Schema } from './schema.ts'

/** bm25 weights of title, keywords and body. */
const weights = sql.raw('10, 5, 1')
/** Rows of one insert: few enough for any limit on parameters, many enough that the round trip does not count. */
const chunk = 200

/** Search on SQLite: FTS5 without a copy of the content, over text that is already folded and stemmed. */
export const sqliteFullText: FullText = {
  async clear(db) {
    await sql`insert into search_text(search_text) values ('delete-all')`.execute(db)
  },

  async addDocuments(db, documents) {
    for (const some of chunks(documents)) {
      const rows = some.map(({ id, title, keywords, body }) => sql`(${id}, ${title}, ${keywords}, ${body})`)
      await sql`insert into search_text(rowid, title, keywords, body) values ${sql.join(rows)}`.execute(db)
    }
  },

  async finish(db) {
    await sql`insert into search_text(search_text) values ('optimize')`.execute(db)
  },

  async match(db, terms, { area = null, languages, day, bareShare }, limit) {
    if (terms.length === 0) return []
    const found = await sql<{ id: number; score: number }>`
      select d.id, -bm25(search_text, ${weights}) as score
      from search_text join search_document d on d.id = search_text.rowid
      where search_text match ${matchExpression(terms)}
        and d.lang in (${sql.join(languages)})
        and (d.region_key is null or ${area} is null or substr(${area}, 1, length(d.region_key)) = d.region_key)
        and (d.valid_from is null or d.valid_from <= ${day})
        and (d.valid_to is null or d.valid_to >= ${day})
      order by score * case when d.richness > 0 then 1.0 else ${bareShare} end desc, d.id
      limit ${limit}`.execute(db)
    return found.rows
  },
}

const matchExpression = (terms: readonly FullTextTerm[]) =>
  terms.map(({ stem, prefix }) => `"${stem.replaceAll('"', '')}"${prefix ? '*' : ''}`).join(' OR ')

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += chunk) yield items.slice(from, from + chunk)
}

/** Full-text tables of SQLite (FTS5). */
export const fullTextMigrations: Record<string, Migration> = {
  '0005-full-text-sqlite': {
    async up(db: Kysely<Schema>) {
      // Terms are ours: the tokenizer must only cut at spaces, so it may not fold diacritics once more.
      await sql`create virtual table search_text using fts5(
        title, keywords, body, content='', tokenize="unicode61 remove_diacritics 0")`.execute(db)
    },
  },
}
