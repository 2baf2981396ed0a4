/** Gives what was made for this key before, as long as the data are the same; else makes it. */
export type Remember = <Value>(key: string, make: () => Promise<Value>) => Promise<Value>

interface Options {
  /** Changes with every committed change of the data; asked at each look (version-watch.ts). */
  readonly dataVersion: () => string
  readonly maxEntries?: number
}

/** For who has no memory: everything is made anew. */
export const forgetful: Remember = (_, make) => make()

/** Remembers small things that many answers are made of, the least recently used forgotten first. */
export function createMemory({ dataVersion, maxEntries = 5_000 }: Options): Remember {
  const entries = new Map<string, Promise<unknown>>()
  let version = dataVersion()

  const refresh = () => {
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
