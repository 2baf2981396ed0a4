import { HandleEmptyInListsPlugin, Kysely, PostgresDialect, replaceWithNoncontingentExpression } from 'kysely'
import pg from 'pg'
import { watchChanges } from './changes.postgres.ts'
import type { OpenDatabase } from './database.ts'
import { OneWriterDialect } from './one-writer.postgres.ts'
import type { Schema } from './schema.ts'
import { writeIfFree } from './write-if-free.postgres.ts'

/** For a command, which does one thing after another. */
const fewConnections = 4
/** Milliseconds after which a reader is told to come again, rather than wait for a server that does not answer. */
const patience = 5_000

/** Types whose numbers the driver gives as text: int8, which is what counts are, and numeric, their sums. */
const numbers = new Set([20, 1700])

/** Connections to a server of PostgreSQL, made when something is asked. */
export function poolAt(url: string, size = fewConnections): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'amtsweg',
    max: size,
    connectionTimeoutMillis: patience,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    allowExitOnIdle: true,
    types: { getTypeParser },
    Client: CleanClient,
  })
  // A connection that breaks while nobody uses it leaves the pool by itself; whoever asks next gets another.
  pool.on('error', () => {})
  // One that breaks while somebody uses it fails what was asked; what it says besides would end this process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

interface OpenOptions {
  /** Called when it is closed, in the place of ending the connections. */
  readonly end?: () => Promise<void>
  /** Connections to a server that follows, for what only reads. */
  readonly replica?: pg.Pool
}

// SQLite takes an empty list and finds nothing in it; PostgreSQL calls it an error of syntax.
const plugins = [new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression })]

/** Opens a database over these connections. */
export function openPostgres(
  pool: pg.Pool,
  { end = () => pool.end(), replica }: OpenOptions = {},
): OpenDatabase {
  const dialect = new OneWriterDialect({
    pool: { connect: () => pool.connect(), end, options: pool.options },
  })
  const db = new Kysely<Schema>({ dialect, plugins })
  const reads = replica
    ? new Kysely<Schema>({ dialect: new PostgresDialect({ pool: replica }), plugins })
    : db
  const changes = watchChanges(reads, db)
  const write = writeIfFree(db)
  return {
    db,
    reads,
    // It is asked for in the background.
    versionHolds: 0,
    dataVersion: changes.version,
    look: changes.look,
    writeIfFree: write,
    // The triggers of those tables leave no note (schema-upkeep.postgres.ts).
    writeUnseen: write,
    async close() {
      await changes.stop()
      await db.destroy()
      if (reads !== db) await reads.destroy()
    },
  }
}

function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  return numbers.has(type) ? Number : pg.types.getTypeParser(type, format)
}

/** PostgreSQL keeps no NUL in texts: whoever asks for one finds nothing, as on SQLite, instead of breaking the query. */
class CleanClient extends pg.Client {
  override query = ((text: unknown, values: unknown, ...rest: unknown[]) =>
    super.query(
      text as string,
      (Array.isArray(values) && values.some(hasNul) ? values.map(withoutNul) : values) as never,
      ...(rest as []),
    )) as pg.Client['query']
}

const hasNul = (value: unknown) => typeof value === 'string' && value.includes('\0')
const withoutNul = (value: unknown) => (typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value)
