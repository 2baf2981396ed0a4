/** Gives the ids that were selected by the same question before, else selects them. */
export type RememberIds = (
  key: string,
  select: () => Promise<Float64Array | undefined>,
) => Promise<Float64Array | undefined>

/**
 * Keeps what long questions found, so that the pages behind the first cost no more than it. Versions never change, so nothing has to be
 * forgotten but for room: `most` numbers of 8 bytes, the least recently asked first.
 */
export function rememberIds(most = 4_000_000): RememberIds {
  const kept = new Map<string, Promise<Float64Array | undefined>>()
  const sizes = new Map<string, number>()
  let numbers = 0
  const drop = (key: string) => {
    kept.delete(key)
    numbers -= sizes.get(key) ?? 0
    sizes.delete(key)
  }
  const count = (key: string, found: Promise<Float64Array | undefined>, ids: Float64Array | undefined) => {
    if (kept.get(key) !== found) return
    // What the key and the entry take, as if it were ids.
    const size = (ids?.length ?? 0) + key.length + 50
    sizes.set(key, size)
    numbers += size
    for (const oldest of kept.keys()) {
      if (numbers <= most) break
      if (sizes.has(oldest)) drop(oldest)
    }
  }
  return (key, select) => {
    const known = kept.get(key)
    const found = known ?? select()
    kept.delete(key)
    kept.set(key, found)
    if (!known)
      found.then(
        (ids) => count(key, found, ids),
        () => kept.get(key) === found && drop(key),
      )
    return found
  }
}
