import type { Synonym } from './language/synonyms.ts'
import { queryWords, words as wordsOf } from './normalise.ts'
import { remembered } from './once.ts'
import { stem } from './stem.ts'

/** What a word or phrase stands for: the folded words of the official phrase. */
export interface Meaning {
  readonly words: readonly string[]
  readonly stems: readonly string[]
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

/** Only the keys are made at once: of tens of thousands of phrases a query comes upon three or four. */
export function meaningsOf(synonyms: readonly Synonym[]): Meanings {
  const official = new Map<string, string[]>()
  const words = new Set<string>()
  const wordsIn = remembered(queryWords)
  const stemOf = remembered(stem)
  /** Many everyday words share an official one: one copy of it does. */
  const one = remembered((phrase) => phrase)
  let longest = 1
  const add = (from: string, to: readonly string[]) => {
    const typed = wordsIn(from)
    // What is left of "über ... anmelden" without its fillers must not speak for "anmelden" alone.
    const shrunk = typed.length === 1 && wordsOf(from).length > 1
    if (shrunk || typed.length === 0) return
    longest = Math.max(longest, typed.length)
    const key = typed.map(stemOf).join(' ')
    const list = official.get(key)
    if (list) list.push(...to.map(one))
    else official.set(key, to.map(one))
  }
  for (const synonym of synonyms) {
    for (const phrase of [synonym.everyday, ...synonym.official])
      for (const spelling of spellingsOf(phrase)) for (const word of wordsIn(spelling)) words.add(word)
    for (const spelling of spellingsOf(synonym.everyday)) add(spelling, synonym.official)
    if (synonym.direction === 'both')
      for (const phrase of synonym.official)
        for (const spelling of spellingsOf(phrase)) add(spelling, [synonym.everyday])
  }
  const of = (key: string) =>
    (official.get(key) ?? []).flatMap((phrase): Meaning[] => {
      const meant = queryWords(phrase)
      const stems = meant.map(stem)
      return meant.length === 0 || stems.join(' ') === key ? [] : [{ words: meant, stems }]
    })
  return { of: (some) => of(some.map(stem).join(' ')), longest, words }
}

/** People write Kfz-Brief, Kfz Brief and Kfzbrief. */
const spellingsOf = (phrase: string): readonly string[] =>
  phrase.includes('-') ? [phrase.replaceAll('-', ' '), phrase.replaceAll('-', '')] : [phrase]
