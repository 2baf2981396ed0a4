import type { Db } from '../database/database.ts'
import { type MissedTerm, missedTerms } from './missed-terms.ts'
import { fold, words } from './normalise.ts'
import { allKeywords, sharedTerms } from './repository-terms.ts'
import { searchServices } from './search.ts'

/** A word that readers miss, and services an editor could let it lead to. */
export interface KeywordSuggestion extends MissedTerm {
  readonly candidates: readonly { readonly id: string; readonly title: string }[]
}

interface Options {
  /** Region key; terms of pages for this area and those within it. */
  readonly area?: string | undefined
  /** Askers that were not helped. */
  readonly min: number
  /** ISO date of today. */
  readonly day: string
}

const mostCandidates = 3
const shortestBeginning = 4

/** Words that lead nowhere and are nobody's keyword yet, the most missed first, with what they could lead to. */
export async function keywordSuggestions(
  db: Db,
  { area, min, day }: Options,
): Promise<readonly KeywordSuggestion[]> {
  const suggestions: KeywordSuggestion[] = []
  for (const term of await missedWords(db, { area, min }))
    suggestions.push({ ...term, candidates: await candidatesFor(db, term.text, { area, day }) })
  return suggestions
}

/** Words that lead nowhere and are nobody's keyword yet, the most missed first. For editors only, never for the public API. */
export async function missedWords(
  db: Db,
  { area, min }: Pick<Options, 'area' | 'min'>,
): Promise<readonly MissedTerm[]> {
  const known = new Set((await allKeywords(db)).map(fold))
  return missedTerms(await sharedTerms(db, area), min).filter(({ text }) => !known.has(fold(text)))
}

/** What the search itself finds for the words, else for shorter and shorter beginnings and ends of them. */
export async function candidatesFor(
  db: Db,
  text: string,
  where: { readonly area: string | undefined; readonly day: string },
) {
  const found = new Map<string, string>()
  for (const q of [text, ...words(text).flatMap(partsOf)]) {
    if (found.size >= mostCandidates) break
    const page = await searchServices(db, { q, lang: 'de', limit: mostCandidates, ...where })
    for (const { id, title } of page?.items ?? []) if (found.size < mostCandidates) found.set(id, title)
  }
  return [...found].map(([id, title]) => ({ id, title }))
}

/** Of Hundemarke: hundemark, undemarke, hundemar, ndemarke and so on. */
const partsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - shortestBeginning) }, (_, cut) => [
    word.slice(0, word.length - cut - 1),
    word.slice(cut + 1),
  ]).flat()
