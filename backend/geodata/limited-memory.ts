/** Gives what was made for the same key before, else makes it. */
export type Keep<Value> = (key: string, make: () => Promise<Value>) => Promise<Value>

/**
 * Keeps what is made of data that never change, so that nothing has to be forgotten but for room: `most` by what `sizeOf` counts, the least
 * recently asked first. What fails is not kept.
 */
export function limitedMemory<Value>(
  most: number,
  sizeOf: (key: string, value: Value) => number,
): Keep<Value> {
  const kept = new Map<string, Promise<Value>>()
  const sizes = new Map<string, number>()
  let total = 0
  const drop = (key: string) => {
    kept.delete(key)
    total -= sizes.get(key) ?? 0
    sizes.delete(key)
  }
  const count = (key: string, made: Promise<Value>, value: Value) => {
    if (kept.get(key) !== made) return
    const size = sizeOf(key, value)
    sizes.set(key, size)
    total += size
    for (const oldest of kept.keys()) {
      if (total <= most) break
      if (sizes.has(oldest)) drop(oldest)
    }
  }
  return (key, make) => {
    const known = kept.get(key)
    const made = known ?? make()
    kept.delete(key)
    kept.set(key, made)
    if (!known)
      made.then(
        (value) => count(key, made, value),
        () => kept.get(key) === made && drop(key),
      )
    return made
  }
}
