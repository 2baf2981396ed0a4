import type { CatalogueDocument } from './catalogue.ts'
import { tellingPhrase } from './normalise.ts'
import { likeness, trigrams } from './trigrams.ts'

/** A document found by its words, and how well. */
export interface Match {
  readonly document: CatalogueDocument
  readonly score: number
}

/** What is added to the score of its words by a title that reads like the query, and by a title or keyword that is the query. */
const likenessBonus = 2
const namedBonus = 4
/** A bare title of a catalogue helps nobody who finds it: it stands back behind descriptions that say something. */
export const bareShare = 0.2
/** Below the first fifty the order of the full-text index is good enough. */
const looked = 50

/** Lifts documents whose title is, or reads like, the whole query; `phrase` is folded. */
export function rankMatches(matches: readonly Match[], phrase: string): CatalogueDocument[] {
  const typed = trigrams(phrase)
  const telling = tellingPhrase(phrase)
  const substanceOf = substanceFor(matches, phrase)
  const weighed = matches
    .map(({ document, score }) => ({ document, score: score * substanceOf(document) }))
    .sort(byScore)
  const lifted = weighed.slice(0, looked).map(({ document, score }) => {
    const title = trigrams(document.names[0]?.folded ?? '')
    const bonus = likenessBonus * likeness(typed, title) + namedBonus * namedShare(document, telling)
    return { document, score: score * (1 + bonus) }
  })
  lifted.sort(byScore)
  return [...lifted, ...weighed.slice(looked)].map(({ document }) => document)
}

/** A bare title that is the query itself stands back only where a description is named with all of it. */
function substanceFor(matches: readonly Match[], phrase: string) {
  const described = matches.some(
    ({ document: { service, names } }) =>
      service.richness > 0 && names.some(({ folded }) => isWithin(phrase, folded)),
  )
  return ({ service, names }: CatalogueDocument): number => {
    if (service.richness > 0) return 1
    return !described && names[0]?.folded === phrase ? 1 : bareShare
  }
}

const byScore = (a: Match, b: Match) => b.score - a.score || a.document.id - b.document.id

/** How many of the words of a query are a whole title or keyword: of "perso verlängern" half where "Perso" is a keyword. */
const namedShare = ({ names }: CatalogueDocument, phrase: string): number =>
  Math.max(
    ...names.map(({ telling }) => (isWithin(telling, phrase) ? lengthOf(telling) / lengthOf(phrase) : 0)),
  )

const isWithin = (name: string, phrase: string) => ` ${phrase} `.includes(` ${name} `)
const lengthOf = (phrase: string) => phrase.split(' ').length

/** A document one of whose words is like a typed one, and how much of that stands in it. */
export interface Resemblance {
  readonly document: CatalogueDocument
  readonly share: number
}

/** Orders documents by how much of each typed word stands in the best of their words. */
export function rankSimilar(typed: readonly (readonly Resemblance[])[]): CatalogueDocument[] {
  const scores = new Map<CatalogueDocument, number>()
  for (const resemblances of typed) {
    const best = new Map<CatalogueDocument, number>()
    for (const { document, share } of resemblances)
      best.set(document, Math.max(share, best.get(document) ?? 0))
    for (const [document, share] of best) scores.set(document, share + (scores.get(document) ?? 0))
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || a.id - b.id).map(([document]) => document)
}
