const folded: Readonly<Record<string, string>> = { ß: 'ss', æ: 'a', œ: 'o', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\ba\. ?d\.(?: ?|$)/g, 'an der '],
  [/\bi\. ?d\.(?: ?|$)/g, 'in der '],
  [/\ba\.(?: ?|$)/g, 'am '],
  [/\bb\.(?: ?|$)/g, 'bei '],
  [/\bi\.(?: ?|$)/g, 'in '],
  [/\bsankt(?=[ -]\p{L})/gu, 'st'],
]

/**
 * A name as it is looked up: lower case, without accents, punctuation and the several ways to write an umlaut, so that
 * Lübeck, Luebeck and LUBECK meet. What begins a name also begins its folded form: it can be used as one types. The e
 * after a vowel stays ("Neuenkirchen" is no "Neünkirchen").
 */
export function foldName(name: string): string {
  let text = name.toLowerCase()
  if (/[.]|sankt/.test(text)) for (const [short, long] of abbreviations) text = text.replace(short, long)
  return text
    .replace(/[^\p{ASCII}]/gu, (letter) => folded[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/(?<![aeiouq])([aou])e/g, '$1')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
