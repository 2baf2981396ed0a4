import { dueDrafts } from './changes/index.ts'
import type { Db } from './database/database.ts'
import { type KeeperPlace, keepUp } from './jobs/index.ts'

interface Parts extends KeeperPlace {
  readonly db: Db
  /** Publishes all whose time has come; rejects when it could not. */
  readonly publish: (signal: AbortSignal) => Promise<void>
}

/** Publishes drafts at their time, and after a downtime those whose time has passed meanwhile. */
export const keepPublishing = ({ db, publish, ...place }: Parts) =>
  keepUp(place, {
    name: 'publishing',
    pause: 5_000,
    isNeeded: async () => (await dueDrafts(db, place.clock.now().toISOString())).length > 0,
    work: publish,
  })
