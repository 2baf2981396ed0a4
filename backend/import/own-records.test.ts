import { expect, test } from 'vitest'
import { pagesBehind } from './own-records.ts'

const all = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id }))

test.each([1, 2, 5, 100])('of pages of %i everything comes once, in its order', async (size) => {
  const seen: string[] = []
  const ask = async (last: string) => all.filter(({ id }) => id > last).slice(0, size)
  for await (const rows of pagesBehind(ask)) seen.push(...rows.map(({ id }) => id))
  expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('of nothing comes nothing', async () => {
  for await (const rows of pagesBehind(async () => [])) expect(rows).toBe('nothing')
})
