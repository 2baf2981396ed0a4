import { afterEach, beforeEach, expect, test } from 'vitest'
import { type OpenDatabase, openDatabase } from './database.ts'
import { testDatabaseUrl } from './testing.ts'

let own: OpenDatabase
let other: OpenDatabase
beforeEach(async () => {
  const url = await testDatabaseUrl()
  own = openDatabase(url)
  other = openDatabase(url)
})
afterEach(async () => {
  await own.close()
  await other.close()
})

const add = (database: OpenDatabase, service_id: string) =>
  database.writeIfFree(async (db) => {
    await db.insertInto('counted_click').values({ service_id, period: '2026-11', clicks: 1 }).execute()
  })
const written = async () =>
  (await own.db.selectFrom('counted_click').select('service_id').execute()).map((row) => row.service_id)

test('where nobody writes, it is written', async () => {
  expect(await add(own, 'a')).toBe(true)
  expect(await written()).toEqual(['a'])
})

test('where somebody writes, it is left at once instead of halting every reader', async () => {
  await other.db.transaction().execute(async (trx) => {
    await trx.insertInto('counted_click').values({ service_id: 'b', period: '2026-11', clicks: 1 }).execute()
    const began = performance.now()
    expect(await add(own, 'a')).toBe(false)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
  expect(await written()).toEqual(['b'])
  expect(await add(own, 'a')).toBe(true)
})

test('where the work fails, nothing of it stays and the next one works', async () => {
  const failing = own.writeIfFree(async (db) => {
    await db.insertInto('counted_click').values({ service_id: 'a', period: '2026-11', clicks: 1 }).execute()
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  expect(await written()).toEqual([])
  expect(await add(own, 'b')).toBe(true)
})
