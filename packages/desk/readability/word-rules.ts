import { abbreviations } from './abbreviations.ts'
import { type Check, places } from './finding.ts'
import { partsOf } from './tokens.ts'

/** Letters of a word, or of a part between hyphens, at most. */
const longestWord = { easy: 14, plain: 22 } as const

export const compound: Check = ({ tokens }, style) =>
  tokens
    .filter(({ word }) => partsOf(word).some((part) => [...part].length > longestWord[style]))
    .map(({ start, end }) => ({ rule: 'compound', start, end }))

const withPoint = [...abbreviations.keys()].filter((one) => one.endsWith('.'))
const shortForm = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${withPoint
    .sort((one, other) => other.length - one.length)
    .map((one) => one.replaceAll('.', '\\.').replaceAll(' ', '[\\s\\u00a0\\u202f]?'))
    .join('|')})`,
  'gu',
)
/** Everybody knows them; Leichte Sprache writes them out all the same (BITV 2.0 Anlage 2 Teil 2 Nr. 1). */
const known = new Set([
  'bzw.',
  'ca.',
  'Dr.',
  'etc.',
  'Nr.',
  'Prof.',
  'Str.',
  'str.',
  'Tel.',
  'usw.',
  'z. B.',
  'd. h.',
  'EU',
  'Kfz',
  'KFZ',
  'PKW',
  'Pkw',
  'LKW',
  'Lkw',
  'St.',
])
const key = (found: string) => found.replaceAll(/[\s\u00a0\u202f]/gu, '').replaceAll(/\.(?=\p{L})/gu, '. ')

export const abbreviation: Check = (sentence, style) => {
  const told = (short: string) => {
    if (style === 'plain' && known.has(short)) return undefined
    const meaning = abbreviations.get(short)
    return meaning ? { better: meaning } : undefined
  }
  return [
    ...places(sentence, 'abbreviation', shortForm, ([found]) => told(key(found))),
    ...sentence.tokens.flatMap(({ word, start, end }) => {
      const better = told(word)
      return better && !word.endsWith('.') ? [{ rule: 'abbreviation' as const, start, end, ...better }] : []
    }),
  ]
}

const noun = '\\p{Lu}\\p{Ll}[\\p{L}·-]*'
const adjectives = '(?:\\p{Ll}+(?:en|n)\\s+){0,2}'
const genitives = [
  // des Amtes, eines Kindes, Ihres Ausweises
  `(?:des|eines|[mdsk]eines|ihres|Ihres|unseres|eures)\\s+${adjectives}${noun}(?:s|n)`,
  // Antrag der Stadt: a noun, then `der` and another one
  `(?<=[^.!?\\s]\\s+${noun}\\s)(?:der|einer)\\s+${adjectives}${noun}`,
  `(?:wegen|trotz|während|innerhalb|außerhalb|aufgrund|anhand|mittels|bezüglich|hinsichtlich|zwecks|infolge|seitens)\\s+(?:der|einer|dieser|Ihrer)\\s+${adjectives}${noun}`,
].join('|')

/** Genitive: in einfacher Sprache only two of them in a row are hard. */
export const genitive: Check = (sentence, style) => {
  const one = `(?<!\\p{L})(?:${genitives})(?!\\p{L})`
  if (style === 'easy') return places(sentence, 'genitive', new RegExp(one, 'gu'))
  return places(
    sentence,
    'genitive',
    new RegExp(`${one}\\s+(?:des|der|eines|einer)\\s+${adjectives}${noun}`, 'gu'),
  )
}

const inWords =
  'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|zwanzig|dreißig|vierzig|fünfzig|hundert|tausend'
const digits = new Map(
  [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 30, 40, 50, 100, 1000].map((value, at) => [
    inWords.split('|')[at]!,
    `${value}`,
  ]),
)
const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ')

/** Leichte Sprache writes numbers as digits, months as words, and neither Roman numbers nor long rows of digits. */
export const number: Check = (sentence, style) => {
  const roman = places(
    sentence,
    'number',
    /(?<![\p{L}\p{N}])(?=[IVXLC]{2})X{0,3}(?:IX|IV|V?I{0,3})(?![\p{L}\p{N}])/gu,
  )
  if (style === 'plain') return roman
  return [
    ...roman,
    ...places(
      sentence,
      'number',
      new RegExp(`(?<![\\p{L}])(?:${inWords})(?![\\p{L}])`, 'giu'),
      ([found]) => ({
        better: digits.get(found.toLowerCase())!,
      }),
    ),
    ...places(
      sentence,
      'number',
      /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?(?!\d)/gu,
      ([, day = '', month = '', year]) => {
        const name = months[Number(month) - 1]
        return name && Number(day) <= 31
          ? { better: [`${Number(day)}.`, name, year].filter(Boolean).join(' ') }
          : undefined
      },
    ),
    ...places(sentence, 'number', /(?<![\p{L}\p{N}.,:/-])[1-9]\d{4,}(?![\p{L}\p{N}.,:/-]*\d)/gu, ([found]) =>
      // A postcode is no amount.
      found.length === 5 ? undefined : { better: new Intl.NumberFormat('de').format(Number(found)) },
    ),
  ]
}

/** BITV 2.0 Anlage 2 Teil 2 Nr. 6. */
export const brackets: Check = (sentence, style) =>
  style === 'easy' ? places(sentence, 'brackets', /\([^()]{2,}\)|\[[^[\]]{2,}\]/gu) : []

const signs = new Map([
  ['§', 'Paragraf'],
  ['§§', 'Paragrafen'],
  ['%', 'Prozent'],
  ['&', 'und'],
  ['…', ''],
  ['=', ''],
  ['/', 'oder'],
  [';', ''],
])

export const specialCharacter: Check = (sentence, style) =>
  style === 'easy'
    ? places(sentence, 'special-character', /§+|[%&…=;]|(?<=\p{L})\/(?=-?\p{L})/gu, ([found]) => {
        const better = signs.get(found)
        return better ? { better } : {}
      })
    : []
