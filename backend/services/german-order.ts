const longest = 120
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/**
 * Sort keys after DIN 5007-1: an umlaut counts as its base letter, ß as ss, whatever is neither letter nor digit as a gap.
 * A key holds only 0-9 and a-z, so that SQLite and every collation of PostgreSQL put it in the same place: a gap is 0, a
 * digit 1 and itself, a letter of another script 1z and its code. Equal words are told apart behind 00: the plain one first.
 */
export function sortKeyOf(text: string): string {
  const words = wordsOf(text)
  const key = words.map((word) => (plain.test(word) ? word : [...fold(word)].map(encode).join(''))).join('0')
  const marks = words.map(marksOf).join('').replace(/0+$/, '')
  return marks ? `${key}00${marks}` : key
}

/** The letter that texts with a sort key stand under in an index from A to Z; all else stands under 0-9. */
export function letterOfKey(sortKey: string): string {
  const first = sortKey.charAt(0)
  return /[a-z]/.test(first) ? first.toUpperCase() : '0-9'
}

/** The letter a text stands under in an index from A to Z. */
export const letterOf = (text: string): string => letterOfKey(sortKeyOf(text))

const plain = /^[a-z]*$/
const ascii = /^[a-z0-9]*$/

/** Where letters differ from their base letters. */
const marksOf = (word: string): string =>
  ascii.test(word)
    ? '0'.repeat(word.length)
    : [...word].map((letter) => (fold(letter) === letter ? '0' : '1')).join('')

const wordsOf = (text: string): string[] =>
  text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)

function encode(letter: string): string {
  if (/[a-z]/.test(letter)) return letter
  if (/[0-9]/.test(letter)) return `1${letter}`
  return `1z${(letter.codePointAt(0) ?? 0).toString(16).padStart(5, '0')}`
}
