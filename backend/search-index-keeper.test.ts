import { expect, onTestFinished, test } from 'vitest'
import { openTestDatabase } from './database/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { handClock } from './jobs/testing.ts'
import { keepSearchIndex } from './search-index-keeper.ts'
import { noteSearchChange, refreshSearchIndex } from './wayfinding/index.ts'

const seconds = 1_000

/** A database with processes that keep its index; `made` tells which of them did. */
async function setUp(...holders: readonly string[]) {
  const { db, writeIfFree } = await openTestDatabase()
  const write = writeSoon(writeIfFree)
  const clock = handClock('2026-11-30T09:00:00.000Z')
  const made: string[] = []
  const failures: unknown[] = []
  let isBroken = false
  for (const holder of holders) {
    const refresh = async () => {
      made.push(holder)
      if (isBroken) throw new Error('on purpose')
      await refreshSearchIndex(db)
    }
    const keeper = keepSearchIndex({
      db,
      write,
      clock,
      holder,
      refresh,
      report: (error) => failures.push(error),
    })
    onTestFinished(keeper.stop)
  }
  await clock.turn(0)
  return {
    clock,
    made,
    failures,
    break: (broken: boolean) => (isBroken = broken),
    edit: () => db.transaction().execute((trx) => noteSearchChange(trx, 'hund')),
    pass: async (times: number) => {
      for (let second = 0; second < times; second += 1) await clock.turn(seconds)
    },
  }
}

test('nothing is made while nothing changes', async () => {
  const { made, pass } = await setUp('a')
  await pass(60)
  expect(made).toEqual([])
})

test('edits in a row make the index anew once, seconds later, and a later one again', async () => {
  const { made, edit, pass } = await setUp('a')
  await edit()
  await edit()
  await pass(1)
  expect(made).toEqual([])
  await pass(10)
  expect(made).toEqual(['a'])
  await edit()
  await pass(10)
  expect(made).toEqual(['a', 'a'])
})

test('of two processes one does it', async () => {
  const { made, edit, pass } = await setUp('a', 'b')
  await edit()
  await pass(10)
  expect(made).toHaveLength(1)
})

test('what failed is reported and tried again, a minute later', async () => {
  const { made, failures, edit, pass, ...broken } = await setUp('a')
  broken.break(true)
  await edit()
  await pass(10)
  expect([made.length, failures.length]).toEqual([1, 1])
  broken.break(false)
  await pass(70)
  expect([made.length, failures.length]).toEqual([2, 1])
  await pass(70)
  expect(made).toHaveLength(2)
})
