/** A stretch of text that stayed, came or went. */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** Beyond so many pairs of words both texts are shown as a whole: nobody reads such a comparison, and the browser would stand still. */
const mostPairs = 4_000_000

/** What became of a text, word by word: the longest common row of words stays. */
export function wordDifference(before: string, after: string): readonly Stretch[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  const start = commonStart(old, now)
  const end = commonStart(old.slice(start).toReversed(), now.slice(start).toReversed())
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end))
  return joined([
    ...old.slice(0, start).map((text) => ({ kind: 'same', text }) as const),
    ...middle,
    ...old.slice(old.length - end).map((text) => ({ kind: 'same', text }) as const),
  ])
}

/** Words with the white space behind them, so that nothing is lost when they are put together. */
const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+\s*|\s+/g) ?? []

function commonStart(one: readonly string[], other: readonly string[]): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index += 1) if (one[index] !== other[index]) return index
  return length
}

function between(old: readonly string[], now: readonly string[]): readonly Stretch[] {
  if (old.length * now.length > mostPairs)
    return [
      ...old.map((text) => ({ kind: 'removed', text }) as const),
      ...now.map((text) => ({ kind: 'added', text }) as const),
    ]
  const width = now.length + 1
  /** Words that `old` from i and `now` from j have in common, at i * width + j. */
  const common = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      found.push({ kind: 'same', text: old[i]! })
      i += 1
      j += 1
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', text: old[i]! })
      i += 1
    } else {
      found.push({ kind: 'added', text: now[j]! })
      j += 1
    }
  }
  return found
}

/** Neighbours of one kind as one stretch. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { kind: Stretch['kind']; text: string }[] = []
  for (const { kind, text } of stretches) {
    const last = found.at(-1)
    if (last?.kind === kind) last.text += text
    else found.push({ kind, text })
  }
  return found
}
