/** Every stem of the index, numbered from 0 in order of its letters, so that stems with one beginning are neighbours. */
export interface Vocabulary {
  readonly stems: readonly string[]
  /** In how many documents each stem stands. */
  readonly frequencies: ArrayLike<number>
  readonly documents: number
}

/** Stems from `from` up to, but not including, `to`. */
export interface StemRange {
  readonly from: number
  readonly to: number
}

/** The number of a stem; -1 when no document has it. */
export function numberOf({ stems }: Vocabulary, stem: string): number {
  const at = firstFrom(stems, stem)
  return stems[at] === stem ? at : -1
}

/** The stems that begin so. */
export function rangeOf({ stems }: Pick<Vocabulary, 'stems'>, beginning: string): StemRange {
  const from = firstFrom(stems, beginning)
  return { from, to: firstFrom(stems, `${beginning}\u{10FFFF}`, from) }
}

/** How telling a stem is: the rarer the more (Robertson and Sparck Jones, never negative). */
export const rarity = (documents: number, frequency: number): number =>
  Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))

function firstFrom(stems: readonly string[], stem: string, start = 0): number {
  let low = start
  let high = stems.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stems[middle] ?? '') < stem) low = middle + 1
    else high = middle
  }
  return low
}
