import type { Suggestion, SuggestionList } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { type Catalogue, type CatalogueDocument, catalogueOf, type Name } from './catalogue.ts'
import { findDocuments, type Query } from './find-documents.ts'
import { fillers, normalPhrase } from './normalise.ts'
import { type Start, startingWith } from './starts.ts'
import { languagesOf, shownFor } from './visible.ts'

/** Fewer letters are not worth a look into the texts. */
const shortestToSearch = 3

export interface SuggestionRequest extends Query {
  readonly limit: number
}

/** A name that fits what is being typed, and the description it leads to; the lower the rank the better it fits. */
interface Candidate {
  readonly name: Name
  readonly shown: CatalogueDocument
  readonly rank: number
}

/** Titles and keywords that continue what somebody types, one per service; where none does, services whose texts match. */
export async function suggest(db: Db, request: SuggestionRequest): Promise<SuggestionList> {
  const catalogue = await catalogueOf(db)
  const phrase = normalPhrase(request.q)
  if (!phrase) return { items: [], next: null }
  const named = bestNames(catalogue, phrase, request)
  if (named.length > 0 || phrase.length < shortestToSearch) return { items: named.map(fromName), next: null }
  const found = await findDocuments(db, catalogue, request, {}, request.limit)
  return { items: found.map(({ document }) => fromText(document)), next: null }
}

function bestNames(catalogue: Catalogue, phrase: string, request: SuggestionRequest): readonly Candidate[] {
  const languages = languagesOf(request)
  const best = new Map<string, Candidate>()
  const isWhole = ({ key }: Start) => key.length === phrase.length || key[phrase.length] === ' '
  const consider = (starts: Iterable<Start>, rankOf: (start: Start) => number) => {
    for (const start of starts) {
      const shown = languages.includes(start.document.lang) && shownFor(catalogue, start.document, request)
      if (shown)
        keepBetter(best, {
          name: start.name,
          shown,
          rank: rankOf(start) + distance(start, shown, isWhole(start)),
        })
    }
  }
  const { names, words, parts } = catalogue.starts

  // Each step ranks below the one before, so the first that fills the list is the last.
  consider(startingWith(names, phrase), (start) => {
    if (start.key.length === phrase.length) return 0
    return isWhole(start) ? 1 : 2
  })
  if (best.size < request.limit) consider(startingWith(words, phrase), (start) => (isWhole(start) ? 3 : 4))
  if (best.size < request.limit) consider(startingWith(parts, phrase), () => 5)
  if (best.size < request.limit) consider(holdingAll(catalogue, phrase.split(' ')), () => 6)
  return firstFew(best.values(), request.limit)
}

/** The best of many without sorting them all. */
function firstFew(candidates: Iterable<Candidate>, limit: number): readonly Candidate[] {
  const few: Candidate[] = []
  for (const candidate of candidates) {
    const last = few.length === limit ? few.at(-1) : undefined
    if (!last || compare(candidate, last) < 0) {
      const place = few.findIndex((each) => compare(candidate, each) < 0)
      few.splice(place < 0 ? few.length : place, 0, candidate)
      few.length = Math.min(few.length, limit)
    }
  }
  return few
}

/** Starts of documents that hold every typed word, in any order; the last may be unfinished. */
function* holdingAll({ starts }: Catalogue, typed: readonly string[]): Generator<Start> {
  const telling = typed.filter((word) => !fillers.has(word))
  const rarest = telling.toSorted((a, b) => b.length - a.length)[0]
  if (!rarest || telling.length < 2) return
  for (const list of [starts.names, starts.words, starts.parts])
    for (const start of startingWith(list, rarest)) {
      const text = start.document.names.map(({ folded }) => ` ${folded}`).join('')
      if (telling.every((word) => word === rarest || text.includes(` ${word}`))) yield start
    }
}

function keepBetter(best: Map<string, Candidate>, candidate: Candidate): void {
  const { id } = candidate.shown.service
  const known = best.get(id)
  if (!known || compare(candidate, known) < 0) best.set(id, candidate)
}

/** Where a whole word is typed the title comes before keywords; the name of another description of the same service comes last. */
function distance({ document, name }: Start, shown: CatalogueDocument, whole: boolean): number {
  if (document !== shown) return 0.5
  return whole && name !== document.names[0] ? 0.25 : 0
}

const compare = (a: Candidate, b: Candidate) =>
  a.rank - b.rank ||
  emptiness(a) - emptiness(b) ||
  a.name.text.length - b.name.text.length ||
  (a.name.folded < b.name.folded ? -1 : 1)

/** A description that says something comes before a bare title of a catalogue. */
const emptiness = ({ shown }: Candidate) => (shown.service.richness > 0 ? 0 : 1)

const fromName = ({ name, shown }: Candidate): Suggestion => ({
  text: name.text,
  service: { id: shown.service.id, title: shown.title },
  matched: name.text === shown.title ? 'title' : 'keyword',
})

const fromText = ({ service, title }: CatalogueDocument): Suggestion => ({
  text: title,
  service: { id: service.id, title },
  matched: 'text',
})
