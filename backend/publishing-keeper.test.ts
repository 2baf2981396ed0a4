import { expect, onTestFinished, test } from 'vitest'
import type { KeptDraft } from './changes/index.ts'
import { saveDraft } from './changes/index.ts'
import type { Trx } from './database/database.ts'
import { openTestDatabase } from './database/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { handClock } from './jobs/testing.ts'
import { keepPublishing } from './publishing-keeper.ts'

const start = '2026-11-30T09:00:00.000Z'
const draft = (publishAt: string): KeptDraft => ({
  ...{ id: 'draft-0001', authority: 'hagenow', kind: 'unit', address: '/units/rathaus/record' },
  ...{ wanted: undefined, basedOn: null, base: undefined, note: null, reason: null, published: null },
  ...{
    state: 'scheduled',
    authors: ['clerk:erika'],
    submittedBy: null,
    approvedBy: null,
    releasedBy: 'clerk:erika',
  },
  ...{ publishAt, createdAt: start, updatedAt: start },
})

/** A database with a scheduled draft, and processes that look for it; `done` tells which of them found it due. */
async function setUp(publishAt: string, ...holders: readonly string[]) {
  const { db, writeIfFree } = await openTestDatabase()
  const write = writeSoon(writeIfFree)
  const clock = handClock(start)
  const done: string[] = []
  const failures: unknown[] = []
  let isBroken = false
  const save = (kept: KeptDraft) => write((trx) => saveDraft(trx as Trx, kept))
  await save(draft(publishAt))
  for (const holder of holders) {
    const publish = async () => {
      done.push(holder)
      if (isBroken) throw new Error('on purpose')
      await save({ ...draft(publishAt), state: 'published' })
    }
    const keeper = keepPublishing({
      db,
      write,
      clock,
      holder,
      publish,
      report: (error) => failures.push(error),
    })
    onTestFinished(keeper.stop)
  }
  await clock.turn(0)
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) await clock.turn(1_000)
  }
  return { pass, done, failures, break: (broken: boolean) => (isBroken = broken) }
}

test('nothing is published before its time, and one process does it then', async () => {
  const { pass, done } = await setUp('2026-11-30T09:01:00.000Z', 'a', 'b')
  await pass(50)
  expect(done).toEqual([])
  await pass(30)
  expect(done).toHaveLength(1)
})

test('what became due while nobody ran is published at once', async () => {
  const { done } = await setUp('2026-11-29T09:00:00.000Z', 'a')
  expect(done).toEqual(['a'])
})

test('what could not be published is tried again', async () => {
  const { pass, done, failures, break: breakIt } = await setUp('2026-11-30T09:00:10.000Z', 'a')
  breakIt(true)
  await pass(20)
  expect(failures.length).toBeGreaterThan(0)
  breakIt(false)
  const before = done.length
  await pass(600)
  expect(done.length).toBe(before + 1)
})
