import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { popularityOf } from './repository-popularity.ts'
import { createSearchCounter } from './search-counter.ts'
import { addServices } from './testing.ts'

let database: OpenDatabase
let now: Date
let open: (service: string, readers: number) => Promise<void>
beforeEach(async () => {
  database = await openTestDatabase()
  await addServices(database.db, [
    { id: 'hund', title: 'Hundesteuer' },
    { id: 'pass', title: 'Reisepass' },
  ])
  now = new Date('2026-11-25T09:00:00Z')
  const counter = createSearchCounter({ database, now: () => now, random: randomBytes })
  open = async (service, readers) => {
    for (let reader = 0; reader < readers; reader += 1)
      counter.count({ outcome: 'opened', service, regionKey: '' }, `198.51.${reader}`)
    await counter.write()
  }
})

test('a database in which nothing was counted prefers nobody', async () => {
  expect(await popularityOf(database.db)).toEqual(new Map())
})

test('what more readers open is more popular, and what too few open is not', async () => {
  await open('pass', 30)
  await open('hund', 6)
  const found = await popularityOf(database.db)
  expect(found.get('pass')).toBe(1)
  expect(found.get('hund')).toBeGreaterThan(0)
  expect(found.get('hund')).toBeLessThan(1)
})

test('stays the same for a day, and is made anew with the clicks of the next', async () => {
  await open('pass', 30)
  const monday = await popularityOf(database.db)
  await open('hund', 90)
  expect(await popularityOf(database.db)).toBe(monday)
  now = new Date('2026-11-26T09:00:00Z')
  await open('pass', 1)
  expect((await popularityOf(database.db)).get('hund')).toBe(1)
})

test('fades when a month ends without clicks', async () => {
  await open('pass', 30)
  await open('hund', 20)
  const before = (await popularityOf(database.db)).get('hund') ?? 0
  now = new Date('2026-12-01T09:00:00Z')
  await open('pass', 30)
  const after = (await popularityOf(database.db)).get('hund') ?? 0
  expect(after).toBeLessThan(before)
  expect(after).toBeGreaterThan(0)
})
