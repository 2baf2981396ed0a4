import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { migrations } from './migrations/index.ts'
import { appliedMigrations, compareSchema } from './schema-state.ts'

test.each([
  ['a new database', [], ['1', '2'], { pending: ['1', '2'], unknown: [] }],
  ['one that is up to date', ['1', '2'], ['1', '2'], { pending: [], unknown: [] }],
  ['one of an older program', ['1'], ['2', '1'], { pending: ['2'], unknown: [] }],
  ['one of a newer program', ['1', '3', '2'], ['1'], { pending: [], unknown: ['2', '3'] }],
  ['one of another branch', ['1', '3'], ['1', '2'], { pending: ['2'], unknown: ['3'] }],
])('%s is told from what the program knows', (_, applied, known, state) =>
  expect(compareSchema(applied, known)).toEqual({ applied, ...state }),
)

test('a database tells what it has seen, in order', async () => {
  const { db } = openDatabase('sqlite::memory:')
  expect(await appliedMigrations(db)).toEqual([])
  const [first, second] = Object.keys(migrations).sort()
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo(second!)
  expect(await appliedMigrations(db)).toEqual([first, second])
})
