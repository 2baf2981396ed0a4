import type SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Runs work as a transaction unless somebody else is writing; tells whether it ran. SQLite waits for a lock by halting the whole
 * process, so what readers need not wait for must not wait either: an import holds the lock for minutes.
 */
export type WriteIfFree = (work: (db: Kysely<Schema>) => Promise<void>) => Promise<boolean>

/** Milliseconds every other statement waits for a lock. */
export const patience = 5_000

export const writeIfFree =
  (sqlite: SQLite.Database, db: Kysely<Schema>): WriteIfFree =>
  (work) =>
    // Nobody else has the connection until this is over.
    db.connection().execute(async (connection) => {
      if (!(await begin(sqlite, connection))) return false
      try {
        await work(connection)
        await sql`commit`.execute(connection)
        return true
      } catch (error) {
        await sql`rollback`.execute(connection)
        throw error
      }
    })

async function begin(sqlite: SQLite.Database, connection: Kysely<Schema>): Promise<boolean> {
  sqlite.pragma('busy_timeout = 0')
  try {
    await sql`begin immediate`.execute(connection)
    return true
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    sqlite.pragma(`busy_timeout = ${patience}`)
  }
}
