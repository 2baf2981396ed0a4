import type { FullTextTerm } from '../database/full-text.ts'
import type { SplitCompound } from './compounds.ts'
import { fillers, indexWords, words } from './normalise.ts'
import { stem } from './stem.ts'

/** Shorter beginnings stand in too many words. */
const shortestPrefix = 4
const shortestStem = 4

/** Stems of a text that may be parts of compounds, each once. */
export function partStems(text: string): Set<string> {
  const parts = words(text).filter(
    (word) => word.length >= shortestStem && !fillers.has(word) && !/\d/.test(word),
  )
  return new Set(parts.map(stem))
}

/** Turns a text into what is indexed: each word's stem, followed by the stems of its parts. */
export function textAnalyser(split: SplitCompound): (text: string) => string {
  const known = new Map<string, string>()
  const analyse = (word: string) => {
    const terms = stemsOf(word, split).join(' ')
    known.set(word, terms)
    return terms
  }
  return (text) =>
    indexWords(text)
      .map((word) => known.get(word) ?? analyse(word))
      .join(' ')
}

/** What a query looks for: stems of its words and of their parts; longer ones also as the beginning of a word. */
export function queryTerms(typed: readonly string[], split: SplitCompound): readonly FullTextTerm[] {
  const stems = new Set(typed.flatMap((word) => stemsOf(word, split)))
  return [...stems].map((each) => ({ stem: each, prefix: each.length >= shortestPrefix }))
}

const stemsOf = (word: string, split: SplitCompound): string[] => [
  ...new Set([word, ...split(word)].map(stem)),
]

/** A name on one line, folded, with `|` where its compounds can be cut. */
export const nameWithParts = (name: string, split: SplitCompound): string =>
  words(name)
    .map((word) => split(word).join('|') || word)
    .join(' ')
