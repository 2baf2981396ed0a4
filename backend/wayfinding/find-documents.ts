import type { Db } from '../database/database.ts'
import { queryTerms } from './analyse.ts'
import { type Catalogue, type CatalogueDocument, catalogueOf } from './catalogue.ts'
import { normalPhrase, queryWords } from './normalise.ts'
import { bareShare, type Match, rankMatches, rankSimilar } from './ranking.ts'
import { matchDocuments } from './repository.ts'
import { startingWith } from './starts.ts'
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
  const phrase = normalPhrase(query.q)
  const terms = queryTerms(typed, catalogue.splitter())
  const scope = { area: query.area, languages: languagesOf(query), day: query.day, bareShare }
  const narrowed = Object.values(filters).some((value) => value !== undefined)
  const hits = await matchDocuments(db, terms, scope, narrowed ? mostHitsToFilter : mostHits)
  const found = hits.flatMap(({ id, score }): Match[] => {
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
  show(rankMatches(withNamed(found, namedDocuments(catalogue, phrase, scope.languages)), phrase))
  if (shown.size < fewHits) show(similarDocuments(catalogue, typed, scope.languages))
  return [...shown.values()]
}

/** Documents whose title or keyword is what was typed. */
function namedDocuments(
  { starts }: Catalogue,
  phrase: string,
  languages: readonly string[],
): ReadonlySet<CatalogueDocument> {
  const named = new Set<CatalogueDocument>()
  if (!phrase) return named
  for (const { key, document } of startingWith(starts.names, phrase)) {
    if (key.length > phrase.length) break
    if (languages.includes(document.lang)) named.add(document)
  }
  return named
}

/**
 * Lets documents that are named like the query count like the best hit: where hundreds have words that begin so, the full-text index
 * may rank a long description far down, or leave it out.
 */
function withNamed(found: readonly Match[], named: ReadonlySet<CatalogueDocument>): readonly Match[] {
  const score = found[0]?.score ?? 1
  const others = found.filter(({ document }) => !named.has(document))
  return [...[...named].map((document) => ({ document, score })), ...others]
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
