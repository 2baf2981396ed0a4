import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { type OpenDatabase, openDatabase } from './database.ts'
import { testDatabaseUrl, versionOf } from './testing.ts'

const time = '2026-01-01T00:00:00Z'
const source = (id: string) => ({ id, name: id, invented: 0, imported_at: time })

/** Two processes on one server. */
async function setUp() {
  const url = await testDatabaseUrl()
  const [own, other] = [openDatabase(url), openDatabase(url)]
  onTestFinished(async () => {
    await own.close()
    await other.close()
  })
  return { own, other, url }
}

const add = ({ db }: OpenDatabase, id: string) => db.insertInto('source').values(source(id)).execute()

/** A connection that waits for nobody, as somebody at psql would. */
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

test('what another process has changed is noticed without asking', async () => {
  const { own, other } = await setUp()
  const before = await versionOf(own)
  expect(own.dataVersion()).toBe(before)
  await add(other, 'a')
  await vi.waitFor(() => expect(own.dataVersion()).not.toBe(before))
})

test.each<[string, boolean, (on: OpenDatabase) => Promise<unknown>]>([
  ['a row that readers see', true, (on) => add(on, 'a')],
  [
    'a lease',
    false,
    ({ db }) => db.insertInto('job').values({ name: 'a', due_at: time, failures: 0 }).execute(),
  ],
  [
    'what a network has asked',
    false,
    ({ db }) =>
      db
        .insertInto('shared_rate')
        .values({ policy: 'a', client: 'b', window_start: time, requests: 1 })
        .execute(),
  ],
  [
    'a counted search',
    false,
    ({ db }) =>
      db.insertInto('counted_click').values({ service_id: 'a', period: '2026-01', clicks: 1 }).execute(),
  ],
])('%s makes everybody forget: %s', async (_, forgets, write) => {
  const { own } = await setUp()
  const before = await versionOf(own)
  await write(own)
  expect((await versionOf(own)) !== before).toBe(forgets)
})

test('a transaction is one change, seen at its end; what is taken back is none', async () => {
  const { own, other } = await setUp()
  const before = await versionOf(other)
  await own.db.transaction().execute(async (trx) => {
    for (const id of ['a', 'b', 'c']) await trx.insertInto('source').values(source(id)).execute()
    expect(await versionOf(other)).toBe(before)
  })
  const after = await versionOf(other)
  expect(after).not.toBe(before)
  expect(after.split('.')[1]).toBe('1')
  const failing = own.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('source').execute()
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(await versionOf(other)).toBe(after)
})

test('a change that was begun before another and committed after it is noticed too', async () => {
  const { own, url } = await setUp()
  const early = await connect(url)
  await early.query('begin')
  await early.query(
    `insert into source (id, name, invented, imported_at) values ('early', 'e', 0, '${time}')`,
  )
  const before = await versionOf(own)
  await add(own, 'late')
  const between = await versionOf(own)
  await early.query('commit')
  const after = await versionOf(own)
  expect(new Set([before, between, after]).size).toBe(3)
})

test('notes of changes do not pile up', async () => {
  const { own, url } = await setUp()
  const client = await connect(url)
  await client.query('insert into data_change select from generate_series(1, 1200)')
  await own.look()
  const { rows } = await client.query('select count(*)::int as count from data_change')
  expect(rows).toEqual([{ count: 500 }])
  const before = await versionOf(own)
  await add(own, 'a')
  expect(await versionOf(own)).not.toBe(before)
})
