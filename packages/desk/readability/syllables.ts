/** Two vowels that are one sound; all other neighbours are two (`Be-am-ter`, `Ak-ti-on`). */
const nucleus = /ie|ei|ai|ey|ay|oy|au|äu|eu|aa|ee|oo|[aeiouäöüyéèêáàâíóôúû]/gu

/** Where vowels meet and are two sounds all the same; a bar parts them. */
const parted: readonly (readonly [RegExp, string])[] = [
  [/qu/g, 'q'],
  // Compounds and prefixes: Ehe-urkunde, Gewerbe-ummeldung, be-urteilen, ge-impft, be-eilen.
  [/e(?=ur(?:kund|teil|laub|sach|ahn|sprung|wahl))/g, 'e|'],
  [/e(?=u[mn](?:meld|zug|zieh|wand|welt|fang|satz|schreib|ter|fall|gült))/g, 'e|'],
  [/^(un|mit|vor)?(be|ge)(?=e[hiartn]|in[hf]|im[pm]|irr|un[rg]|ur[lk]|ei(?:l|d))/g, '$1$2|'],
  [/ge(?=e(?:hrt|rb|rd|ign|i))/g, 'ge|'],
  [/re(?=in(?:teg|vest|form))/g, 're|'],
  [/(?<![nrh])eum(?=$|s)/g, 'e|um'],
  [/ko(?=o[pr])/g, 'ko|'],
  [/ukrai(?=n)/g, 'ukra|i'],
  // Latin and Greek endings: Fami-li-e, Fe-ri-en, Pati-ent.
  [/(?<=fam|famil|lin|fol|stud|präm|mater|akt|fer|immobil|ser)ie(?=n?$|n[a-z]|s$)/g, 'i|e'],
  [/(?<=[aeiouäöü]\p{L}*[bdfglmnprstvz])ien(?=$|s|[bdfghklmprtwz])/gu, 'i|en'],
  [/(?<=pat|effiz|kl|quot|amb|or)ient/g, 'i|ent'],
  [/hygiene/g, 'hygi|ene'],
  // Ideen, Seen, Alleen, Museen.
  [/(?<=id|all|mus|s|arm|kom)een/g, 'e|en'],
]

const letters = /^[\p{L}\p{M}]+$/u

/**
 * How many syllables a German word has as it is spoken: vowels that sound as one are counted once. A number or a short form in
 * capitals counts as one. Parts that a hyphen or a Mediopunkt joins are counted each.
 */
export function syllablesOf(word: string): number {
  const parts = word.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean)
  return Math.max(
    1,
    parts.reduce((sum, part) => sum + syllablesOfPart(part), 0),
  )
}

/** The same for a part of a word without a hyphen. */
export function syllablesOfPart(part: string): number {
  if (!letters.test(part) || part === part.toUpperCase()) return 1
  const word = parted.reduce((text, [found, by]) => text.replace(found, by), part.toLowerCase())
  return Math.max(1, word.match(nucleus)?.length ?? 0)
}
