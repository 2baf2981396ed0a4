import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { insertAll } from '../import/index.ts'
import { letterOf, sortKeyOf } from '../services/index.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'

/** As much of a service as search looks at; what is left out is empty, public and nationwide. */
export interface SearchedService {
  readonly id: string
  readonly title: string
  /** Titles in other languages. */
  readonly titles?: Readonly<Record<string, string>>
  readonly officialTitle?: string
  readonly keywords?: readonly string[]
  readonly text?: string
  readonly forms?: readonly string[]
  /** Leistungsschluessel, the main one first. */
  readonly keys?: readonly string[]
  readonly regionKey?: string
  readonly source?: string
  readonly lifeSituations?: readonly string[]
  readonly validFrom?: string
  readonly validTo?: string
  readonly public?: boolean
  readonly business?: boolean
}

/** A database in memory that holds these services, indexed. */
export async function openSearchDatabase(...services: readonly SearchedService[]): Promise<Db> {
  const { db } = await openTestDatabase()
  await addServices(db, services)
  return db
}

/** Adds services and builds the index anew. */
export async function addServices(db: Db, services: readonly SearchedService[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const sources = new Set(services.map(sourceOf))
    await trx
      .insertInto('source')
      .values([...sources].map((id) => ({ id, name: id, invented: 1, imported_at: '2026-01-01T00:00:00Z' })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await insertAll(trx, 'service', services.map(serviceRow))
    await insertAll(trx, 'service_name', services.flatMap(nameRows))
    await insertAll(trx, 'service_keyword', services.flatMap(keywordRows))
    await insertAll(trx, 'service_text', services.flatMap(textRows))
    await insertAll(trx, 'service_part', services.flatMap(formRows))
    await insertAll(trx, 'service_identifier', services.flatMap(keyRows))
    await insertAll(trx, 'service_life_situation', services.flatMap(situationRows))
    await rebuildSearchIndex(trx)
  })
}

const sourceOf = ({ source = 'tests' }: SearchedService) => source

const serviceRow = (service: SearchedService) => ({
  id: service.id,
  scheme_agency_id: sourceOf(service),
  scheme_id: 'tests',
  value: service.id,
  leistungsschluessel: service.keys?.[0] || null,
  region_key: service.regionKey ?? null,
  public: service.public === false ? 0 : 1,
  citizen: service.business ? 0 : 1,
  business: service.business ? 1 : 0,
  valid_from: service.validFrom ?? null,
  valid_to: service.validTo ?? null,
  richness: service.text?.length ?? 0,
  fingerprint: '',
  batch: '',
  source_id: sourceOf(service),
})

const nameRows = ({ id, title, titles = {}, officialTitle }: SearchedService) =>
  Object.entries({ ...titles, de: title }).map(([lang, text]) => ({
    service_id: id,
    lang,
    title: text,
    official_title: officialTitle ?? null,
    sort_key: sortKeyOf(text),
    letter: letterOf(text),
  }))

const keywordRows = ({ id, keywords = [] }: SearchedService) =>
  keywords.map((keyword) => ({
    service_id: id,
    lang: 'de',
    keyword,
    sort_key: keyword.toLowerCase(),
    letter: letterOf(keyword),
  }))

const textRows = ({ id, text }: SearchedService) =>
  text
    ? [{ service_id: id, lang: 'de', code: '06', position: 0, html: '', content: JSON.stringify([text]) }]
    : []

const formRows = ({ id, forms = [] }: SearchedService) =>
  forms.map((title, position) => ({
    service_id: id,
    kind: 'form' as const,
    lang: 'de',
    position,
    content: JSON.stringify({ title, invented: true }),
  }))

const keyRows = ({ id, keys = [] }: SearchedService) =>
  keys
    .filter(Boolean)
    .map((value) => ({ service_id: id, scheme_agency_id: 'fim', scheme_id: 'leika', value }))

const situationRows = ({ id, lifeSituations = [] }: SearchedService) =>
  lifeSituations.map((life_situation_id) => ({ service_id: id, life_situation_id }))
