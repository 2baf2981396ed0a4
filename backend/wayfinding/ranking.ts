import type { CatalogueDocument } from './catalogue.ts'
import { likeness, trigrams } from './trigrams.ts'

/** A document found by its words, and how well. */
export interface Match {
  readonly document: CatalogueDocument
  readonly score: number
}

/** What a title that reads like the query, or is the query, adds to the score of its words. */
const likenessBonus = 2
const exactBonus = 4
/** A description that says something is worth more than a bare title of a catalogue. */
const substanceBonus = 0.5
/** Below the first fifty the order of the full-text index is good enough. */
const looked = 50

/** Lifts documents whose title is, or reads like, the whole query; `phrase` is folded. */
export function rankMatches(matches: readonly Match[], phrase: string): CatalogueDocument[] {
  const typed = trigrams(phrase)
  const lifted = matches.slice(0, looked).map(({ document, score }) => {
    const title = trigrams(document.names[0]?.folded ?? '')
    const exact = document.names.some((name) => name.folded === phrase)
    const bonus =
      likenessBonus * likeness(typed, title) +
      (exact ? exactBonus : 0) +
      (document.service.richness > 0 ? substanceBonus : 0)
    return { document, score: score * (1 + bonus) }
  })
  lifted.sort((a, b) => b.score - a.score || a.document.id - b.document.id)
  return [...lifted, ...matches.slice(looked)].map(({ document }) => document)
}

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
