import { stem } from './stem.ts'

const shortestPart = 4
/** Splitting is quadratic in the length. */
const longestCompound = 50

/** In how many descriptions a stem stands. */
export type StemFrequencies = ReadonlyMap<string, number>
export type SplitCompound = (word: string) => readonly string[]

interface Split {
  readonly parts: readonly string[]
  readonly logarithms: number
}

/**
 * Splits compounds by the words the descriptions themselves use: of all ways to cut, the one with the best geometric mean of
 * frequencies (Koehn and Knight 2003). "bewohnerparkausweis" becomes bewohner, park, ausweis; no dictionary is needed. A Fugen-s or
 * -n belongs to the part before it, where stemming takes it off.
 */
export function compoundSplitter(frequencies: StemFrequencies): SplitCompound {
  const known = new Map<string, Split | undefined>()
  const frequencyOf = (part: string) => frequencies.get(stem(part)) ?? 0

  const best = (word: string): Split | undefined => {
    if (known.has(word)) return known.get(word)
    let found: Split | undefined
    for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1) {
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
    word.length < 2 * shortestPart || word.length > longestCompound || /\d/.test(word)
      ? []
      : (best(word)?.parts ?? [])
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
