/** Gives what was made for this key before, as long as the data are the same; else makes it. */
export type Remember = <Value>(key: string, make: () => Promise<Value>) => Promise<Value>

interface Options {
  /** Changes with every committed change of the data. */
  readonly dataVersion: () => string
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
  readonly maxEntries?: number
}

/** Asking the database for its version at every look would cost as much as what is remembered. */
const versionInterval = 200

/** For who has no memory: everything is made anew. */
export const forgetful: Remember = (_, make) => make()

/** Remembers small things that many answers are made of, the least recently used forgotten first. */
export function createMemory({
  dataVersion,
  clock = () => performance.now(),
  maxEntries = 5_000,
}: Options): Remember {
  const entries = new Map<string, Promise<unknown>>()
  let version = dataVersion()
  let checked = clock()

  const refresh = () => {
    const now = clock()
    if (now - checked < versionInterval) return
    checked = now
    const current = dataVersion()
    if (current !== version) entries.clear()
    version = current
  }

  return <Value>(key: string, make: () => Promise<Value>) => {
    refresh()
    const known = entries.get(key) as Promise<Value> | undefined
    const value = known ?? make()
    entries.delete(key)
    entries.set(key, value)
    if (known) return known
    value.catch(() => entries.get(key) === value && entries.delete(key))
    const oldest = entries.size > maxEntries ? entries.keys().next().value : undefined
    if (oldest !== undefined) entries.delete(oldest)
    return value
  }
}
