import { runsOf, wordsOfRun } from './normalise.ts'
import { Pieces } from './pieces.ts'

/** Words of some texts in order, as tokens. */
export interface DocumentWords {
  readonly tokens: Uint32Array
  /** Where the words of each text end. */
  readonly ends: readonly number[]
}

/** The number of the word a token stands for. */
export const wordOf = (token: number): number => token >>> 1
/** Whether it is a hyphened compound in one piece, which stands behind its parts. */
export const isJoined = (token: number): boolean => (token & 1) === 1

/** Reads texts; every distinct word gets a number, so that it is folded, stemmed and cut once however often it stands there. */
export class WordReader {
  /** By their numbers. */
  readonly words: string[] = []
  readonly #numbers = new Map<string, number>()
  readonly #pieces = new Pieces<readonly number[]>()

  read(texts: readonly string[]): DocumentWords {
    const tokens: number[] = []
    const take = (some: readonly number[]) => {
      for (const token of some) tokens.push(token)
    }
    const ends = texts.map((text) => {
      this.#pieces.read(text, this.#tokensOf, take)
      return tokens.length
    })
    return { tokens: Uint32Array.from(tokens), ends }
  }

  /** Folding never looks across a space, so a piece has the same words wherever it stands. */
  readonly #tokensOf = (piece: string): readonly number[] =>
    runsOf(piece).flatMap((run) => {
      const words = wordsOfRun(run)
      const joined = words.length > 1 ? words.length - 1 : -1
      return words.map((word, place) => 2 * this.#numberOf(word) + (place === joined ? 1 : 0))
    })

  #numberOf(word: string): number {
    let number = this.#numbers.get(word)
    if (number === undefined) this.#numbers.set(word, (number = this.words.push(word) - 1))
    return number
  }
}
