import { sql } from 'kysely'
import type { Db } from './database.ts'
import { engineOf } from './engine.ts'

/** What a database server tells of itself. */
export interface ServerFacts {
  /** Such as 18. */
  readonly version: number
  readonly encoding: string
  /** Milliseconds our clock is ahead of the server's. */
  readonly ahead: number
  /** Whether it only repeats what another one is told. */
  readonly isReplica: boolean
  readonly bytes: number
  /** Connections it takes from everybody together. */
  readonly connections: number
}

/** Undefined where there is no server: SQLite is a file of ours. */
export async function serverFacts(db: Db): Promise<ServerFacts | undefined> {
  if (engineOf(db) === 'sqlite') return undefined
  // The first question pays for the connection, which must not count for the clock.
  await sql`select 1`.execute(db)
  const before = Date.now()
  const { rows } = await sql<{
    version: number
    encoding: string
    clock: number
    isReplica: boolean
    bytes: number
    connections: number
  }>`select current_setting('server_version_num')::int / 10000 as version,
    current_setting('server_encoding') as encoding,
    extract(epoch from clock_timestamp()) * 1000 as clock,
    pg_is_in_recovery() as "isReplica",
    pg_database_size(current_database()) as bytes,
    current_setting('max_connections')::int as connections`.execute(db)
  const { clock, ...facts } = rows[0]!
  return { ...facts, ahead: Math.round((before + Date.now()) / 2 - clock) }
}
