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

export function analyseWord(word: string, split: SplitCompound, stemOf = stem): AnalysedWord {
  const whole = stemOf(word)
  const parts = split(word)
  if (parts.length === 0) return { stem: whole, parts }
  return { stem: whole, parts: [...new Set(parts.map(stemOf))].filter((part) => part !== whole) }
}

/** Whether a word of a text may be a part of a compound elsewhere. */
export const mayBePart = (word: string): boolean =>
  word.length >= shortestPart && !fillers.has(word) && !/\d/.test(word)

/** A name on one line, folded, with `|` where its compounds can be cut. */
export const nameWithParts = (name: string, split: SplitCompound): string =>
  words(name)
    .map((word) => split(word).join('|') || word)
    .join(' ')
