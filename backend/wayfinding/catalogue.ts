import type { Db } from '../database/database.ts'
import type { Description } from './applicable.ts'
import { compoundSplitter, type SplitCompound } from './compounds.ts'
import { tellingPhrase } from './normalise.ts'
import { readCatalogueRows, searchVersion } from './repository.ts'
import { similarWordFinder, type SimilarWords } from './similar-words.ts'
import { type Starts, startsOf } from './starts.ts'
import type { SearchDocumentTable } from './tables.ts'

/** A title or keyword as it is shown and as it is compared. */
export interface Name {
  readonly text: string
  /** Folded, on one line. */
  readonly folded: string
  /** The same without fillers. */
  readonly telling: string
}

/** What readers may choose between, with its names per language. */
export interface CatalogueService extends Description {
  readonly id: string
  readonly citizen: boolean
  readonly business: boolean
  readonly documents: Map<string, CatalogueDocument>
}

/** A service in one language; the first name is the title. */
export interface CatalogueDocument {
  readonly id: number
  readonly service: CatalogueService
  readonly lang: string
  readonly title: string
  readonly letter: string
  readonly names: readonly Name[]
}

/** Names and scopes of all services: small, and asked for at every letter somebody types, so it is held in memory. */
export interface Catalogue {
  readonly documents: ReadonlyMap<number, CatalogueDocument>
  /** Descriptions that cover a Leistungsschluessel, where there are several. */
  readonly alternatives: ReadonlyMap<string, readonly CatalogueService[]>
  /** Documents by the words of their names, and the words like a typed one. */
  readonly byWord: ReadonlyMap<string, readonly CatalogueDocument[]>
  readonly similarWords: SimilarWords
  readonly starts: Starts
  /** A splitter of its own for each query, so that what people type is not kept. */
  readonly splitter: () => SplitCompound
}

const known = new WeakMap<Db, { version: number; catalogue: Promise<Catalogue> }>()

/** The catalogue of this database in its present version; read once per version and process. */
export async function catalogueOf(db: Db): Promise<Catalogue> {
  const version = await searchVersion(db)
  const entry = known.get(db)
  if (entry?.version === version) return entry.catalogue
  const catalogue = load(db)
  known.set(db, { version, catalogue })
  catalogue.catch(() => known.delete(db))
  return catalogue
}

async function load(db: Db): Promise<Catalogue> {
  const rows = await readCatalogueRows(db)
  const stems = new Map(rows.stems.map(({ stem, frequency }) => [stem, frequency]))
  const services = new Map<string, CatalogueService>()
  const documents = new Map<number, CatalogueDocument>()
  const alternatives = new Map<string, CatalogueService[]>()
  const byWord = new Map<string, CatalogueDocument[]>()
  for (const row of rows.documents) {
    let service = services.get(row.service_id)
    if (!service) {
      service = serviceOf(row)
      services.set(service.id, service)
      for (const key of row.service_keys.trim().split(' ')) append(alternatives, key, service)
    }
    const document = documentOf(row, service)
    service.documents.set(row.lang, document)
    documents.set(row.id, document)
    for (const word of row.words.split(' ').filter(Boolean)) append(byWord, word, document)
  }
  const starts = startsOf(rows.documents, documents)
  for (const [key, descriptions] of alternatives)
    if (key === '' || descriptions.length < 2) alternatives.delete(key)
  const similarWords = similarWordFinder([...byWord.keys()])
  return { documents, alternatives, byWord, similarWords, starts, splitter: () => compoundSplitter(stems) }
}

const serviceOf = (row: SearchDocumentTable): CatalogueService => ({
  id: row.service_id,
  regionKey: row.region_key,
  sourceId: row.source_id,
  leistungsschluessel: row.service_keys.split(' ', 1)[0] || undefined,
  richness: row.richness,
  citizen: row.citizen === 1,
  business: row.business === 1,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  documents: new Map(),
})

function documentOf(row: SearchDocumentTable, service: CatalogueService): CatalogueDocument {
  const texts = [row.title, ...(row.keywords ? row.keywords.split('\n') : [])]
  const lines = row.names.replaceAll('|', '').split('\n')
  const names = texts.map((text, index) => {
    const folded = lines[index] ?? ''
    return { text, folded, telling: tellingPhrase(folded) }
  })
  return { id: row.id, service, lang: row.lang, title: row.title, letter: row.letter, names }
}

function append<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
