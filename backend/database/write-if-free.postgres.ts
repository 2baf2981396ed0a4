import { CompiledQuery, type Kysely } from 'kysely'
import { writersLock } from './one-writer.postgres.ts'
import type { Schema } from './schema.ts'
import type { WriteIfFree } from './write-if-free.ts'

/** Waits half a second for another writer: as long as the edit of another process takes, and no import. */
const begin = `begin; set local lock_timeout = '500ms'; select pg_advisory_xact_lock(${writersLock}); set local lock_timeout = '5s'`
/** What PostgreSQL answers who has waited long enough: lock_not_available. */
const busy = '55P03'

/** Those of one process queue, so that waiting takes one connection at most. */
export function writeIfFree(db: Kysely<Schema>): WriteIfFree {
  let last: Promise<unknown> = Promise.resolve()
  const run = (work: (db: Kysely<Schema>) => Promise<void>) =>
    db.connection().execute(async (connection) => {
      const say = (words: string) => connection.executeQuery(CompiledQuery.raw(words))
      try {
        await say(begin)
        await work(connection)
        await say('commit')
        return true
      } catch (error) {
        await say('rollback')
        if ((error as { code?: string }).code === busy) return false
        throw error
      }
    })
  return (work) => {
    const turn = last.then(() => run(work))
    last = turn.catch(() => {})
    return turn
  }
}
