import type { Db } from '../database/database.ts'
import { queryTerms } from './analyse.ts'
import { type Catalogue, type CatalogueDocument, catalogueOf } from './catalogue.ts'
import { normalPhrase, queryWords } from './normalise.ts'
import { type Match, rankMatches, rankSimilar } from './ranking.ts'
import { matchDocuments } from './repository.ts'
import { type Filters, languagesOf, passes, type Reader, shownFor } from './visible.ts'

/** Enough to page through; who needs more types another word. */
const mostHits = 200
/** Filters sort out after ranking, so more must be fetched. */
const mostHitsToFilter = 1_000
/** With fewer services than this, words that are merely similar count too. */
const fewHits = 10

/** What somebody typed, and for whom and where. */
export interface Query extends Reader {
  readonly q: string
}

/** The descriptions a reader is shown, one per service, best first. */
export async function findDocuments(
  db: Db,
  catalogue: Catalogue,
  query: Query,
  filters: Filters = {},
): Promise<readonly CatalogueDocument[]> {
  const typed = queryWords(query.q)
  const terms = queryTerms(typed, catalogue.splitter())
  const scope = { area: query.area, languages: languagesOf(query), day: query.day }
  const narrowed = Object.values(filters).some((value) => value !== undefined)
  const hits = await matchDocuments(db, terms, scope, narrowed ? mostHitsToFilter : mostHits)
  const matches = hits.flatMap(({ id, score }): Match[] => {
    const document = catalogue.documents.get(id)
    return document ? [{ document, score }] : []
  })

  const shown = new Map<string, CatalogueDocument>()
  const show = (documents: readonly CatalogueDocument[]) => {
    for (const document of documents) {
      const visible = shownFor(catalogue, document, query)
      if (visible && !shown.has(visible.service.id) && passes(visible, filters))
        shown.set(visible.service.id, visible)
    }
  }
  show(rankMatches(matches, normalPhrase(query.q)))
  if (shown.size < fewHits) show(similarDocuments(catalogue, typed, scope.languages))
  return [...shown.values()]
}

/** Documents whose names hold words like those that were typed: misspelt, or related by their parts. */
function similarDocuments(
  { byWord, similarWords }: Catalogue,
  typed: readonly string[],
  languages: readonly string[],
): readonly CatalogueDocument[] {
  const resembling = typed.map((typedWord) =>
    similarWords(typedWord).flatMap(({ word, share }) =>
      (byWord.get(word) ?? []).map((document) => ({ document, share })),
    ),
  )
  return rankSimilar(resembling).filter(({ lang }) => languages.includes(lang))
}

/** Ids of all services that answer, best first: the ranking alone, for measuring it. */
export async function rankedIds(db: Db, query: Query): Promise<readonly string[]> {
  return (await findDocuments(db, await catalogueOf(db), query)).map(({ service }) => service.id)
}
