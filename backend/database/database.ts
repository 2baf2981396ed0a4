import type { Kysely, Transaction } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { type AllMigrations, dialectOf } from './dialect.ts'
import { engineAt, engineOf } from './engine.ts'
import { openPostgres, poolAt } from './open.postgres.ts'
import { openSqlite } from './open.sqlite.ts'
import type { Schema } from './schema.ts'
import { keepUpSchema } from './schema-upkeep.postgres.ts'
import type { WriteIfFree } from './write-if-free.ts'

/** What repositories take: the database or a transaction on it. */
export type Db = Kysely<Schema>
export type Trx = Transaction<Schema>

/** An open database and what belongs to its engine alone. */
export interface OpenDatabase {
  readonly db: Db
  /** What readers are answered from: the same, or a replica that follows it. Nothing is written here. */
  readonly reads: Db
  /** Another one once any process has committed a change of what readers see; as this process knows, and cheap. */
  readonly dataVersion: () => string
  /** Milliseconds for which a version may be taken for the present one. */
  readonly versionHolds: number
  /** Looks for a new version now, so that what this process has changed itself is known at once. */
  readonly look: () => Promise<void>
  /** For what may be left to another time: never waits long for somebody else who writes. */
  readonly writeIfFree: WriteIfFree
  /** The same for tables that no answer is made of (sessions): nobody forgets what is remembered because of it. */
  readonly writeUnseen: WriteIfFree
  readonly close: () => Promise<void>
}

interface OpenOptions {
  /** Connections at most; SQLite has one. */
  readonly poolSize?: number | undefined
  /** Address of a server that follows the one of the database and takes its readers. */
  readonly replicaUrl?: string | undefined
}

/** `sqlite:<path>`, `sqlite::memory:`, or `postgres://<user>:<password>@<host>/<database>`. Asks nothing yet. */
export function openDatabase(url: string, { poolSize, replicaUrl }: OpenOptions = {}): OpenDatabase {
  if (engineAt(url) === 'postgres')
    return openPostgres(poolAt(url, poolSize), {
      ...(replicaUrl ? { replica: poolAt(replicaUrl, poolSize) } : {}),
    })
  return openSqlite(url.replace(/^sqlite:(?:\/\/)?/, ''))
}

interface MigrateOptions {
  readonly migrations?: AllMigrations
  /** Told the name of each migration before it runs. */
  readonly onStart?: (name: string) => void
}

/** Brings the schema up to date; safe to run at every start. All or nothing: throws what the failing migration threw. */
export async function migrate(
  db: Db,
  { migrations = dialectOf(db).migrations, onStart = () => {} }: MigrateOptions = {},
): Promise<readonly string[]> {
  const told = Object.entries(migrations).map(([name, { up }]): [string, Migration] => [
    name,
    { up: (inner) => (onStart(name), up(inner)) },
  ])
  const run = async (on: Db) => {
    const { error, results } = await new Migrator({
      db: on,
      provider: { getMigrations: async () => Object.fromEntries(told) },
      // Work that went on side by side: a database may have the later one already. None builds on its neighbour of the same days.
      allowUnorderedMigrations: true,
    }).migrateToLatest()
    if (error) throw error
    return (results ?? []).map((result) => result.migrationName)
  }
  if (engineOf(db) === 'sqlite') return run(db)
  // A transaction waits for every other, so one process migrates at a time; a lock of the session would be lost behind PgBouncer.
  return db.transaction().execute(async (trx) => {
    const applied = await run(trx)
    if (applied.length > 0) await keepUpSchema(trx)
    return applied
  })
}
