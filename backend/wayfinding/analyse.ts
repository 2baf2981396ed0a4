import type { SplitCompound } from './compounds.ts'
import { fillers, words } from './normalise.ts'
import { stem } from './stem.ts'

const shortestPart = 4

/** What a word of a text or a query is looked up by. */
export interface AnalysedWord {
  readonly stem: string
  /** Stems of the parts of a compound; empty where it is none. */
  readonly parts: readonly string[]
}
export type AnalyseWord = (word: string) => AnalysedWord

/** Analyses folded words; each once, as texts repeat them. */
export function wordAnalyser(split: SplitCompound): AnalyseWord {
  const known = new Map<string, AnalysedWord>()
  return (word) => {
    let analysed = known.get(word)
    if (!analysed) known.set(word, (analysed = analyseWord(word, split)))
    return analysed
  }
}

export function analyseWord(word: string, split: SplitCompound): AnalysedWord {
  const whole = stem(word)
  return { stem: whole, parts: [...new Set(split(word).map(stem))].filter((part) => part !== whole) }
}

/** Whether a word of a text may be a part of a compound elsewhere. */
export const mayBePart = (word: string): boolean =>
  word.length >= shortestPart && !fillers.has(word) && !/\d/.test(word)

/** A name on one line, folded, with `|` where its compounds can be cut. */
export const nameWithParts = (name: string, split: SplitCompound): string =>
  words(name)
    .map((word) => split(word).join('|') || word)
    .join(' ')
