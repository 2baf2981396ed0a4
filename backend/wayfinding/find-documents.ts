import type { Db } from '../database/database.ts'
import { type Catalogue, type CatalogueDocument, catalogueOf } from './catalogue.ts'
import { normalPhrase, queryWords, tellingPhrase } from './normalise.ts'
import { analyseQuery, type Concept, fetchTerms, withLastResorts } from './query.ts'
import { type Match, meantPhrase, rank, type Ranked } from './ranking.ts'
import { popularityOf } from './repository-popularity.ts'
import { scopeTerms } from './scope.ts'
import { wordScorer } from './score.ts'
import { servicesInNamed } from './situations.ts'
import { startingWith } from './starts.ts'
import { type Filters, languagesOf, passes, type Reader, shownFor } from './visible.ts'

/** Enough to page through; who needs more types another word. */
const mostHits = 200
/** Filters sort out after the engine has chosen, so more must be fetched. */
const mostHitsToFilter = 1_000
/** Milliseconds; popularity changes once a day. */
const popularityAge = 60_000
/** With fewer answers than this, words that are merely similar count too. */
const fewHits = 10

/** What somebody typed, and for whom and where. */
export interface Query extends Reader {
  readonly q: string
}

/** A description a reader is shown, and the match that led there. */
export interface Found {
  readonly document: CatalogueDocument
  readonly ranked: Ranked
  readonly concepts: readonly Concept[]
}

/** The descriptions a reader is shown, one per service, best first; at most `most`. */
export async function findDocuments(
  db: Db,
  catalogue: Catalogue,
  query: Query,
  filters: Filters = {},
  most = mostHits,
): Promise<readonly Found[]> {
  const concepts = analyseQuery(catalogue, query.q)
  const shown = new Map<string, Found>()
  const show = async (some: readonly Concept[]) => {
    for (const ranked of await rankedFor(db, catalogue, query, filters, some)) {
      if (shown.size >= most) break
      const document = shownFor(catalogue, ranked.match.document, query)
      if (document && !shown.has(document.service.id) && passes(document, filters))
        shown.set(document.service.id, { document, ranked, concepts: some })
    }
  }
  await show(concepts)
  if (shown.size < Math.min(most, fewHits)) {
    const further = withLastResorts(catalogue, query.q, concepts)
    if (further) await show(further)
  }
  return [...shown.values()]
}

async function rankedFor(
  db: Db,
  catalogue: Catalogue,
  query: Query,
  filters: Filters,
  concepts: readonly Concept[],
): Promise<Iterable<Ranked>> {
  const languages = languagesOf(query)
  const phrase = normalPhrase(query.q)
  const narrowed = Object.values(filters).some((value) => value !== undefined)
  const everyLanguage = [...catalogue.languages].every((lang) => languages.includes(lang))
  const [speaking, ...region] = scopeTerms(languages, query.area)
  const scope = [...(everyLanguage || !speaking ? [] : [speaking]), ...region]
  const terms = fetchTerms(concepts, catalogue.vocabulary)
  const ids = await catalogue.fetch(terms, scope, narrowed ? mostHitsToFilter : mostHits)
  const named = namedDocuments(catalogue, meantPhrase(phrase, concepts), languages)
  const documents = [...new Set([...named.keys(), ...beginningWith(catalogue, phrase, languages)])]
  const known = new Set(documents.map(({ id }) => id))
  for (const id of ids) {
    const document = known.has(id) ? undefined : catalogue.documents.get(id)
    if (document && documents.length < mostHits && passes(document, filters)) documents.push(document)
  }
  const bags = await catalogue.bags.of(
    db,
    documents.map(({ id }) => id),
  )
  const score = wordScorer(concepts, catalogue.lengths)
  const popularity = await popularityOf(db, popularityAge)
  const inSituation = servicesInNamed(catalogue.situations, queryWords(query.q))
  const matches: Match[] = []
  documents.forEach((document, at) => {
    const bag = bags[at]
    if (!bag) return
    const { id } = document.service
    matches.push({
      document,
      bag,
      score: score(bag),
      named: named.get(document) ?? 0,
      popularity: popularity.get(id) ?? 0,
      situation: inSituation.has(id),
    })
  })
  return rank(matches, phrase, concepts, catalogue.vocabulary)
}

/** Documents a title or keyword of which is the query or a part of it, and how much of it: of "perso verlängern" half where "Perso" is a keyword. */
function namedDocuments(
  { byName }: Catalogue,
  phrase: string,
  languages: readonly string[],
): ReadonlyMap<CatalogueDocument, number> {
  const named = new Map<CatalogueDocument, number>()
  const words = tellingPhrase(phrase).split(' ')
  const whole = words.join(' ').length
  for (let from = 0; from < words.length; from += 1)
    for (let to = words.length; to > from; to -= 1) {
      const name = words.slice(from, to).join(' ')
      const documents = name ? (byName.get(name) ?? []) : []
      // A single word of many may be the name of hundreds; those are fetched by their words.
      if (documents.length <= mostNamed || name.length === whole)
        for (const document of documents)
          if (languages.includes(document.lang))
            named.set(document, Math.max(named.get(document) ?? 0, name.length / whole))
    }
  return named
}

const mostNamed = 50

/** Documents whose title or keyword goes on where the query ends. */
function beginningWith(
  { starts }: Catalogue,
  phrase: string,
  languages: readonly string[],
): CatalogueDocument[] {
  const found: CatalogueDocument[] = []
  if (phrase)
    for (const { document } of startingWith(starts.names, phrase)) {
      if (languages.includes(document.lang)) found.push(document)
      if (found.length >= mostNamed) break
    }
  return found
}

/** Ids of all services that answer, best first: the ranking alone, for measuring it. */
export async function rankedIds(db: Db, query: Query, most?: number): Promise<readonly string[]> {
  const found = await findDocuments(db, await catalogueOf(db), query, {}, most)
  return found.map(({ document }) => document.service.id)
}
