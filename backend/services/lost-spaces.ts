/** A word that ends in small letters and a new one that begins behind it without a gap: "BerlinPersönliche Vorsprache". */
const joined = /(?<=[a-zäöüß]{3})(?=[A-ZÄÖÜ][a-zäöüß]{2})/g
/** A sentence that begins right behind the one before: "erledigen.Die", "(unter Formulare)Der". */
const joinedSentence = /(?<=[a-zäöüß)]{2}[.!?:;,]|[a-zäöüß]\))(?=[A-ZÄÖÜ][a-zäöüß])/g
/** Most words cannot hide another. */
const mixed = /[a-zäöüß).!?:;,][A-ZÄÖÜ]/
/** Laws, addresses and marks are written so: VwVfG, www.Berlin.de, ServicePortal. */
const meantSo = /[GVO]$|www\.|:\/\/|@|Mobi|Portal$|Pass$|Card$|Tube$|Pal$|App$|Start$|Net$/

/**
 * Puts back the line breaks that a scraper lost between headings and texts, only where a small letter meets a capital one in
 * a way German does not write; names written so on purpose stay.
 */
export function withLostSpaces(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) =>
      !mixed.test(word) || meantSo.test(word)
        ? word
        : word.replace(joinedSentence, '\n').replace(joined, '\n'),
    )
    .join('')
}
