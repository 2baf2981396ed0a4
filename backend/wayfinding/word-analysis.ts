import { analyseWord, mayBePart } from './analyse.ts'
import { compoundSplitter, partVocabulary, type SplitCompound } from './compounds.ts'
import { wordOf } from './document-words.ts'
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

export function analyseWords(words: readonly string[], counter: StemCounter): WordAnalysis {
  const stemOfWord = new Map(words.map((word, number) => [word, counter.stemOf(number)]))
  const knownStem = (word: string) => stemOfWord.get(word) ?? stem(word)
  const written = counter.frequencies()
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

/** Stems words, and counts in how many documents the stem of each that may be a part of a compound stands. */
export class StemCounter {
  /** By their numbers; may grow. */
  readonly #words: readonly string[]
  readonly #stems: string[] = []
  readonly #counts: (StemCount | undefined)[] = []
  readonly #byStem = new Map<string, StemCount>()
  #documents = 0

  constructor(words: readonly string[]) {
    this.#words = words
  }

  stemOf(word: number): string {
    this.#learn()
    return this.#stems[word]!
  }

  /** Counts one document. */
  add(tokens: Uint32Array): void {
    this.#learn()
    const document = this.#documents++
    for (const token of tokens) {
      const count = this.#counts[wordOf(token)]
      if (count && count.last !== document) {
        count.last = document
        count.documents += 1
      }
    }
  }

  frequencies(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#byStem].flatMap(([each, { documents }]) => (documents > 0 ? [[each, documents]] : [])),
    )
  }

  #learn(): void {
    for (let number = this.#stems.length; number < this.#words.length; number += 1) {
      const word = this.#words[number]!
      const each = stem(word)
      this.#stems.push(each)
      this.#counts.push(mayBePart(word) ? this.#countOf(each) : undefined)
    }
  }

  #countOf(each: string): StemCount {
    let count = this.#byStem.get(each)
    if (!count) this.#byStem.set(each, (count = { documents: 0, last: -1 }))
    return count
  }
}
