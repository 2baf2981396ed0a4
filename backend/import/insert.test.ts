import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { insertAll } from './insert.ts'

const source = (id: string) => ({
  id,
  name: `Source ${id}`,
  invented: 0,
  imported_at: '2026-01-01T00:00:00Z',
})

test.each([0, 1, 1_999, 2_000, 2_001, 4_500])('all of %i rows arrive, each once', async (count) => {
  const { db } = await openTestDatabase()
  await insertAll(
    db,
    'source',
    Array.from({ length: count }, (_, index) => source(String(index))),
  )
  const rows = await db.selectFrom('source').select(['id', 'name']).execute()
  expect(rows).toHaveLength(count)
  expect(rows.every((row) => row.name === `Source ${row.id}`)).toBe(true)
})

test('what a row does not say is null, wherever it stands among the others', async () => {
  const { db } = await openTestDatabase()
  await insertAll(db, 'source', [source('a'), { ...source('b'), licence: 'CC0' }, source('c')])
  const rows = await db.selectFrom('source').select(['id', 'licence']).orderBy('id').execute()
  expect(rows.map((row) => row.licence)).toEqual([null, 'CC0', null])
})
