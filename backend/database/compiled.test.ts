import { expect, test } from 'vitest'
import { compiled } from './compiled.ts'
import type { Db } from './database.ts'
import { openTestDatabase } from './testing.ts'

const sourcesNamed = compiled((db: Db, name: string, limit: number) =>
  db
    .selectFrom('source')
    .select('id')
    .where((where) => where.or([where('name', '=', name), where('publisher', '=', name)]))
    .where('invented', '=', 1)
    .orderBy('id')
    .limit(limit),
)

async function setUp() {
  const { db } = await openTestDatabase()
  const rest = { invented: 1, imported_at: '2026-01-01T00:00:00Z' }
  await db
    .insertInto('source')
    .values([
      { id: 'a', name: 'Amt', ...rest },
      { id: 'b', name: 'Kreis', publisher: 'Amt', ...rest },
      { id: 'c', name: 'Kreis', publisher: 'Kreis', ...rest },
    ])
    .execute()
  return db
}

test('a compiled query answers anew for each value, also where one value stands twice', async () => {
  const db = await setUp()
  expect(await sourcesNamed(db, 'Amt', 9)).toEqual([{ id: 'a' }, { id: 'b' }])
  expect(await sourcesNamed(db, 'Kreis', 1)).toEqual([{ id: 'b' }])
  expect(await sourcesNamed(db, 'Land', 9)).toEqual([])
})

test('a compiled query belongs to no database in particular', async () => {
  const { db: empty } = await openTestDatabase()
  expect(await sourcesNamed(await setUp(), 'Amt', 9)).toHaveLength(2)
  expect(await sourcesNamed(empty, 'Amt', 9)).toEqual([])
})

test('a compiled query takes a list of a fixed length', async () => {
  const sourcesOf = compiled(
    (db: Db, ...ids: readonly string[]) =>
      db.selectFrom('source').select('name').where('id', 'in', ids).orderBy('id'),
    2,
  )
  const db = await setUp()
  expect(await sourcesOf(db, 'a', 'c')).toEqual([{ name: 'Amt' }, { name: 'Kreis' }])
  expect(await sourcesOf(db, 'b', 'b')).toEqual([{ name: 'Kreis' }])
})
