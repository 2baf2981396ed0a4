import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { rankedIds } from './find-documents.ts'
import { refreshSearchIndex } from './refresh-search-index.ts'
import { forgetSearchChanges, hasSearchChanges, noteSearchChange, searchChanges } from './search-changes.ts'
import { openSearchDatabase } from './testing.ts'

const ask = { q: 'Perso', lang: 'de', day: '2026-11-23' }

test('an index made by an older program is made anew, once', async () => {
  const db = await openSearchDatabase({ id: 'ausweis', title: 'Personalausweis' })
  await db.updateTable('search_state').set({ form: 'old' }).execute()
  await db.deleteFrom('search_document').execute()
  expect(await refreshSearchIndex(db)).toBe(true)
  expect(await rankedIds(db, ask)).toEqual(['ausweis'])
  expect(await refreshSearchIndex(db)).toBe(false)
})

test('an index that is missing after an update is made', async () => {
  const db = await openSearchDatabase({ id: 'ausweis', title: 'Personalausweis' })
  await db.deleteFrom('search_state').execute()
  expect(await refreshSearchIndex(db)).toBe(true)
})

test('without services there is nothing to make', async () => {
  const { db } = await openTestDatabase()
  expect(await refreshSearchIndex(db)).toBe(false)
})

test('an index is made anew after a service was changed, once for all that was noted until then', async () => {
  const db = await openSearchDatabase({ id: 'ausweis', title: 'Personalausweis' })
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('service_name').set({ title: 'Bootsschein' }).execute()
    await noteSearchChange(trx, 'ausweis')
    await noteSearchChange(trx, 'ausweis')
  })
  expect(await rankedIds(db, { ...ask, q: 'Bootsschein' })).toEqual([])
  expect(await refreshSearchIndex(db)).toBe(true)
  expect(await rankedIds(db, { ...ask, q: 'Bootsschein' })).toEqual(['ausweis'])
  expect(await refreshSearchIndex(db)).toBe(false)
})

test('what is noted while the index is made stays noted', async () => {
  const db = await openSearchDatabase({ id: 'ausweis', title: 'Personalausweis' })
  await db.transaction().execute(async (trx) => {
    await noteSearchChange(trx, 'ausweis')
    const seen = await searchChanges(trx)
    await noteSearchChange(trx, 'ausweis')
    await forgetSearchChanges(trx, seen)
  })
  expect(await hasSearchChanges(db)).toBe(true)
})

test('the first service of all is found', async () => {
  const { db } = await openTestDatabase()
  await db.transaction().execute((trx) => noteSearchChange(trx, 'ausweis'))
  expect(await refreshSearchIndex(db)).toBe(true)
})
