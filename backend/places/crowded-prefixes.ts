/** A term as the type-ahead ranks it. */
export interface RankedTerm {
  readonly norm: string
  readonly hitId: number
  readonly whole: boolean
  readonly weight: number
}

/** A hit at its place in the answer to a prefix. */
export interface PrefixHit {
  readonly prefix: string
  readonly position: number
  readonly hitId: number
}

/** What the exact name is worth: more than any weight. */
export const exactBonus = 1_000

/** Prefixes of more terms than this are answered from a list made beforehand; fewer are quickly looked through. */
const crowd = 100
/** Hits kept for each; who pages further is answered by looking through all of them. */
export const kept = 60

/** The best hits of every prefix that a crowd of terms shares. Terms come sorted by `norm`. */
export function crowdedPrefixes(terms: readonly RankedTerm[]): readonly PrefixHit[] {
  const result: PrefixHit[] = []
  const descend = (from: number, to: number, length: number) => {
    const prefix = terms[from]?.norm.slice(0, length) ?? ''
    if (length > 0)
      for (const [position, hitId] of best(terms.slice(from, to), prefix).entries())
        result.push({ prefix, position, hitId })
    let start = from
    for (let index = from; index <= to; index += 1) {
      const isSame =
        index < to && terms[index]?.norm.slice(0, length + 1) === terms[start]?.norm.slice(0, length + 1)
      if (!isSame) {
        if (index - start > crowd && (terms[start]?.norm.length ?? 0) > length)
          descend(start, index, length + 1)
        start = index
      }
    }
  }
  descend(0, terms.length, 0)
  return result
}

function best(terms: readonly RankedTerm[], prefix: string): readonly number[] {
  const scores = new Map<number, number>()
  for (const { norm, hitId, whole, weight } of terms) {
    const score = weight + (whole && norm === prefix ? exactBonus : 0)
    scores.set(hitId, Math.max(score, scores.get(hitId) ?? -Infinity))
  }
  return [...scores]
    .sort(([a, scoreOfA], [b, scoreOfB]) => scoreOfB - scoreOfA || a - b)
    .slice(0, kept)
    .map(([hitId]) => hitId)
}
