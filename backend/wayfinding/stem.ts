import { stemmer as snowball } from '@orama/stemmers/german'
import { irregularStems, neverFeminine } from './irregular.ts'

const shortest = 4
/** Bürgerinnen, Bäckerin, Beamtin, Ärztin; not Termin or Benzin. */
const feminine = /(?:(?<=er)innen|(?<=er)in|(?<=[^aeiouy]t)in|innen)$/

/**
 * Stem of a folded German word: irregular forms by list, then the feminine ending goes, then Snowball is applied until nothing changes,
 * as its rules treat "verlängern" and "Verlängerung" apart on the first pass; at least four letters stay. Other languages lose little,
 * because query and text are cut alike.
 */
export function stem(word: string): string {
  const irregular = irregularStems(regularStem)
  return irregular.get(word) ?? cutEndings(word, irregular)
}

export const isIrregular = (word: string): boolean => irregularStems(regularStem).has(word)

/** The same by rules alone, where a verb is not to count as its noun: "verloren" asks, "Verlust" names a service. */
export const regularStem = (word: string): string => cutEndings(word)

function cutEndings(word: string, irregular?: ReadonlyMap<string, string>): string {
  if (word.length <= shortest || /[^a-z]/.test(word)) return word
  const common = neverFeminine().has(word) ? word : word.replace(feminine, '')
  let cut = common.length < shortest ? word : common
  for (;;) {
    const known = irregular?.get(cut)
    if (known !== undefined) return known
    const next = snowball(cut)
    if (next === cut || next.length < shortest) return cut
    cut = next
  }
}
