import { parseArgs } from 'node:util'
import pg from 'pg'
import { demoData, type Program, runProgram } from '../end-to-end/server.ts'
import { hasPgBouncer, startPgBouncer } from '../pgbouncer.ts'
import { startServer } from '../postgres.ts'

/** Two processes and a command line share two connections through a real PgBouncer: migrations, imports and requests, all at once. */
const { values } = parseArgs({ options: { requests: { type: 'string', default: '4000' } } })
const requests = Number(values.requests)
const poolSize = 2
const paths = [
  ...['/readyz', '/api/v1/sources', '/api/v1/services?limit=5', '/api/v1/services?q=hund', '/services'],
  ...['/api/v1/services/suggest?q=per', '/api/v1/services/mv-hundesteuer?area=130760060', '/hsds/services'],
]

if (!hasPgBouncer()) {
  console.log('Left out: there is no pgbouncer here (Debian: apt-get install pgbouncer)')
  process.exit(0)
}
const server = await startServer()
const name = `amtsweg_bouncer_${process.pid}`
const admin = new pg.Client({ connectionString: server.url })
await admin.connect()
await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
const direct = Object.assign(new URL(server.url), { pathname: `/${name}` }).href
const bouncer = await startPgBouncer(direct, poolSize)
const began = performance.now()
try {
  const env = {
    DATABASE_URL: bouncer.url,
    PORT: '0',
    AMTSWEG_PROCESSES: '2',
    AMTSWEG_SEARCHES_PER_MINUTE: '0',
  }
  const servers = [runProgram('main', [], env), runProgram('main', [], { ...env, AMTSWEG_DEMO: 'off' })]
  const origins = await Promise.all(servers.map(originOf))
  const migrated = servers.map((one) => Number(/(\d+) migrations applied/.exec(one.output())?.[1] ?? 0))

  const importing = runProgram('cli', ['import', '--all', demoData, '--force'], env)
  const statuses = await ask(origins)
  const imported = await importing.ended
  const most = await admin.query<{ count: number }>(
    'select count(*)::int as count from pg_stat_activity where datname = $1',
    [name],
  )
  const refused = bouncer
    .log()
    .split('\n')
    .filter((line) => /ERROR|WARNING|unsupported/.test(line))
  const ends = await Promise.all(servers.map(stop))

  const wrong = [
    ...(migrated.filter(Boolean).length === 1
      ? []
      : [`migrations ran in ${migrated.filter(Boolean).length} processes`]),
    ...(Object.keys(statuses).join() === '200' ? [] : [`answers: ${JSON.stringify(statuses)}`]),
    ...(imported === 0 ? [] : [`the import ended with ${imported}: ${importing.output().slice(-500)}`]),
    ...ends.filter((end) => end !== 0).map((end) => `a server ended with ${end}`),
    ...refused,
  ]
  console.log(`${Math.max(...migrated)} migrations by one of two processes, one import meanwhile,
  ${requests} requests to both, answered ${JSON.stringify(statuses)}, by ${most.rows[0]?.count} connections of the server (${poolSize} allowed)
  ${Math.round((performance.now() - began) / 1_000)} s`)
  for (const line of wrong) console.error(line)
  process.exitCode = wrong.length > 0 ? 1 : 0
} finally {
  bouncer.stop()
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
  await server.stop()
}

async function originOf(program: Program): Promise<string> {
  const [, port] = await program.printed(/Amtsweg is ready: http:\/\/localhost:(\d+)/)
  return `http://127.0.0.1:${port}`
}

/** Every request is another one to the caches of the processes. */
async function ask(origins: readonly string[]): Promise<Readonly<Record<number, number>>> {
  const statuses: Record<number, number> = {}
  let asked = 0
  const reader = async () => {
    while (asked < requests) {
      const turn = (asked += 1)
      const path = paths[turn % paths.length] ?? ''
      const response = await fetch(
        `${origins[turn % origins.length]}${path}${path.includes('?') ? '&' : '?'}turn=${turn}`,
      )
      await response.arrayBuffer()
      statuses[response.status] = (statuses[response.status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 16 }, reader))
  return statuses
}

async function stop(program: Program) {
  program.signal('SIGTERM')
  return program.ended
}
