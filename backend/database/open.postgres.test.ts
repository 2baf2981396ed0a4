import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Db, migrate, openDatabase } from './database.ts'
import { migrationsAt } from './dialect.ts'
import { appliedMigrations } from './schema-state.ts'
import { openTestDatabase, testDatabaseUrl } from './testing.ts'

const source = (id: string) => ({ id, name: id, invented: 0, imported_at: '2026-01-01T00:00:00Z' })
const ids = async (db: Db) =>
  (await db.selectFrom('source').select('id').orderBy('id').execute()).map(({ id }) => id)

/** Address of a database in which nothing was made yet. */
async function emptyDatabase(): Promise<string> {
  const url = new URL(await testDatabaseUrl())
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  const name = `${url.pathname.slice(1)}_empty`
  await client.query(`drop database if exists ${name} with (force)`)
  await client.query(`create database ${name} template template0`)
  onTestFinished(async () => {
    await client.query(`drop database ${name} with (force)`)
    await client.end()
  })
  url.pathname = `/${name}`
  return url.href
}

function open(url: string) {
  const database = openDatabase(url)
  onTestFinished(() => database.close())
  return database
}

describe('on PostgreSQL', () => {
  test('texts come in the order of their bytes, whatever the database was created with', async () => {
    const { db } = await openTestDatabase()
    const texts = ['Öl', 'Zoo', 'a', 'B', 'ä', 'b-1', 'b1', 'b 1', '_', '2', '10', 'ß', 'ss']
    await db.insertInto('source').values(texts.map(source)).execute()
    expect(await ids(db)).toEqual(texts.toSorted())
    const { rows } = await sql<{ sorted: boolean }>`select 'a' > 'B' as sorted`.execute(db)
    expect(rows).toEqual([{ sorted: false }])
  })

  test('a connection that breaks while somebody works with it ends that work, and nothing else', async () => {
    const { db } = open(await testDatabaseUrl())
    const work = db.connection().execute(async (connection) => {
      const { rows } = await sql<{ id: number }>`select pg_backend_pid() as id`.execute(connection)
      await sql`select pg_terminate_backend(${rows[0]?.id})`.execute(db)
      // Its end is told while nothing is asked; unheard, that would end this process.
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(connection)
    })
    await expect(work).rejects.toThrow()
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  })

  test('counts and sums are numbers', async () => {
    const { db } = await openTestDatabase()
    await db.insertInto('source').values(['a', 'b'].map(source)).execute()
    const row = await db
      .selectFrom('source')
      .select((is) => [
        is.fn.countAll().as('count'),
        sql`sum(7000000000)`.as('sum'),
        sql`1.5::numeric`.as('part'),
      ])
      .executeTakeFirst()
    expect(row).toEqual({ count: 2, sum: 14_000_000_000, part: 1.5 })
  })

  test('a text with NUL finds nothing, and an empty list neither', async () => {
    const { db } = await openTestDatabase()
    await db.insertInto('source').values(source('a')).execute()
    const all = db.selectFrom('source').select('id')
    expect(await all.where('id', '=', 'a\0').execute()).toEqual([])
    expect(await all.where('id', 'in', []).execute()).toEqual([])
    expect(await all.where('id', 'not in', []).execute()).toEqual([{ id: 'a' }])
  })

  test('transactions wait for each other, and no reader for them', async () => {
    const url = await testDatabaseUrl()
    const [one, other] = [open(url), open(url)]
    const steps: string[] = []
    let waiting: Promise<void> | undefined
    await one.db.transaction().execute(async (trx) => {
      await trx.insertInto('source').values(source('a')).execute()
      waiting = other.db.transaction().execute(async (second) => {
        steps.push(`other sees ${(await ids(second)).join()}`)
      })
      expect(await ids(other.db)).toEqual([])
      const reading = other.db.transaction().setAccessMode('read only')
      expect(await reading.execute(ids)).toEqual([])
      steps.push('one ends')
    })
    await waiting
    expect(steps).toEqual(['one ends', 'other sees a'])
  })

  test('readers are sent to a replica, writers are not, and a replica that stays behind holds nobody up', async () => {
    const [url, replicaUrl] = [await testDatabaseUrl(), await testDatabaseUrl()]
    const database = openDatabase(url, { replicaUrl })
    onTestFinished(() => database.close())
    // A server that never follows: what this process writes does not come there.
    await open(replicaUrl).db.insertInto('source').values(source('replica')).execute()
    await database.db
      .insertInto('source')
      .values([source('a'), source('b')])
      .execute()
    expect([await ids(database.db), await ids(database.reads)]).toEqual([['a', 'b'], ['replica']])
    await database.look()
    const version = database.dataVersion()
    await database.db.insertInto('source').values(source('c')).execute()
    await database.look()
    expect(database.dataVersion()).toBe(version)
    await open(replicaUrl).db.insertInto('source').values(source('followed')).execute()
    await database.look()
    expect(database.dataVersion()).not.toBe(version)
  })

  test('processes that start at once bring the schema up to date once', async () => {
    const url = await emptyDatabase()
    const told = await Promise.all([0, 1, 2].map(() => migrate(open(url).db)))
    const all = Object.keys(migrationsAt(url)).sort()
    expect(told.filter(({ length }) => length > 0)).toEqual([all])
    expect(await appliedMigrations(open(url).db)).toEqual(all)
  })

  test('a migration that fails leaves nothing behind', async () => {
    const url = await emptyDatabase()
    const { db } = open(url)
    const broken = async (on: Db) => {
      await sql`create table half (id integer)`.execute(on)
      throw new Error('on purpose')
    }
    const migrations = { ...migrationsAt(url), '9999-broken': { up: broken } }
    await expect(migrate(db, { migrations })).rejects.toThrow('on purpose')
    expect(await db.introspection.getTables({ withInternalKyselyTables: true })).toEqual([])
    expect(await migrate(db)).toEqual(Object.keys(migrationsAt(url)).sort())
  })
})
