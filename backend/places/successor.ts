/** What became of an area: a part of it, by share of its surface, went to `successorKey`. */
export interface Succession {
  readonly regionKey: string
  readonly successorKey: string
  readonly share: number
}

/** A living area that a dissolved one has become, with its share of the old surface. */
export interface Heir {
  readonly regionKey: string
  readonly share: number
}

/**
 * Follows successions until areas that have no successor themselves, the heir of the largest share first. An area that
 * succeeds itself, directly or in a circle, ends the way it lies on.
 */
export function heirsOf(regionKey: string, successions: readonly Succession[]): readonly Heir[] {
  const shares = new Map<string, number>()
  const follow = (key: string, share: number, way: ReadonlySet<string>) => {
    const next = successions.filter((one) => one.regionKey === key)
    if (next.length === 0 && key !== regionKey) shares.set(key, (shares.get(key) ?? 0) + share)
    for (const { successorKey, share: part } of next)
      if (!way.has(successorKey)) follow(successorKey, share * part, new Set([...way, successorKey]))
  }
  follow(regionKey, 1, new Set([regionKey]))
  return [...shares]
    .map(([key, share]) => ({ regionKey: key, share }))
    .sort((a, b) => b.share - a.share || (a.regionKey < b.regionKey ? -1 : 1))
}
