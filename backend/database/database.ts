import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, type Transaction } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { fullTextMigrations } from './full-text.sqlite.ts'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'
import { spatialMigrations } from './spatial.sqlite.ts'
import { cacheStatements } from './statement-cache.ts'
import { TransactionalSqliteDialect } from './transactional-ddl.sqlite.ts'
import { patience, type WriteIfFree, writeIfFree } from './write-if-free.ts'

/** What repositories take: the database or a transaction on it. */
export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>

/** An open database and what belongs to its engine alone. */
export interface OpenDatabase {
  readonly db: Db
  /** Changes whenever any process has committed a change; cheap enough to ask once a second. */
  readonly dataVersion: () => string
  /** For what may be left to another time: never waits for somebody else who writes. */
  readonly writeIfFree: WriteIfFree
  readonly close: () => Promise<void>
}

/** `sqlite:<path>` or `sqlite::memory:`. PostgreSQL will be a second dialect behind the same function. */
export function openDatabase(url: string): OpenDatabase {
  const path = url.replace(/^sqlite:(?:\/\/)?/, '')
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
  return {
    db,
    dataVersion: () => `${String(foreign.get())}.${String(own.get())}`,
    writeIfFree: writeIfFree(sqlite, db),
    close: () => db.destroy(),
  }
}

/** Changes of the schema by name, in the order of their names. */
export type AllMigrations = Readonly<Record<string, Migration>>

/** All that this program knows. */
export const allMigrations: AllMigrations = { ...migrations, ...fullTextMigrations, ...spatialMigrations }

interface MigrateOptions {
  readonly migrations?: AllMigrations
  /** Told the name of each migration before it runs. */
  readonly onStart?: (name: string) => void
}

/** Brings the schema up to date; safe to run at every start. Throws what the failing migration threw. */
export async function migrate(
  db: Db,
  { migrations = allMigrations, onStart = () => {} }: MigrateOptions = {},
): Promise<readonly string[]> {
  const told = Object.entries(migrations).map(([name, { up }]): [string, Migration] => [
    name,
    { up: (inner) => (onStart(name), up(inner)) },
  ])
  const { error, results } = await new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(told) },
  }).migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}
