import type { Db } from '../database/database.ts'
import { importVersion } from '../import/index.ts'

/** Readers whose answers are the same: the region whose descriptions they get, and their language. */
export interface Scope {
  readonly region: string | undefined
  readonly lang: string
}

/** Enough for every region with descriptions of its own in some languages. */
const most = 300

/** Remembers what is worked out from the whole catalogue until the next import: it takes a thousand times as long as to look it up. */
export function perImport<Result>(
  work: (db: Db, scope: Scope) => Promise<Result>,
): (db: Db, scope: Scope) => Promise<Result> {
  const memories = new WeakMap<Db, { readonly version: string; readonly results: Map<string, Result> }>()
  const memoryOf = (db: Db, version: string) => {
    const known = memories.get(db)
    if (known?.version === version) return known.results
    const results = new Map<string, Result>()
    memories.set(db, { version, results })
    return results
  }
  return async (db, scope) => {
    const results = memoryOf(db, await importVersion(db))
    const key = `${scope.region} ${scope.lang}`
    const result = results.get(key) ?? (await work(db, scope))
    results.delete(key)
    results.set(key, result)
    const oldest = results.size > most ? results.keys().next().value : undefined
    if (oldest !== undefined) results.delete(oldest)
    return result
  }
}
