import { expect, onTestFinished, test } from 'vitest'
import { type OpenDatabase, openDatabase } from '../database/database.ts'
import { testDatabaseUrl, versionOf } from '../database/testing.ts'
import { createClientKeys } from './client-keys.ts'
import { createRates } from './rates.ts'
import { rateKeeper } from './share-rates.ts'

const policies = [{ name: 'search', quota: 10, window: 60 }]
let seed = 0
const random = (bytes: number) => Buffer.alloc(bytes, (seed += 1))

/** Processes on one database, with a clock they share. */
async function processes(count: number) {
  const url = await testDatabaseUrl()
  const opened: OpenDatabase[] = []
  onTestFinished(async () => void (await Promise.all(opened.map(({ close }) => close()))))
  let now = Date.parse('2026-11-25T10:00:00Z')
  const open = () => {
    const database = openDatabase(url)
    opened.push(database)
    const rates = createRates({ policies, now: () => now })
    const keys = createClientKeys(random(32))
    const keep = rateKeeper({ rates, keys, random, database, now: () => new Date(now) })
    const take = (times: number, network = '203.0.113') =>
      Array.from({ length: times }, () => rates.take('search', keys.of(network))).filter((one) => one.allowed)
        .length
    return { database, keep, take, keys }
  }
  const all = Array.from({ length: count }, open)
  for (const { keep } of all) await keep()
  return { all, pass: (milliseconds: number) => (now += milliseconds) }
}

test('what a client has asked of one process counts in the other a moment later', async () => {
  const { all } = await processes(2)
  const [one, other] = [all[0]!, all[1]!]
  expect(one.take(6)).toBe(6)
  await one.keep()
  await other.keep()
  expect(other.take(10)).toBe(4)
  await other.keep()
  await one.keep()
  expect(one.take(10)).toBe(0)
})

test('the database keeps keyed hashes of busy clients for two minutes, and no address', async () => {
  const { all, pass } = await processes(1)
  const { database, keep, take } = all[0]!
  take(3)
  await keep()
  const rows = () => database.db.selectFrom('shared_rate').selectAll().execute()
  expect(JSON.stringify(await rows())).not.toContain('203.0.113')
  expect(await rows()).toMatchObject([{ policy: 'search', requests: 3 }])
  pass(180_000)
  take(3, '198.51.100')
  await keep()
  expect(await rows()).toHaveLength(1)
})

test('where nobody asks, nothing is written', async () => {
  const { all } = await processes(1)
  const { database, keep } = all[0]!
  const before = await versionOf(database)
  await keep()
  await keep()
  expect(await versionOf(database)).toBe(before)
})

test('while somebody else writes, counting goes on without waiting, and is made up for later', async () => {
  const { all } = await processes(2)
  const [one, other] = [all[0]!, all[1]!]
  one.take(6)
  await other.database.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('shared_rate').execute()
    await one.keep()
  })
  await other.keep()
  expect(other.take(1)).toBe(1)
  await one.keep()
  await other.keep()
  expect(other.take(10)).toBe(3)
})

test('all processes use one salt a day, and yesterday’s is gone', async () => {
  const { all, pass } = await processes(2)
  const keyed = () => all.map(({ keys }) => keys.of('203.0.113'))
  const [monday, same] = keyed()
  expect(monday).toBe(same)
  pass(86_400_000)
  for (const { keep } of all) await keep()
  const [tuesday, again] = keyed()
  expect(tuesday).toBe(again)
  expect(tuesday).not.toBe(monday)
  expect(await all[0]!.database.db.selectFrom('rate_salt').select('day').execute()).toEqual([
    { day: '2026-11-26' },
  ])
})

test('a process alone needs no database', async () => {
  const rates = createRates({ policies, now: Date.now })
  const keys = createClientKeys(random(32))
  const before = keys.of('203.0.113')
  await rateKeeper({ rates, keys, random, now: () => new Date() })()
  expect(keys.of('203.0.113')).not.toBe(before)
})
