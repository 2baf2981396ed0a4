const letters: Readonly<Record<string, string>> = {
  ...{ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' },
  ...{ æ: 'ae', œ: 'oe', ø: 'oe', ł: 'l', đ: 'd', ı: 'i' },
}

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\ba\. ?d\.(?: ?|$)/g, 'an der '],
  [/\bi\. ?d\.(?: ?|$)/g, 'in der '],
  [/\bv\. ?d\.(?: ?|$)/g, 'vor der '],
  [/\ba\.(?: ?|$)/g, 'am '],
  [/\bb\.(?: ?|$)/g, 'bei '],
  [/\bi\.(?: ?|$)/g, 'in '],
  [/\bsankt(?=[ -]\p{L})/gu, 'st'],
]

/**
 * A name as it is looked up: lower case, umlauts written out, without other accents and punctuation, so that Lübeck, Luebeck
 * and LÜBECK meet. What begins a name also begins its folded form: it can be used as one types.
 */
export function foldName(name: string): string {
  let text = name.normalize('NFC').toLowerCase()
  if (/[.]|sankt/.test(text)) for (const [short, long] of abbreviations) text = text.replace(short, long)
  return text
    .replace(/[^\p{ASCII}]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same for those who leave the dots out: Lubeck. */
export const foldWithoutDots = (name: string): string =>
  foldName(name.normalize('NFD').replace(/([aou])\u0308/gi, '$1'))
