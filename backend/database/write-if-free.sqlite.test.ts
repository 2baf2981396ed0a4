import { expect, test } from 'vitest'
import { openDatabase } from './database.ts'

test('others still wait for a lock afterwards', async () => {
  const own = openDatabase('sqlite::memory:')
  expect(await own.writeIfFree(async () => {})).toBe(true)
  const { rows } = await own.db.executeQuery<{ timeout: number }>({
    ...own.db.selectFrom('service').selectAll().compile(),
    sql: 'pragma busy_timeout',
  })
  expect(rows[0]?.timeout).toBe(5_000)
})
