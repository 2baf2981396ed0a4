import { syllablesOf, syllablesOfPart } from './syllables.ts'
import { partsOf, type Token } from './tokens.ts'

/** What the formulas count in a text. */
export interface Counts {
  readonly sentences: number
  readonly words: number
  readonly syllables: number
  /** Words of three or more syllables. */
  readonly polysyllables: number
  readonly monosyllables: number
  /** Words of more than six letters. */
  readonly long: number
  /** Words of the longest sentence. */
  readonly longestSentence: number
}

/** How hard a text is to read, by formulas that were made for German. */
export interface Scores {
  /** Wiener Sachtextformel 1 to 4 as school years: 4 is very easy, 15 very hard; both ends are open. */
  readonly wiener: readonly [number, number, number, number]
  /** Flesch's ease of reading in Amstad's German form: 100 is very easy, 0 very hard; both ends are open. */
  readonly amstad: number
  /** Mean number of words in a sentence. */
  readonly sentenceLength: number
}

/** Counts one sentence. Of a word with hyphens the longest part says how long it is: that is what they are there for. */
export function countsOf(tokens: readonly Token[]): Counts {
  const parts = tokens.map(({ word }) => partsOf(word))
  const syllables = parts.map((of) => Math.max(1, ...of.map(syllablesOfPart)))
  return {
    sentences: tokens.length > 0 ? 1 : 0,
    words: tokens.length,
    syllables: tokens.reduce((sum, { word }) => sum + syllablesOf(word), 0),
    polysyllables: syllables.filter((count) => count >= 3).length,
    monosyllables: syllables.filter((count) => count === 1).length,
    long: parts.filter((of) => of.some((part) => [...part].length > 6)).length,
    longestSentence: tokens.length,
  }
}

/** The counts of several pieces together. */
export const addCounts = (pieces: readonly Counts[]): Counts => ({
  sentences: pieces.reduce((sum, one) => sum + one.sentences, 0),
  words: pieces.reduce((sum, one) => sum + one.words, 0),
  syllables: pieces.reduce((sum, one) => sum + one.syllables, 0),
  polysyllables: pieces.reduce((sum, one) => sum + one.polysyllables, 0),
  monosyllables: pieces.reduce((sum, one) => sum + one.monosyllables, 0),
  long: pieces.reduce((sum, one) => sum + one.long, 0),
  longestSentence: pieces.reduce((most, one) => Math.max(most, one.longestSentence), 0),
})

/**
 * Scores of a text; undefined where there is not a word in it.
 *
 * Wiener Sachtextformeln: R. Bamberger, E. Vanecek: Lesen – Verstehen – Lernen – Schreiben, Wien 1984. Flesch in German:
 * T. Amstad: Wie verständlich sind unsere Zeitungen?, Zürich 1978.
 */
export function scoresOf(counts: Counts): Scores | undefined {
  const { words } = counts
  if (words === 0) return undefined
  const ms = (100 * counts.polysyllables) / words
  const es = (100 * counts.monosyllables) / words
  const iw = (100 * counts.long) / words
  const sl = words / counts.sentences
  return {
    wiener: [
      0.1935 * ms + 0.1672 * sl + 0.1297 * iw - 0.0327 * es - 0.875,
      0.2007 * ms + 0.1682 * sl + 0.1373 * iw - 2.779,
      0.2963 * ms + 0.1905 * sl - 1.1144,
      0.2744 * ms + 0.2656 * sl - 1.693,
    ],
    amstad: 180 - sl - 58.5 * (counts.syllables / words),
    sentenceLength: sl,
  }
}
