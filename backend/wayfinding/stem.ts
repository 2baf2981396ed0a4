import { stemmer as snowball } from '@orama/stemmers/german'
import { irregularStems, neverFeminine } from './irregular.ts'

const shortest = 4
/** All that rules take off, one after the other: Snowball's endings and those for a woman. A regular stem and some of them make a word. */
export const endings: readonly string[] =
  'e em en ern er s es st est end ung ig ik isch lich heit keit in innen'.split(' ')
/** Without one of Snowball's endings it changes nothing, and asking costs ten times as much. */
const removable = /(?:[es]|e[mnr]|ern|st|end|ung|i[gk]|isch|lich|[hk]eit)$/
/** Bürgerinnen, Bäckerin, Beamtin, Ärztin; not Termin or Benzin. */
const feminine = /(?:(?<=er)innen|(?<=er)in|(?<=[^aeiouy]t)in|innen)$/
const mayBeFeminine = (word: string) => word.endsWith('in') || word.endsWith('innen')

/**
 * Stem of a folded German word: irregular forms by list, then the feminine ending goes, then Snowball is applied until nothing changes,
 * as its rules treat "verlängern" and "Verlängerung" apart on the first pass; at least four letters stay. Other languages lose little,
 * because query and text are cut alike.
 */
export function stem(word: string): string {
  const irregular = irregularStems(regularStem)
  return irregular.get(word) ?? cutEndings(word, irregular)
}

/** Words whose stem is no beginning of them. */
export const irregularWords = (): Iterable<string> => irregularStems(regularStem).keys()

/** The same by rules alone, where a verb is not to count as its noun: "verloren" asks, "Verlust" names a service. */
export const regularStem = (word: string): string => cutEndings(word)

/** The word for a man, of which that for a woman is made: "Ärztinnen" is "Ärzt" and an ending, no compound of "innen". */
export const withoutFeminine = (word: string): string =>
  mayBeFeminine(word) && !neverFeminine().has(word) ? word.replace(feminine, '') : word

function cutEndings(word: string, irregular?: ReadonlyMap<string, string>): string {
  if (word.length <= shortest || /[^a-z]/.test(word)) return word
  const common = withoutFeminine(word)
  let cut = common.length < shortest ? word : common
  for (;;) {
    const known = irregular?.get(cut)
    if (known !== undefined) return known
    const next = removable.test(cut) ? snowball(cut) : cut
    if (next === cut || next.length < shortest) return cut
    cut = next
  }
}
