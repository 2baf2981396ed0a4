import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './postgres.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const hasPgBouncer = (): boolean => spawnSync('pgbouncer', ['--version']).status === 0

/** A PgBouncer before one database. */
interface Bouncer {
  readonly url: string
  readonly log: () => string
  readonly stop: () => void
}

/** PgBouncer in transaction pooling as its makers ship it: with `poolSize` connections to the server and nothing forgiven. */
export async function startPgBouncer(database: string, poolSize: number): Promise<Bouncer> {
  const { hostname, port, username, password, pathname } = new URL(database)
  const folder = temporaryFolder()
  // It runs as a user of its own where we are root, and reads nothing secret: the server goes with the proof.
  chmodSync(folder, 0o777)
  const own = await freePort()
  writeFileSync(join(folder, 'users'), `"${username}" "${password}"\n`)
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]
town = host=${hostname} port=${port} dbname=${pathname.slice(1)} user=${username} password=${password}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${own}
unix_socket_dir =
auth_type = plain
auth_file = ${folder}/users
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
logfile = ${folder}/log
`,
  )
  const user = process.getuid?.() === 0 ? ['-u', 'postgres'] : []
  const child = spawn('pgbouncer', ['-q', ...user, join(folder, 'pgbouncer.ini')], { stdio: 'ignore' })
  const stop = () => void child.kill('SIGKILL')
  process.on('exit', stop)
  const url = `postgres://${username}:${password}@127.0.0.1:${own}/town`
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (tries === 50) throw new Error('PgBouncer does not answer')
    await pause(100)
  }
  return { url, log: () => readFileSync(join(folder, 'log'), 'utf8'), stop }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
