import type { Synonym } from './language/synonyms.ts'
import { queryWords, words as wordsOf } from './normalise.ts'
import { stem } from './stem.ts'

/** What a word or phrase stands for: the folded words of the official phrase. */
export interface Meaning {
  readonly words: readonly string[]
  readonly stems: readonly string[]
  readonly reason: string
}

/** Everyday words and phrases by their stems, and what they stand for. */
export interface Meanings {
  /** `words` are folded, fillers left out. */
  readonly of: (words: readonly string[]) => readonly Meaning[]
  /** Words of the longest phrase. */
  readonly longest: number
  /** All words there are: they help to split compounds. */
  readonly words: ReadonlySet<string>
}

export function meaningsOf(synonyms: readonly Synonym[]): Meanings {
  const known = new Map<string, Meaning[]>()
  const words = new Set<string>()
  let longest = 1
  const add = (from: string, to: string, reason: string) => {
    const typed = queryWords(from)
    const meant = queryWords(to)
    for (const word of [...typed, ...meant]) words.add(word)
    const key = keyOf(typed)
    // What is left of "über ... anmelden" without its fillers must not speak for "anmelden" alone.
    const shrunk = typed.length === 1 && wordsOf(from).length > 1
    if (shrunk || typed.length === 0 || meant.length === 0 || key === keyOf(meant)) return
    longest = Math.max(longest, typed.length)
    const list = known.get(key)
    const meaning = { words: meant, stems: meant.map(stem), reason }
    if (list) list.push(meaning)
    else known.set(key, [meaning])
  }
  for (const { everyday, official, direction, reason } of synonyms)
    for (const phrase of official) {
      for (const spelling of spellingsOf(everyday)) add(spelling, phrase, reason)
      if (direction === 'both') for (const spelling of spellingsOf(phrase)) add(spelling, everyday, reason)
    }
  return { of: (some) => known.get(keyOf(some)) ?? [], longest, words }
}

/** People write Kfz-Brief, Kfz Brief and Kfzbrief. */
const spellingsOf = (phrase: string): readonly string[] =>
  phrase.includes('-') ? [phrase.replaceAll('-', ' '), phrase.replaceAll('-', '')] : [phrase]

const keyOf = (words: readonly string[]) => words.map(stem).join(' ')
