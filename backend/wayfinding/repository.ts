import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { sqliteFullText as fullText } from '../database/full-text.sqlite.ts'
import type { FullTextHit, FullTextScope, FullTextTerm } from '../database/full-text.ts'

const versionQuery = compiled((db: Db) => db.selectFrom('search_state').select('version'))

/** Grows whenever the index was rebuilt; 0 before the first time. */
export async function searchVersion(db: Db): Promise<number> {
  return (await versionQuery(db))[0]?.version ?? 0
}

/** Everything the in-process catalogue is made of. */
export async function readCatalogueRows(db: Db) {
  return {
    documents: await db.selectFrom('search_document').selectAll().orderBy('id').execute(),
    stems: await db.selectFrom('search_stem').selectAll().execute(),
  }
}

export const matchDocuments = (
  db: Db,
  terms: readonly FullTextTerm[],
  scope: FullTextScope,
  limit: number,
): Promise<readonly FullTextHit[]> => fullText.match(db, terms, scope, limit)

/** Ids of the services in any of these life situations. */
export async function servicesIn(db: Db, lifeSituations: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('service_life_situation')
    .select('service_id')
    .where('life_situation_id', 'in', lifeSituations)
    .execute()
  return new Set(rows.map((row) => row.service_id))
}
