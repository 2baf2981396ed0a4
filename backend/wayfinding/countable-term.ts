import { fold } from './normalise.ts'

/** A search that may be counted: how it is compared, and how it would be shown. */
export interface CountableTerm {
  /** Folded as search folds, so that spellings are one term. */
  readonly folded: string
  readonly text: string
}

/** What is longer is a sentence about somebody's life, not a word that an editor could add. */
const longestTerm = 60
const mostWords = 6
const longestWord = 40
/** A postcode, a date or any number that stands for a person has more digits than a paragraph or a form. */
const mostDigits = 4

/** What may stand for a person; many who type the same change nothing about it. */
const personal: readonly RegExp[] = [
  // E-mail and web addresses.
  /@|:\/\/|(?<!\p{L})www\.|\p{L}\.(?:de|com|net|org|eu|info|online)(?!\p{L})/iu,
  // Names after a form of address or a title, or given as such.
  /(?<!\p{L})(?:herrn?|frau|fräulein|familie|fam|eheleute|dr|prof|pfarrer|bürgermeister(?:in)?)\.?\s+\p{L}/iu,
  /(?<!\p{L})(?:ich\s+hei(?:ß|ss)e|mein(?:e)?\s+name|geb(?:oren|\.)|geborene?)(?!\p{L})/iu,
  // House numbers.
  /(?:str(?:a(?:ß|ss)e|\.)?|weg|platz|allee|gasse|ring|damm|chaussee|ufer|markt)\s*\d/iu,
  // Number plates.
  /(?<!\p{L})[a-zäöü]{1,3}[- ][a-z]{1,2}[- ]?\d{1,4}\s?[eh]?(?![\p{L}\d])/iu,
]

/** Turns what somebody typed into a term; undefined for what may be about a person, or is no word. */
export function countableTerm(typed: string): CountableTerm | undefined {
  const whole = typed.normalize('NFC')
  // What is shown holds nothing that is not compared, so that no text hides behind a harmless word.
  const text = whole
    .replace(/[^\p{L}\p{N}\-./&§’']+/gu, ' ')
    .replace(/^[^\p{L}\p{N}§]+|[^\p{L}\p{N}]+$/gu, '')
  const parts = fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
  const isTooMuch =
    whole.length > longestTerm || parts.length > mostWords || parts.some((part) => part.length > longestWord)
  const isNoWord = !/\p{L}{2}/u.test(text)
  const digits = text.match(/\p{N}/gu)?.length ?? 0
  if (isTooMuch || isNoWord || digits > mostDigits || personal.some((pattern) => pattern.test(whole)))
    return undefined
  return { folded: parts.join(' '), text }
}
