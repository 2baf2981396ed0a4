import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { measure } from '../bench/load.ts'
import { runProgram, startServer } from '../end-to-end/server.ts'
import { startServer as startPostgres } from '../postgres.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/**
 * A real standby follows a real PostgreSQL by streaming replication; one server of ours sends its readers there. Proves that the standby
 * answers them, that an editor reads at once what was just written, and that a standby that is gone makes the server unready.
 */
const rounds = 50
const primary = await startPostgres()
const client = new pg.Client({ connectionString: primary.url })
await client.connect()
await client.query('create database amtsweg_replicated')

/** Copies the files of the running server and lets a second one follow from there. */
async function startStandby(): Promise<{ readonly port: number; readonly data: string }> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const data = rows[0]!.data_directory
  const folder = temporaryFolder('postgres')
  chmodSync(folder, 0o755)
  const copy = join(folder, 'data')
  await client.query(`select pg_backup_start('standby', true)`)
  cpSync(data, copy, { recursive: true, filter: (path) => !/postmaster\.(?:pid|opts)$/.test(path) })
  const stop = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  writeFileSync(join(copy, 'backup_label'), stop.rows[0]!.labelfile)
  writeFileSync(join(copy, 'standby.signal'), '')
  const port = Number(new URL(primary.url).port) + 1
  writeFileSync(
    join(copy, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${new URL(primary.url).port} user=amtsweg password=amtsweg'\nhot_standby = on\nmax_connections = 200\nport = ${port}\n`,
  )
  chmodSync(copy, 0o700)
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'postgres', folder])
  const backend = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const binary = readlinkSync(`/proc/${backend.rows[0]!.pid}/exe`)
  const args = ['-D', copy, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1']
  if (process.getuid?.() === 0)
    spawn('su', ['postgres', '-s', '/bin/sh', '-c', `exec ${binary} ${args.join(' ')}`], {
      stdio: 'ignore',
    })
  else spawn(binary, args, { stdio: 'ignore' })
  process.on('exit', () => {
    spawnSync('pkill', ['-9', '-f', copy])
    rmSync(folder, { recursive: true, force: true })
  })
  return { port, data: copy }
}

const standby = await startStandby()
const at = (port: number | string) =>
  Object.assign(new URL(primary.url), { port: String(port), pathname: '/amtsweg_replicated' }).href
const env = {
  DATABASE_URL: at(new URL(primary.url).port),
  AMTSWEG_DATABASE_REPLICA_URL: at(standby.port),
  AMTSWEG_SEARCHES_PER_MINUTE: '1000000',
}
for (;;) {
  const reader = new pg.Client({ connectionString: env.AMTSWEG_DATABASE_REPLICA_URL })
  const isUp = await reader.connect().then(
    () => reader.query<{ up: boolean }>('select pg_is_in_recovery() as up').then(({ rows }) => rows[0]?.up),
    () => undefined,
  )
  await reader.end().catch(() => {})
  if (isUp) break
  await pause(200)
}

const { databaseUrl, ...server } = await startServer({ databaseUrl: env.DATABASE_URL, env })
const command = async (...args: string[]) => {
  const program = runProgram('cli', args, { DATABASE_URL: databaseUrl })
  if ((await program.ended) !== 0) throw new Error(program.output())
  return program.output()
}
await command('authority', 'add', 'wismar-test', '--area', '130740087087', '--name', 'Wismar')
const token = (
  await command(
    'token',
    'create',
    '--authority',
    'wismar-test',
    '--name',
    'Proof',
    '--scope',
    'supplements:write',
  )
).split('\n')[0]
const path = '/api/v1/services/mv-hundesteuer/supplements/130740087087'
let stale = 0
for (let round = 0; round < rounds; round += 1) {
  const { headers } = await fetch(server.origin + path)
  const written = await fetch(server.origin + path, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-match': headers.get('etag') ?? '',
    },
    body: JSON.stringify({ items: [{ code: '06', html: `Runde ${round}` }] }),
  })
  if (written.status !== 200) throw new Error(`${written.status}: ${await written.text()}`)
  const page = await (
    await fetch(`${server.origin}/api/v1/services/mv-hundesteuer?area=130740087087&lang=de`)
  ).text()
  if (!page.includes(`Runde ${round}`)) stale += 1
}

const readsOf = async (url: string) => {
  const reader = new pg.Client({ connectionString: url })
  await reader.connect()
  const { rows } = await reader.query<{ reads: string }>(
    `select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) as reads from pg_stat_user_tables where relname in ('service', 'service_name', 'search_document')`,
  )
  await reader.end()
  return Number(rows[0]?.reads)
}
const before = {
  primary: await readsOf(env.DATABASE_URL),
  standby: await readsOf(env.AMTSWEG_DATABASE_REPLICA_URL),
}
const words = Array.from({ length: 500 }, (_, index) => `/api/v1/services?q=Ausweis%20${index}`)
await measure(
  {
    name: 'amtsweg',
    origin: server.origin.replace('localhost', '127.0.0.1'),
    process: { pid: process.pid } as never,
  },
  words,
)
await pause(1_500)
const after = {
  primary: await readsOf(env.DATABASE_URL),
  standby: await readsOf(env.AMTSWEG_DATABASE_REPLICA_URL),
}
console.log(`${rounds} edits were read at once, ${stale} of them in an older state`)
console.log(
  `500 searches read ${after.standby - before.standby} rows of the standby, ${after.primary - before.primary} of the primary`,
)

spawnSync('pkill', ['-9', '-f', standby.data])
await pause(1_000)
const gone = await fetch(`${server.origin}/readyz`)
console.log(
  `without the standby /readyz says ${gone.status}, /livez ${(await fetch(`${server.origin}/livez`)).status}`,
)
server.signal('SIGTERM')
await server.ended
await client.end()
await primary.stop()
const holds =
  stale === 0 && after.standby > before.standby && after.primary - before.primary < 100 && gone.status === 503
console.log(holds ? 'The replica holds.' : 'The replica does NOT hold.')
process.exit(holds ? 0 : 1)
