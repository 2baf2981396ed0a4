import type { CatalogueDocument } from './catalogue.ts'
import { containment, likeness, trigrams } from './trigrams.ts'

/** A document found by its words, and how well. */
export interface Match {
  readonly document: CatalogueDocument
  readonly score: number
}

/** What a title that reads like the query, or is the query, adds to the score of its words. */
const likenessBonus = 2
const exactBonus = 4
/** Below the first fifty the order of the full-text index is good enough. */
const looked = 50

/** Lifts documents whose title is, or reads like, the whole query; `phrase` is folded. */
export function rankMatches(matches: readonly Match[], phrase: string): CatalogueDocument[] {
  const typed = trigrams(phrase)
  const lifted = matches.slice(0, looked).map(({ document, score }) => {
    const title = document.names[0]?.folded ?? ''
    const exact = document.names.some((name) => name.folded === phrase)
    const bonus = likenessBonus * likeness(typed, trigrams(title)) + (exact ? exactBonus : 0)
    return { document, score: score * (1 + bonus) }
  })
  lifted.sort((a, b) => b.score - a.score || a.document.id - b.document.id)
  return [...lifted, ...matches.slice(looked)].map(({ document }) => document)
}

/** A word of names that may be meant by a typed one, and where it stands. */
export interface Similar {
  readonly word: string
  readonly documents: readonly CatalogueDocument[]
}

/** Orders documents by how much of each typed word stands in one of their words; chance likenesses do not count. */
export function rankSimilar(typed: ReadonlyMap<string, readonly Similar[]>): CatalogueDocument[] {
  const scores = new Map<CatalogueDocument, number>()
  for (const [word, similar] of typed) {
    const letters = trigrams(word)
    const best = new Map<CatalogueDocument, number>()
    for (const candidate of similar) {
      const share = containment(letters, trigrams(candidate.word))
      const documents = share > 0 ? candidate.documents : []
      for (const document of documents) best.set(document, Math.max(share, best.get(document) ?? 0))
    }
    for (const [document, share] of best) scores.set(document, share + (scores.get(document) ?? 0))
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || a.id - b.id).map(([document]) => document)
}
