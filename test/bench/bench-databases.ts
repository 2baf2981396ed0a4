import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startServer } from '../postgres.ts'

/** Empty databases of one engine, gone with the benchmark. */
export interface BenchDatabases {
  readonly engine: 'sqlite' | 'postgres'
  readonly create: (name: string) => Promise<string>
  /** Processes of the database that work for programs of ours (Linux); none where it works within them. */
  readonly backends: () => Promise<readonly number[]>
  /** How many of them wait for a lock at this moment. */
  readonly waiting: () => Promise<number>
  readonly stop: () => Promise<void>
}

export function sqliteDatabases(): BenchDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-bench-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return {
    engine: 'sqlite',
    create: async (name) => `sqlite:${join(folder, name)}.sqlite`,
    backends: async () => [],
    waiting: async () => 0,
    stop: async () => {},
  }
}

/** On the server of PG_URL, else on one from npm. */
export async function postgresDatabases(): Promise<BenchDatabases> {
  const { url, stop } = await startServer()
  const client = new pg.Client({ connectionString: url, application_name: 'bench' })
  await client.connect()
  const created: string[] = []
  const ours = `datname like 'amtsweg_bench_%' and backend_type = 'client backend'`
  return {
    engine: 'postgres',
    async create(name) {
      const database = `amtsweg_bench_${name}`
      await client.query(`drop database if exists ${database}`)
      await client.query(`create database ${database}`)
      created.push(database)
      return Object.assign(new URL(url), { pathname: `/${database}` }).href
    },
    async backends() {
      const { rows } = await client.query<{ pid: number }>(`select pid from pg_stat_activity where ${ours}`)
      return rows.map(({ pid }) => pid)
    },
    async waiting() {
      const { rows } = await client.query<{ count: string }>(
        `select count(*) from pg_stat_activity where ${ours} and wait_event_type = 'Lock'`,
      )
      return Number(rows[0]?.count)
    },
    async stop() {
      for (const database of created) await client.query(`drop database ${database} with (force)`)
      await client.end()
      await stop()
    },
  }
}
