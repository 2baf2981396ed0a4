import type { Db } from '../database/database.ts'
import type { FullTextScope, FullTextTerm } from '../database/full-text.ts'
import type { Description } from './applicable.ts'
import { type Bags, createBags } from './bags.ts'
import { type CloseSpellings, spellingFinder } from './close-spellings.ts'
import { compoundSplitter, partVocabulary, type SplitCompound } from './compounds.ts'
import { knownMeanings, partStems } from './language.ts'
import type { Meanings } from './meanings.ts'
import { tellingPhrase } from './normalise.ts'
import { remembered } from './once.ts'
import { fetchDocuments, readCatalogueRows, searchVersion } from './repository.ts'
import type { MeanLengths } from './score.ts'
import { similarWordFinder, type SimilarWords } from './similar-words.ts'
import { type Situation, situationsOf } from './situations.ts'
import { type SoundAlike, soundFinder } from './sound-alike.ts'
import { type Starts, startsOf } from './starts.ts'
import { stem } from './stem.ts'
import type { SearchDocumentTable } from './tables.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A title or keyword as it is shown and as it is compared. */
export interface Name {
  readonly text: string
  /** Folded, on one line. */
  readonly folded: string
  /** The same without fillers. */
  readonly telling: string
}

/** A search document without its bag. */
export type CatalogueRow = Omit<SearchDocumentTable, 'bag'>

/** What readers may choose between, with its names per language. */
export interface CatalogueService extends Description {
  readonly id: string
  readonly citizen: boolean
  readonly business: boolean
  readonly documents: Map<string, CatalogueDocument>
}

/** A service in one language; the first of its names is the title. */
export interface CatalogueDocument {
  readonly id: number
  readonly service: CatalogueService
  readonly lang: string
  readonly title: string
  readonly letter: string
  readonly name: Name
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
  readonly closeSpellings: CloseSpellings
  readonly soundAlike: SoundAlike
  readonly starts: Starts
  /** Documents by each of their names without fillers. */
  readonly byName: ReadonlyMap<string, readonly CatalogueDocument[]>
  readonly vocabulary: Vocabulary
  /** Ids of up to `limit` documents that may answer, the promising first: the engine's part. */
  readonly fetch: (
    terms: readonly FullTextTerm[],
    scope: FullTextScope,
    limit: number,
  ) => Promise<readonly number[]>
  readonly situations: readonly Situation[]
  readonly meanings: Meanings
  /** The words of names, in order. */
  readonly nameWords: Pick<Vocabulary, 'stems'>
  /** Stem of a word of names: kept, as every query comes upon some. */
  readonly stemOfName: (word: string) => string
  readonly bags: Bags
  readonly lengths: MeanLengths
  /** All languages there are descriptions in. */
  readonly languages: ReadonlySet<string>
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
  const stems = new Map(
    rows.stems.filter(({ written }) => written > 0).map(({ stem, written }) => [stem, written]),
  )
  const services = new Map<string, CatalogueService>()
  const documents = new Map<number, CatalogueDocument>()
  const alternatives = new Map<string, CatalogueService[]>()
  const byName = new Map<string, CatalogueDocument[]>()
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
    for (const telling of new Set(document.names.map((name) => name.telling)))
      append(byName, telling, document)
    for (const word of row.words.split(' ').filter(Boolean)) append(byWord, word, document)
  }
  const starts = startsOf(rows.documents, documents)
  for (const [key, descriptions] of alternatives)
    if (key === '' || descriptions.length < 2) alternatives.delete(key)
  const words = [...byWord.keys()]
  const parts = partVocabulary(stems, partStems())
  return {
    documents,
    alternatives,
    byName,
    byWord,
    similarWords: similarWordFinder(words),
    closeSpellings: spellingFinder(words),
    soundAlike: soundFinder(words),
    starts,
    vocabulary: {
      stems: rows.stems.map(({ stem }) => stem),
      frequencies: Uint32Array.from(rows.stems, ({ frequency }) => frequency),
      documents: rows.state?.documents ?? 0,
    },
    lengths: JSON.parse(rows.state?.lengths ?? '[1,1,1]') as MeanLengths,
    languages: new Set(rows.documents.map(({ lang }) => lang)),
    nameWords: { stems: words.toSorted() },
    stemOfName: remembered(stem),
    meanings: knownMeanings(),
    situations: situationsOf(rows),
    fetch: (terms, scope, limit) => fetchDocuments(db, terms, scope, limit),
    bags: createBags(),
    splitter: () => compoundSplitter(parts),
  }
}

const serviceOf = (row: CatalogueRow): CatalogueService => ({
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

function documentOf(row: CatalogueRow, service: CatalogueService): CatalogueDocument {
  const texts = [row.title, ...(row.keywords ? row.keywords.split('\n') : [])]
  const lines = row.names.replaceAll('|', '').split('\n')
  const [name, ...others] = texts.map((text, index) => {
    const folded = lines[index] ?? ''
    return { text, folded, telling: tellingPhrase(folded) }
  }) as [Name, ...Name[]]
  const { id, lang, title, letter } = row
  return { id, service, lang, title, letter, name, names: [name, ...others] }
}

function append<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}
