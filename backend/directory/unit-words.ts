import { foldName, foldWithoutDots } from '../places/index.ts'
import type { UnitContent } from './unit-content.ts'

/** Longer words are told apart by their beginning. */
const longestWord = 40
/** So many words of a question count, the longest: nobody types more on purpose. */
const wordsAtMost = 4

/** What a unit is known by. */
interface KnownBy {
  readonly name: string
  readonly content: Pick<UnitContent, 'names' | 'addresses'>
  /** Name of the area it belongs to. */
  readonly regionName?: string | undefined
}

/** The words a unit is found by: of its names in all languages, its place, its streets and postcodes. */
export function wordsOfUnit({ name, content, regionName = '' }: KnownBy): readonly string[] {
  const places = content.addresses.flatMap(({ city = '', street = '', postcode = '' }) => [
    city,
    street,
    postcode,
  ])
  return foldedWords([name, ...Object.values(content.names ?? {}), regionName, ...places])
}

/** The words of texts as they are looked up, with and without the dots of umlauts, each once. */
export const foldedWords = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...wordsOf(foldName(text)), ...wordsOf(foldWithoutDots(text))])),
]

/** The beginnings of words that somebody asks for, the longest first. */
export const wordsAsked = (text: string): readonly string[] =>
  [...new Set(wordsOf(foldName(text)))].sort((a, b) => b.length - a.length).slice(0, wordsAtMost)

const wordsOf = (folded: string): readonly string[] =>
  folded
    .split(' ')
    .filter(Boolean)
    .map((word) => word.slice(0, longestWord))
