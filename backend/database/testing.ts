import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, type OpenDatabase, openDatabase } from './database.ts'
import { databaseFile } from './database-address.ts'
import { openPostgres, poolAt } from './open.postgres.ts'

/** A database on a server that tests borrow, one after another. */
interface Loan {
  readonly url: string
  readonly pool: pg.Pool
  readonly database: OpenDatabase
  /** The test that has it; undefined for the whole file. */
  readonly test: unknown
  returned: boolean
}

/** Address of the model of all databases; undefined where the tests run on SQLite (test/postgres-setup.ts). */
const model = process.env['TEST_POSTGRES_URL']
const loans: Loan[] = []

/** A fresh, migrated database: in memory, or on the server that the run has started. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  if (model) return (await borrow(model)).database
  const database = openDatabase('sqlite::memory:')
  await migrate(database.db)
  return database
}

/** Address of a fresh, migrated database that several processes may open; it is gone after the test. */
export async function testDatabaseUrl(): Promise<string> {
  if (model) return (await borrow(model)).url
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-database-'))
  await atEndOfTest(() => rmSync(folder, { recursive: true, force: true }))
  const url = `sqlite:${join(folder, 'amtsweg.sqlite')}`
  const database = openDatabase(url)
  await migrate(database.db)
  await database.close()
  return url
}

/** Everything a thief of the files would have; of a server's database, all rows of tables whose name fits. */
export async function loot(url: string, tables: RegExp): Promise<string> {
  const path = databaseFile(url)
  if (path)
    return ['', '-wal', '-shm', '-journal']
      .filter((end) => existsSync(path + end))
      .map((end) => readFileSync(path + end).toString('latin1'))
      .join('')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const found: unknown[] = []
  for (const { name } of rows.filter((row) => tables.test(row.name)))
    found.push((await client.query(`select * from ${name}`)).rows)
  await client.end()
  return JSON.stringify(found)
}

/** The version of the data, after a look. */
export async function versionOf({ look, dataVersion }: OpenDatabase): Promise<string> {
  await look()
  return dataVersion()
}

/** Turns of the event loop in which whoever woke up begins what it has to do next. */
const turns = 10

/** When whoever has work to do in the databases that were opened here has done it, or waits for something else. */
export async function settled(): Promise<void> {
  for (let quiet = 0; quiet < turns; quiet = loans.some(isAtWork) ? 0 : quiet + 1)
    await new Promise((resolve) => setImmediate(resolve))
}

const isAtWork = ({ pool }: Loan) => pool.waitingCount > 0 || pool.idleCount < pool.totalCount

/**
 * Making a database takes longer than most tests: one whose test is over is emptied and lent again. What is opened before all tests of a
 * file is lent for the file.
 */
async function borrow(from: string): Promise<Loan> {
  const { TestRunner } = await import('vitest')
  const test: unknown = TestRunner.getCurrentTest()
  const free = loans.findIndex((loan) => loan.returned || (loan.test !== undefined && loan.test !== test))
  const place = free < 0 ? loans.length : free
  await loans[place]?.database.close()
  const { url, pool } = await emptied(from, place)
  const database = openPostgres(pool, { end: async () => {} })
  await database.look()
  const loan: Loan = { url, pool, test, returned: false, database: giveBack(database, () => loan) }
  loans[place] = loan
  return loan
}

const giveBack = (database: OpenDatabase, of: () => Loan): OpenDatabase => ({
  ...database,
  async close() {
    await database.close()
    of().returned = true
  },
})

/** The database of this worker at a place, empty; made anew where a test has changed its schema. */
async function emptied(from: string, place: number): Promise<Pick<Loan, 'url' | 'pool'>> {
  const address = new URL(from)
  const name = `${address.pathname.slice(1)}_${process.env['VITEST_POOL_ID']}_${place}`
  const at = (database: string) => Object.assign(new URL(from), { pathname: `/${database}` }).href
  const url = at(name)
  let pool = loans[place]?.pool
  if (!pool) {
    await onServer(at('postgres'), [`create database ${name} template ${address.pathname.slice(1)}`])
    pool = poolAt(url)
  }
  if (await empty(pool)) return { url, pool }
  await pool.end()
  await onServer(at('postgres'), [
    `drop database ${name} with (force)`,
    `create database ${name} template ${address.pathname.slice(1)}`,
  ])
  return { url, pool: poolAt(url) }
}

/** Empties all tables; false where the schema is not that of the model. */
async function empty(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ schema: string }>('select empty_all_tables() as schema')
  return rows[0]?.schema === process.env['TEST_POSTGRES_SCHEMA']
}

const alreadyThere = '42P04'

/** The databases of a worker outlive its files: the next ones find them made. */
async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } catch (error) {
    if ((error as { code?: string }).code !== alreadyThere) throw error
  } finally {
    await client.end()
  }
}

async function atEndOfTest(work: () => void): Promise<void> {
  const { TestRunner, onTestFinished, afterAll } = await import('vitest')
  if (TestRunner.getCurrentTest()) onTestFinished(work)
  else afterAll(work)
}
