import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { OpenDatabase } from './database.ts'
import type { Schema } from './schema.ts'
import { cacheStatements } from './statement-cache.ts'
import { TransactionalSqliteDialect } from './transactional-ddl.sqlite.ts'
import { patience, writeIfFree } from './write-if-free.sqlite.ts'

/** Asking for the version at every request would cost as much as an answer from memory (milliseconds). */
const versionHolds = 200

/** Opens the database in a file, or one in memory. */
export function openSqlite(path: string): OpenDatabase {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const sqlite = new SQLite(path)
  sqlite.pragma('journal_mode = WAL')
  // better-sqlite3 is compiled to NORMAL under WAL, which may lose the last commits on power failure.
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma(`busy_timeout = ${patience}`)
  sqlite.pragma('cache_size = -32000')
  const foreign = sqlite.prepare('pragma data_version').pluck()
  const own = sqlite.prepare('select total_changes()').pluck()
  const db = new Kysely<Schema>({
    dialect: new TransactionalSqliteDialect({ database: cacheStatements(sqlite) }),
  })
  const write = writeIfFree(sqlite, db)
  const written = () => Number(own.get())
  let unseen = 0
  return {
    db,
    reads: db,
    versionHolds,
    dataVersion: () => `${String(foreign.get())}.${written() - unseen}`,
    look: async () => {},
    writeIfFree: write,
    writeUnseen: (work) =>
      write(async (connection) => {
        const before = written()
        try {
          await work(connection)
        } finally {
          unseen += written() - before
        }
      }),
    close: () => db.destroy(),
  }
}
