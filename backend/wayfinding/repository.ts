import { compiled } from '../database/compiled.ts'
import type { Db } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import type { FullTextScope, FullTextTerm } from '../database/full-text.ts'
import { type Bag, readBag } from './bag.ts'

const versionQuery = compiled((db: Db) => db.selectFrom('search_state').select('version'))

/** Grows whenever the index was rebuilt; 0 before the first time. */
export async function searchVersion(db: Db): Promise<number> {
  return (await versionQuery(db))[0]?.version ?? 0
}

/** How the present index was made; undefined before the first time. */
export async function indexFormOf(db: Db): Promise<string | undefined> {
  return (await db.selectFrom('search_state').select('form').executeTakeFirst())?.form
}

export async function hasServices(db: Db): Promise<boolean> {
  return (await db.selectFrom('service').select('id').limit(1).execute()).length > 0
}

/** Everything the in-process catalogue is made of. */
export async function readCatalogueRows(db: Db) {
  return {
    state: await db.selectFrom('search_state').selectAll().executeTakeFirst(),
    documents: await db.selectFrom('search_document').select(catalogueColumns).orderBy('id').execute(),
    situations: await db.selectFrom('life_situation').select(['id', 'names']).execute(),
    members: await db.selectFrom('service_life_situation').selectAll().execute(),
    stems: await db.selectFrom('search_stem').selectAll().orderBy('number').execute(),
  }
}

const catalogueColumns = [
  'id',
  'service_id',
  'lang',
  'title',
  'keywords',
  'names',
  'words',
  'region_key',
  'service_keys',
  'source_id',
  'richness',
  'citizen',
  'business',
  'valid_from',
  'valid_to',
  'letter',
] as const

/** Ids of up to `limit` documents that may answer, the promising first. */
export const fetchDocuments = (
  db: Db,
  terms: readonly FullTextTerm[],
  scope: FullTextScope,
  limit: number,
): Promise<readonly number[]> => dialectOf(db).fullText.fetch(db, terms, scope, limit)

const bagsAtOnce = 64
const bagsQuery = compiled(
  (db: Db, ...ids: number[]) => db.selectFrom('search_document').select(['id', 'bag']).where('id', 'in', ids),
  bagsAtOnce,
)

/** The words of some documents. */
export async function readBags(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Bag>> {
  const bags = new Map<number, Bag>()
  for (let from = 0; from < ids.length; from += bagsAtOnce) {
    const some = ids.slice(from, from + bagsAtOnce)
    const padded = [...some, ...Array.from({ length: bagsAtOnce - some.length }, () => -1)]
    for (const { id, bag } of await bagsQuery(db, ...padded)) bags.set(id, readBag(bag))
  }
  return bags
}

/** Ids of the services in any of these life situations. */
export async function servicesIn(db: Db, lifeSituations: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('service_life_situation')
    .select('service_id')
    .where('life_situation_id', 'in', lifeSituations)
    .execute()
  return new Set(rows.map((row) => row.service_id))
}
