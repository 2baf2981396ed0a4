/** Positions in a sorted list: from the first to before the second. */
export type Span = readonly [from: number, to: number]

/** Where in a sorted list of Gemeinden those of a region stand; '' is everywhere. */
export function spanOf(gemeinden: readonly string[], region: string): Span {
  if (region === '') return [0, gemeinden.length]
  return [firstAtOrAfter(gemeinden, region), firstAtOrAfter(gemeinden, `${region}\uffff`)]
}

function firstAtOrAfter(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The same positions in as few spans as possible, in order. */
export function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  const sorted = spans.filter(([from, to]) => from < to).sort((a, b) => a[0] - b[0])
  for (const [from, to] of sorted) {
    const last = result.at(-1)
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)]
    else result.push([from, to])
  }
  return result
}

/** What is in the first and not in the second. */
export function without(spans: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const gone = merged(taken)
  return merged(spans).flatMap(([from, to]) => {
    const left: Span[] = []
    let start = from
    for (const [a, b] of gone) {
      if (b > start && a < to) {
        if (a > start) left.push([start, a])
        start = b
      }
    }
    if (start < to) left.push([start, to])
    return left
  })
}

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0)
