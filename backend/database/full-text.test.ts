import { expect, test } from 'vitest'
import { dialectOf } from './dialect.ts'
import { type FullTextTerm, mayExceed } from './full-text.ts'
import { openTestDatabase } from './testing.ts'

const term = (stem: string, frequency: number): FullTextTerm => ({
  stem,
  prefix: false,
  rarity: 1,
  frequency,
})

test.each([
  { frequencies: [], limit: 0, chosen: false },
  { frequencies: [2], limit: 2, chosen: false },
  { frequencies: [3], limit: 2, chosen: true },
  { frequencies: [1, 2], limit: 2, chosen: true },
])('of documents with terms in $frequencies an engine chooses for $limit: $chosen', (row) => {
  const terms = row.frequencies.map((frequency, at) => term(`t${at}`, frequency))
  expect(mayExceed(terms, row.limit)).toBe(row.chosen)
})

test('where there is no room for all, documents with the term in the title are fetched', async () => {
  const { db } = await openTestDatabase()
  const document = (id: number, title: string, body: string) => ({ id, title, keywords: '', body, scope: '' })
  await dialectOf(db).fullText.addDocuments(db, [
    document(1, 'eins', 'hund'),
    document(2, 'zwei', 'hund'),
    document(3, 'hund', 'drei'),
  ])
  expect(await dialectOf(db).fullText.fetch(db, [term('hund', 3)], [], 1)).toEqual([3])
  expect(await dialectOf(db).fullText.fetch(db, [term('hund', 3)], [], 3)).toHaveLength(3)
})
