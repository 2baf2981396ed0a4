import type SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import type { Schema } from './schema.ts'
import type { WriteIfFree } from './write-if-free.ts'

/** Milliseconds every other statement waits for a lock. */
export const patience = 5_000

/** SQLite waits for a lock by halting the whole process: what readers need not wait for must not wait either. */
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
