import { analyseWord, mayBePart } from './analyse.ts'
import { compoundSplitter, partVocabulary, type SplitCompound } from './compounds.ts'
import { type DocumentWords, wordOf } from './document-words.ts'
import { partStems } from './language.ts'
import { stem } from './stem.ts'

/** What the words of all texts are looked up by, each analysed once; lists go by the number of a word. */
export interface WordAnalysis {
  readonly words: readonly string[]
  /** Every stem and every stem of a part, in order of their letters: a stem is known by its place. */
  readonly stems: readonly string[]
  readonly stemOf: Uint32Array
  /** Stems of the parts of a compound. */
  readonly partsOf: readonly (readonly number[])[]
  /** In how many descriptions a stem stands as a word of its own. */
  readonly written: ReadonlyMap<string, number>
  readonly split: SplitCompound
}

export function analyseWords(words: readonly string[], documents: readonly DocumentWords[]): WordAnalysis {
  const stemOfWord = new Map(words.map((word) => [word, stem(word)]))
  const knownStem = (word: string) => stemOfWord.get(word) ?? stem(word)
  const written = countStems(words, documents, knownStem)
  const split = compoundSplitter(partVocabulary(written, partStems()), knownStem)
  const numbers = new Map<string, number>()
  const numberOf = (each: string) => {
    let number = numbers.get(each)
    if (number === undefined) numbers.set(each, (number = numbers.size))
    return number
  }
  const stemOf = new Uint32Array(words.length)
  const partsOf = words.map((word, place) => {
    const { stem: whole, parts } = analyseWord(word, split, knownStem)
    stemOf[place] = numberOf(whole)
    return parts.length > 0 ? parts.map(numberOf) : nothing
  })
  const stems = [...numbers.keys()].sort()
  const places = new Uint32Array(stems.length)
  for (const [place, each] of stems.entries()) places[numberOf(each)] = place
  return {
    words,
    stems,
    stemOf: stemOf.map((number) => places[number]!),
    partsOf: partsOf.map((parts) => (parts.length > 0 ? parts.map((number) => places[number]!) : nothing)),
    written,
    split,
  }
}

const nothing: readonly number[] = []

interface StemCount {
  documents: number
  /** The document that was counted last. */
  last: number
}

/** In how many documents the stem of each word that may be a part of a compound stands. */
function countStems(
  words: readonly string[],
  documents: readonly DocumentWords[],
  stemOf: (word: string) => string,
): ReadonlyMap<string, number> {
  const byStem = new Map<string, StemCount>()
  const byWord = words.map((word) => {
    if (!mayBePart(word)) return undefined
    const each = stemOf(word)
    let count = byStem.get(each)
    if (!count) byStem.set(each, (count = { documents: 0, last: -1 }))
    return count
  })
  for (const [document, { tokens }] of documents.entries())
    for (const token of tokens) {
      const count = byWord[wordOf(token)]
      if (count && count.last !== document) {
        count.last = document
        count.documents += 1
      }
    }
  return new Map([...byStem].map(([each, count]) => [each, count.documents]))
}
