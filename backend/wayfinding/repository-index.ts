import type { Trx } from '../database/database.ts'
import type { FullText, FullTextDocument } from '../database/full-text.ts'
import { insertAll } from '../import/index.ts'
import { indexForm } from './index-form.ts'
import type { IndexSummary } from './rebuild-search-index.ts'
import type { SearchDocumentTable } from './tables.ts'

/** A public service with all its words in one language. */
export interface DescribedService {
  readonly document: Omit<SearchDocumentTable, 'id' | 'names' | 'words' | 'bag'>
  readonly keywords: readonly string[]
  /** Named differently by the law than for citizens. */
  readonly officialTitle: string | null
  /** JSON of RichText each. */
  readonly texts: readonly string[]
  /** JSON of a contract value each: documents to bring, fees, forms, online services. */
  readonly parts: readonly string[]
}

const batch = 200

/** Every public service in every language it has a name in, batch by batch. */
export async function* describedServices(trx: Trx): AsyncGenerator<readonly DescribedService[]> {
  let after = ''
  for (;;) {
    const services = await trx
      .selectFrom('service')
      .selectAll()
      .where('public', '=', 1)
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .execute()
    const last = services.at(-1)
    if (!last) return
    const ids = services.map((service) => service.id)
    const { names, keywords, texts, parts, keys } = await wordsOf(trx, ids)
    const byId = new Map(services.map((service) => [service.id, service]))
    yield names.flatMap(({ service_id, lang, title, official_title, letter }) => {
      const service = byId.get(service_id)
      if (!service) return []
      const {
        leistungsschluessel,
        region_key,
        source_id,
        richness,
        citizen,
        business,
        valid_from,
        valid_to,
      } = service
      const own = (row: { service_id: string; lang: string }) =>
        row.service_id === service_id && row.lang === lang
      const ownKeywords = (keywords.get(service_id) ?? [])
        .filter(own)
        .map((row) => row.keyword.replace(/\s+/g, ' '))
      return [
        {
          document: {
            service_id,
            lang,
            title,
            keywords: ownKeywords.join('\n'),
            region_key,
            service_keys: keysOf(leistungsschluessel, keys.get(service_id) ?? []),
            source_id,
            richness,
            citizen,
            business,
            valid_from,
            valid_to,
            letter,
          },
          keywords: ownKeywords,
          officialTitle: official_title,
          texts: (texts.get(service_id) ?? []).filter(own).map((row) => row.content),
          parts: (parts.get(service_id) ?? []).filter(own).map((row) => row.content),
        },
      ]
    })
    after = last.id
  }
}

async function wordsOf(trx: Trx, ids: readonly string[]) {
  const names = await trx
    .selectFrom('service_name')
    .selectAll()
    .where('service_id', 'in', ids)
    .orderBy('service_id')
    .orderBy('lang')
    .execute()
  const keywords = await trx
    .selectFrom('service_keyword')
    .selectAll()
    .where('service_id', 'in', ids)
    .orderBy('sort_key')
    .orderBy('keyword')
    .execute()
  const texts = await trx
    .selectFrom('service_text')
    .select(['service_id', 'lang', 'content'])
    .where('service_id', 'in', ids)
    .orderBy('code')
    .orderBy('position')
    .execute()
  const parts = await trx
    .selectFrom('service_part')
    .select(['service_id', 'lang', 'content'])
    .where('service_id', 'in', ids)
    .where('kind', 'in', ['document', 'fee', 'form', 'online-service'])
    .orderBy('kind')
    .orderBy('position')
    .execute()
  const keys = await trx
    .selectFrom('service_identifier')
    .select(['service_id', 'value'])
    .where('service_id', 'in', ids)
    .where('scheme_id', '=', 'leika')
    .orderBy('value')
    .execute()
  return {
    names,
    keys: grouped(keys),
    keywords: grouped(keywords),
    texts: grouped(texts),
    parts: grouped(parts),
  }
}

const keysOf = (main: string | null, all: readonly { value: string }[]): string =>
  [main ?? '', ...all.map((row) => row.value).filter((value) => value !== main)].join(' ')

function grouped<Row extends { service_id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.service_id)
    if (group) group.push(row)
    else groups.set(row.service_id, [row])
  }
  return groups
}

/** Until the end of the transaction nobody else makes the index; those who only read or note changes need not wait. */
export async function lockIndex(trx: Trx): Promise<void> {
  await trx
    .insertInto('search_state')
    .values({ id: 1, version: 0, form: '', documents: 0, lengths: '[1,1,1]' })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ id: 1 }))
    .execute()
}

export async function clearIndex(trx: Trx, engine: FullText): Promise<void> {
  await engine.clear(trx)
  await trx.deleteFrom('search_document').execute()
  await trx.deleteFrom('search_stem').execute()
}

/** What is stored of a service in one language, and its analysed text. */
export interface IndexedDocument {
  readonly row: SearchDocumentTable
  readonly text: FullTextDocument
}

export async function addDocuments(
  trx: Trx,
  documents: readonly IndexedDocument[],
  engine: FullText,
): Promise<void> {
  await insertAll(
    trx,
    'search_document',
    documents.map(({ row }) => row),
  )
  await engine.addDocuments(
    trx,
    documents.map(({ text }) => text),
  )
}

/** The last step: what the documents had in common, and a new version so that every process reads anew. */
export async function finishIndex(
  trx: Trx,
  { stems, documents, lengths }: IndexSummary,
  engine: FullText,
): Promise<void> {
  await insertAll(
    trx,
    'search_stem',
    stems.map((one, number) => ({ number, ...one })),
  )
  await engine.finish(trx)
  const state = await trx.selectFrom('search_state').select('version').executeTakeFirst()
  const facts = {
    version: (state?.version ?? 0) + 1,
    form: indexForm(),
    documents,
    lengths: JSON.stringify(lengths),
  }
  await trx
    .insertInto('search_state')
    .values({ id: 1, ...facts })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(facts))
    .execute()
}
