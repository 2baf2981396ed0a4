import { beforeEach, expect, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { pruneVersions } from './repository-prune.ts'
import { publishVersion } from './repository-versions.ts'
import { addTestCollection, inTransactions, point, writeTestVersion } from './testing.ts'

const now = new Date('2026-12-01T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
/** A little more than a day, and a little less. */
const [past, recent] = [daysAgo(1.01), daysAgo(0.99)]

let database: OpenDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  await addAuthority(database.db, 'musterstadt', '130740087087')
  await addTestCollection(database.db, { id: 'places', authority_id: 'musterstadt' })
})

const write = () => writeTestVersion(database, 'places', [point('a', 11, 53), point('b', 11, 53)])
const publish = (id: number, at: string) => inTransactions(database.db)((trx) => publishVersion(trx, id, at))
const set = (id: number, values: { readonly state?: string; readonly created_at?: string }) =>
  database.db.updateTable('geo_version').set(values).where('id', '=', id).execute()
const prune = () => pruneVersions(database.db, inTransactions(database.db), now)
const left = async () => {
  const rows = await database.db.selectFrom('geo_version').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

test('what readers see stays, and of what they saw before the five last', async () => {
  const ids: number[] = []
  for (let days = 400; days > 392; days -= 1) {
    ids.push(await write())
    await publish(ids.at(-1)!, daysAgo(days))
  }
  expect(await prune()).toBe(2)
  expect(await left()).toEqual(ids.slice(2))
  const features = await database.db.selectFrom('geo_feature').select('version_id').distinct().execute()
  expect(features.map((row) => row.version_id).toSorted((one, other) => one - other)).toEqual(ids.slice(2))
  expect(await prune()).toBe(0)
})

test('what somebody may still be reading stays, however often something new came since', async () => {
  const ids: number[] = []
  for (let minutes = 80; minutes > 0; minutes -= 5) {
    ids.push(await write())
    await publish(ids.at(-1)!, daysAgo(minutes / 1_440))
  }
  // The first was replaced 75 minutes ago, the fourth 60: nobody goes on with them.
  expect(await prune()).toBe(4)
  expect(await left()).toEqual(ids.slice(4))
})

test('what an undo has brought back stays, however old it is', async () => {
  const ids: number[] = []
  for (let days = 400; days > 392; days -= 1) {
    ids.push(await write())
    await publish(ids.at(-1)!, daysAgo(days))
  }
  await database.db.updateTable('geo_collection').set({ version_id: ids[0]! }).execute()
  await prune()
  expect(await left()).toEqual([ids[0], ...ids.slice(3)])
})

test.each([
  ['waits to be published since 29 days', 'ready', daysAgo(29), true],
  ['waits to be published since 31 days', 'ready', daysAgo(31), false],
  ['is being written', 'building', recent, true],
  ['was left half-written a day ago', 'building', past, false],
  ['is a copy that comes in pieces', 'harvesting', recent, true],
  ['is a copy that comes no more', 'harvesting', past, false],
  ['was being thrown away', 'discarding', recent, false],
])('a version that %s', async (_, state, created_at, stays) => {
  const id = await write()
  await set(id, { state, created_at })
  expect(await prune()).toBe(stays ? 0 : 1)
  expect(await left()).toEqual(stays ? [id] : [])
  const { count } = await database.db
    .selectFrom('geo_feature')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBe(stays ? 2 : 0)
})
