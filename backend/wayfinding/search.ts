import type { Audience, ServicePage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { summariesById } from '../services/index.ts'
import { queryTerms } from './analyse.ts'
import { type Catalogue, type CatalogueDocument, catalogueOf } from './catalogue.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { normalPhrase, queryWords } from './normalise.ts'
import { type Match, rankMatches, rankSimilar } from './ranking.ts'
import { matchDocuments, servicesInLifeSituation, similarWords } from './repository.ts'
import { type Filters, languagesOf, passes, type Reader, shownFor } from './visible.ts'

/** Enough to page through; who needs more types another word. */
const mostHits = 200
/** Filters sort out after ranking, so more must be fetched. */
const mostHitsToFilter = 1_000
/** With fewer services than this, words that are merely similar count too. */
const fewHits = 10
const similarPerWord = 20

/** A search as a reader asks for it. */
export interface ServiceSearch extends Reader {
  readonly q: string
  readonly lifeSituation?: string | undefined
  readonly letter?: string | undefined
  readonly audience?: Audience | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Services that answer to what somebody typed, best first; undefined when the cursor is not one of this search. */
export async function searchServices(db: Db, search: ServiceSearch): Promise<ServicePage | undefined> {
  const { q, area, lang, lifeSituation, letter, audience, limit, cursor } = search
  const asked = JSON.stringify([q, area, lang, lifeSituation, letter, audience])
  const from = readCursor(cursor, asked)
  if (from === undefined) return undefined
  const services = lifeSituation ? await servicesInLifeSituation(db, lifeSituation) : undefined
  const found = await findDocuments(db, await catalogueOf(db), search, {
    services,
    letter: letter && baseLetter(letter),
    audience,
  })
  const ids = found.slice(from, from + limit).map(({ service }) => service.id)
  const summaries = await summariesById(db, ids, lang)
  return {
    items: ids.flatMap((id) => summaries.get(id) ?? []),
    next: from + limit < found.length ? writeCursor(from + limit, asked) : null,
  }
}

/** Ids of all services that answer, best first: the ranking alone, for measuring it. */
export async function rankedIds(db: Db, reader: Reader & { readonly q: string }): Promise<readonly string[]> {
  return (await findDocuments(db, await catalogueOf(db), reader)).map(({ service }) => service.id)
}

/** A to Z as the index counts them: umlauts under their base letter. */
const baseLetter = (letter: string) =>
  letter === '0-9' ? letter : letter.normalize('NFD').charAt(0).toUpperCase()

/** The descriptions a reader is shown, one per service, best first. */
export async function findDocuments(
  db: Db,
  catalogue: Catalogue,
  reader: Reader & { readonly q: string },
  filters: Filters = {},
): Promise<readonly CatalogueDocument[]> {
  const typed = queryWords(reader.q)
  const terms = queryTerms(typed, catalogue.splitter())
  const scope = { area: reader.area, languages: languagesOf(reader), day: reader.day }
  const narrowed = Object.values(filters).some((value) => value !== undefined)
  const hits = await matchDocuments(db, terms, scope, narrowed ? mostHitsToFilter : mostHits)
  const matches = hits.flatMap(({ id, score }): Match[] => {
    const document = catalogue.documents.get(id)
    return document ? [{ document, score }] : []
  })

  const shown = new Map<string, CatalogueDocument>()
  const show = (documents: readonly CatalogueDocument[]) => {
    for (const document of documents) {
      const visible = shownFor(catalogue, document, reader)
      if (visible && !shown.has(visible.service.id) && passes(visible, filters))
        shown.set(visible.service.id, visible)
    }
  }
  show(rankMatches(matches, normalPhrase(reader.q)))
  if (shown.size < fewHits) show(await similarDocuments(db, catalogue, typed, languagesOf(reader)))
  return [...shown.values()]
}

/** Documents whose names hold words like those that were typed: misspelt, or related by their parts. */
async function similarDocuments(
  db: Db,
  catalogue: Catalogue,
  typed: readonly string[],
  languages: readonly string[],
): Promise<readonly CatalogueDocument[]> {
  const similar = new Map<string, { word: string; documents: readonly CatalogueDocument[] }[]>()
  for (const word of typed) {
    const candidates = await similarWords(db, word, similarPerWord)
    similar.set(
      word,
      candidates.map((candidate) => ({ word: candidate, documents: catalogue.byWord.get(candidate) ?? [] })),
    )
  }
  return rankSimilar(similar).filter(({ lang }) => languages.includes(lang))
}
