/** Letters that Unicode takes apart no further: strokes and ligatures, as PostgreSQL's `unaccent` reads them. */
const whole: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  ħ: 'h',
  Ħ: 'H',
  ŧ: 't',
  Ŧ: 'T',
  þ: 'th',
  Þ: 'TH',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ı: 'i',
  ĸ: 'k',
  ŋ: 'n',
  Ŋ: 'N',
}
const wholeLetters = new RegExp(`[${Object.keys(whole).join('')}]`, 'g')

/** Composed Unicode, so that ü is ü whoever wrote it; what lies below U+0300 is composed already. */
export const composed = (text: string): string => (/[^\0-\u02ff]/.test(text) ? text.normalize() : text)

/** The same for all ways to write a text in large and small letters (full case folding: Straße is STRASSE). */
export const withoutCase = (text: string): string => text.toUpperCase().toLowerCase().replaceAll('ς', 'σ')

/** The same for all ways to write a text with and without accents; marks of Japanese, which make another letter, stay. */
export const withoutAccents = (text: string): string =>
  /[^\0-\x7f]/.test(text)
    ? text
        .normalize('NFD')
        .replaceAll(/(?![\u3099\u309a])\p{Mn}/gu, '')
        .replaceAll(wholeLetters, (letter) => whole[letter] ?? letter)
        .normalize()
    : text
