import type { Db } from './database/database.ts'
import { type KeeperPlace, keepUp } from './jobs/index.ts'
import { hasSearchChanges } from './wayfinding/index.ts'

interface Parts extends KeeperPlace {
  readonly db: Db
  /** Makes the index anew where services were changed; rejects when it could not. */
  readonly refresh: (signal: AbortSignal) => Promise<void>
}

/** Keeps search in step with what editors change, seconds later, without a reader having to wait for it. */
export const keepSearchIndex = ({ db, refresh, ...place }: Parts) =>
  keepUp(place, {
    name: 'search-index',
    pause: 1_000,
    // Whoever edits one service often edits the next.
    settling: 2_000,
    isNeeded: () => hasSearchChanges(db),
    work: refresh,
  })
