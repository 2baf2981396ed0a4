import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { type FullText, type FullTextDocument, type FullTextTerm, mayExceed } from './full-text.ts'
import type { Schema } from './schema.ts'

/** How much a term counts in title, keywords and body when the promising are chosen. */
const weights = { A: 10, B: 5, C: 1 } as const
/** A tsvector counts no further. */
const lastPosition = 16_383
const chunk = 200

/** Search on PostgreSQL: a tsvector of terms that are already folded and stemmed, so it needs neither a dictionary nor an extension. */
export const postgresFullText: FullText = {
  async clear(db) {
    // Not truncated: that would lock readers out until the transaction ends.
    await sql`delete from search_text`.execute(db)
  },

  async addDocuments(db, documents) {
    for (let from = 0; from < documents.length; from += chunk) {
      const rows = documents
        .slice(from, from + chunk)
        .map((one) => sql`(${one.id}, ${vectorOf(one)}::tsvector, ${lexemes(one.scope)}::tsvector)`)
      await sql`insert into search_text(id, words, scope) values ${sql.join(rows)}`.execute(db)
    }
  },

  async finish(db) {
    await sql`analyze search_text`.execute(db)
  },

  async fetch(db, wanted, scope, limit) {
    const terms = wanted.filter(({ stem }) => quoted(stem) !== "''")
    if (terms.length === 0) return []
    const any = terms.map((term) => queryOf(term)).join(' | ')
    const narrowed = scope.map((list) => sql`and scope @@ ${list.map(quoted).join(' | ')}::tsquery`)
    const best = sql`order by ${sql.join(terms.map(worth), sql` + `)} desc, length(words), id`
    const found = await sql<{ id: number }>`
      select id from search_text
      where words @@ ${any}::tsquery ${sql.join(narrowed, sql` `)}
      ${mayExceed(terms, limit) ? best : sql``}
      limit ${limit}`.execute(db)
    return found.rows.map(({ id }) => id)
  },
}

/**
 * ts_rank knows nothing of how rare a term is: the sum of what each is worth in its best field, of
 * shorter documents first, chooses as well as bm25.
 */
const worth = (term: FullTextTerm) => sql`case
  when words @@ ${queryOf(term, 'A')}::tsquery then ${weights.A * term.rarity}::float8
  when words @@ ${queryOf(term, 'B')}::tsquery then ${weights.B * term.rarity}::float8
  when words @@ ${queryOf(term, 'C')}::tsquery then ${weights.C * term.rarity}::float8
  else 0 end`

/** The term, in fields of one weight or in any. */
function queryOf({ stem, prefix }: FullTextTerm, weight = ''): string {
  const sign = `${prefix ? '*' : ''}${weight}`
  return sign ? `${quoted(stem)}:${sign}` : quoted(stem)
}

const quoted = (term: string) => `'${term.replaceAll("'", '').replaceAll('\\', '')}'`

const lexemes = (text: string) => text.split(' ').filter(Boolean).map(quoted).join(' ')

function vectorOf({ title, keywords, body }: FullTextDocument): string {
  let position = 0
  const field = (text: string, weight: keyof typeof weights) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((term) => {
        position = Math.min(lastPosition, position + 1)
        return `${quoted(term)}:${position}${weight}`
      })
  return [...field(title, 'A'), ...field(keywords, 'B'), ...field(body, 'C')].join(' ')
}

/** The table of the full text on PostgreSQL. */
export const postgresFullTextMigrations: Record<string, Migration> = {
  '0008-full-text-postgres': {
    async up(db: Kysely<Schema>) {
      await sql`create table search_text (id integer primary key, words tsvector not null, scope tsvector not null)`.execute(
        db,
      )
      await sql`create index search_text_words on search_text using gin (words)`.execute(db)
    },
  },
}
