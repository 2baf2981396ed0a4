import { indivisible } from './irregular.ts'
import { isIrregular, stem } from './stem.ts'

const shortestPart = 3
/** Parts so short are believed only where the base vocabulary has them (kfz, amt). */
const shortestFound = 4
/** So many letters stemming may take off: the -innungen of Gewinnungen and a letter more. */
const longestEnding = 7
/** Splitting is quadratic in the length. */
const longestCompound = 50

/** In how many descriptions a stem stands. */
export type StemFrequencies = ReadonlyMap<string, number>
export type SplitCompound = (word: string) => readonly string[]

interface Split {
  readonly parts: readonly string[]
  readonly logarithms: number
}

/** What compounds are split by: the stems of the descriptions, and those that count as if one description had them. */
export interface PartVocabulary {
  readonly frequencies: StemFrequencies
  readonly further: ReadonlySet<string>
  /** All of them in order of their letters. */
  readonly sorted: readonly string[]
}

export const partVocabulary = (
  frequencies: StemFrequencies,
  further: ReadonlySet<string> = new Set(),
): PartVocabulary => ({
  frequencies,
  further,
  sorted: [...new Set([...frequencies.keys(), ...further])].sort(),
})

/**
 * Splits compounds by the words the descriptions themselves use: of all ways to cut, the one with the best geometric mean of
 * frequencies (Koehn and Knight 2003). "bewohnerparkausweis" becomes bewohner, park, ausweis. A Fugen-s or -n belongs to the part
 * before it, where stemming takes it off.
 */
export function compoundSplitter({ frequencies, further, sorted }: PartVocabulary): SplitCompound {
  const known = new Map<string, Split | undefined>()
  const counted = new Map<string, number>()
  const frequencyOf = (part: string): number => {
    let frequency = counted.get(part)
    if (frequency === undefined) {
      const each = stem(part)
      const written = part.length < shortestFound ? 0 : (frequencies.get(each) ?? 0)
      counted.set(part, (frequency = written || (further.has(each) ? 1 : 0)))
    }
    return frequency
  }

  const best = (word: string): Split | undefined => {
    if (known.has(word)) return known.get(word)
    let found: Split | undefined
    for (const cut of possibleCuts(word, sorted)) {
      const head = frequencyOf(word.slice(0, cut))
      if (head > 0) found = tailsOf(word.slice(cut)).reduce(better(word.slice(0, cut), head), found)
    }
    known.set(word, found)
    return found
  }
  const tailsOf = (tail: string): Split[] => {
    const whole = frequencyOf(tail)
    const split = best(tail)
    return [...(whole > 0 ? [{ parts: [tail], logarithms: Math.log(whole) }] : []), ...(split ? [split] : [])]
  }

  return (word) =>
    word.length < 2 * shortestPart ||
    word.length > longestCompound ||
    /\d/.test(word) ||
    indivisible().has(word)
      ? []
      : (best(word)?.parts ?? [])
}

/** Where a part may end: at the end of a stem, or up to an ending behind it. Stemming every beginning costs ten times as much. */
function possibleCuts(word: string, sorted: readonly string[]): readonly number[] {
  const cuts: number[] = []
  const furthest = word.length - shortestPart
  let reach = 0
  let [low, high] = [0, sorted.length]
  for (let cut = 1; cut <= furthest && (low < high || cut <= reach); cut += 1) {
    low = firstWith(sorted, cut - 1, word.charCodeAt(cut - 1), low, high)
    high = firstWith(sorted, cut - 1, word.charCodeAt(cut - 1) + 1, low, high)
    if (low < high && sorted[low]!.length === cut) reach = cut + longestEnding
    if (cut >= shortestPart && (cut <= reach || isIrregular(word.slice(0, cut)))) cuts.push(cut)
  }
  return cuts
}

/** Of strings alike up to a place, the first whose letter there is this or a later one. */
function firstWith(
  sorted: readonly string[],
  place: number,
  letter: number,
  from: number,
  to: number,
): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    const code = sorted[middle]!.charCodeAt(place)
    // Past the end there is no letter (NaN): shorter strings come first.
    if (code >= letter) high = middle
    else low = middle + 1
  }
  return low
}

const better =
  (head: string, frequency: number) =>
  (found: Split | undefined, tail: Split): Split => {
    const candidate = {
      parts: [head, ...tail.parts],
      logarithms: Math.log(frequency) + tail.logarithms,
    }
    return !found || mean(candidate) > mean(found) ? candidate : found
  }

const mean = ({ parts, logarithms }: Split) => logarithms / parts.length
