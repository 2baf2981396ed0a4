/** Longest text of a query that is looked at, and most words of it. */
const maxQueryLength = 200
const maxQueryWords = 12
/** Longer runs of letters are addresses or damage, never a word somebody looks for. */
const maxWordLength = 60

/**
 * Folds spellings that mean the same: case, accents, umlauts and their two substitutes, ß. "Müller", "Mueller" and "Muller" all
 * become "muller". After a vowel or q the letters "ue" are no umlaut (neue, Steuer, Quelle) and stay.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  const plain = usual.test(lower) ? lower.replace(/[äöüß]/g, spellUmlaut) : withoutMarks(lower)
  return plain.replace(/([ao])e+|(?<![aeoqu])ue+/g, (_match, vowel: string | undefined) => vowel ?? 'u')
}

/** Most texts need no more than German: normalising all of Unicode costs three times as much. */
const usual = /^[\p{ASCII}äöüß–„“”’…§€•\u00a0\u00ad]*$/u
const umlauts: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' }
const spellUmlaut = (letter: string) => umlauts[letter] ?? letter

const withoutMarks = (lower: string) =>
  lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')

/**
 * Forms for all genders: the sign and what follows it goes, so that Bürger*innen, Bürger:in, Bürger_innen, Bürger/-innen, Bürger(innen)
 * and BürgerInnen are words for Bürger. Forms without a sign are the stem's affair.
 */
const genderSign = /(?<=\p{L})(?:[*:_]|\/-?|\(-?)in(?:nen)?(?!\p{L})\)?/gu
const innerCapital = /(?<=\p{Ll})In(?:nen)?(?!\p{L})/gu
const asciiRun = /[a-z0-9]+(?:-[a-z0-9]+)*/g
const wordRun = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu

/** The folded words of a text in order; a hyphened compound gives its parts. */
export function words(text: string): string[] {
  return runsOf(text).flatMap((run) => run.split('-'))
}

/** Like words(), and a hyphened compound is also there written as one: Kfz-Schein is found as kfzschein. */
export const indexWords = (text: string): string[] => runsOf(text).flatMap(wordsOfRun)

export function wordsOfRun(run: string): readonly string[] {
  if (!run.includes('-')) return [run]
  const parts = run.split('-')
  return [...parts, parts.join('')]
}

/** The folded words of a text in order, hyphened compounds in one piece. */
export function runsOf(text: string): string[] {
  const folded = fold(text.includes('In') ? text.replace(innerCapital, '') : text)
  const plain = /[*:_/(]-?in/.test(folded) ? folded.replace(genderSign, '') : folded
  // Letters of other scripts need the slower pattern.
  return (plain.match(/\P{ASCII}/u.test(plain) ? wordRun : asciiRun) ?? []).filter(
    (run) => run.length <= maxWordLength,
  )
}

/** What a query is looked up by: its words without repetition, and without filler words unless nothing else is left. */
export function queryWords(text: string): string[] {
  const all = [...new Set(indexWords(text.slice(0, maxQueryLength)))]
  const telling = all.filter((word) => !fillers.has(word))
  return (telling.length > 0 ? telling : all).slice(0, maxQueryWords)
}

/** The whole query as one line of folded words, to compare with a title. */
export const normalPhrase = (text: string): string => words(text.slice(0, maxQueryLength)).join(' ')

/** A folded phrase without its fillers, unless it has nothing else. */
export function tellingPhrase(phrase: string): string {
  const all = phrase.split(' ')
  const telling = all.filter((word) => !fillers.has(word))
  return telling.length > 0 && telling.length < all.length ? telling.join(' ') : phrase
}

/** Words that say nothing about what is looked for, folded. */
export const fillers: ReadonlySet<string> = new Set(
  `als am an auch auf aus bei beim bis brauche brauchen das dass dem den der des die durch ein eine einem einen einer eines er es
  fur habe haben hat ich ihr ihre ihren im in ist kann kein keine konnen man mein meine meinem meinen meiner mich mir mit mochte
  mochten muss mussen nach nicht oder ohne sich sie sind so soll sollen uber um und uns unser unter vom von vor wann war warum was
  wenn wer werden wie will wir wird wo wollen zu zum zur`.split(/\s+/),
)
