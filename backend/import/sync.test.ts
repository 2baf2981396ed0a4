import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError, type ImportProfile } from './profile.ts'
import { syncOwned } from './sync.ts'
import { importContent } from './testing.ts'

const taken: string[][] = []

/** Reads lines "id name" as life situations. */
const lines: ImportProfile = {
  name: 'lines',
  summary: '',
  touches: [],
  source: { id: 'one', name: 'One', invented: false },
  run: async (file, context) => {
    const rows = file.lines().map((text, index) => {
      const [id = '', name = ''] = text.split(' ')
      context.count('read')
      const names = JSON.stringify({ de: name })
      return {
        line: index + 1,
        row: { id, parent_id: null, names, icon: null, position: 1, source_id: context.source.id },
      }
    })
    taken.push([...(await syncOwned(context, 'life_situation', rows))])
  },
}
const read = (db: Db, content: string, id = 'one', force = false) =>
  importContent(db, { profile: lines, content, source: { id }, force })
const held = async (db: Db) =>
  (await db.selectFrom('life_situation').select(['id', 'names', 'source_id']).orderBy('id').execute()).map(
    (row) => [row.id, (JSON.parse(row.names) as { de: string }).de, row.source_id].join(' '),
  )

test('only what differs is written', async () => {
  const { db } = await openTestDatabase()
  expect(await read(db, 'a Eins\nb Zwei\n')).toMatchObject({ written: 2, deleted: 0 })
  expect(await read(db, 'a Eins\nb Zwo\nc Drei\n')).toMatchObject({ written: 2, deleted: 0 })
  expect(await read(db, 'a Eins\nc Drei\n')).toMatchObject({ written: 0, deleted: 1 })
  expect(await held(db)).toEqual(['a Eins one', 'c Drei one'])
})

test('a row of another source keeps its id, and who asks learns what was taken', async () => {
  const { db } = await openTestDatabase()
  await read(db, 'a Eins\n')
  const { rejected } = await read(db, 'a Fremd\nb Zwei\nb Noch\n', 'two')
  expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
    [1, 'The id a belongs to the source one'],
    [3, 'The id b stands in the file twice'],
  ])
  expect(taken.at(-1)).toEqual(['b'])
  expect(await held(db)).toEqual(['a Eins one', 'b Zwei two'])
})

test('many rows are written and deleted in stretches, but not lost without being meant', async () => {
  const { db } = await openTestDatabase()
  const many = Array.from({ length: 1_201 }, (_, index) => `id${index} Name\n`).join('')
  expect(await read(db, many)).toMatchObject({ written: 1_201 })
  await expect(read(db, 'id0 Name\n')).rejects.toThrow(ImportError)
  expect(await held(db)).toHaveLength(1_201)
  expect(await read(db, 'id0 Name\n', 'one', true)).toMatchObject({ written: 0, deleted: 1_200 })
})
