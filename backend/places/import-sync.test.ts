import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { syncRows } from './import-sync.ts'

/** Writes `1923013` for postcode 19230 in region 13, one to a line. */
async function setUp() {
  const { db } = await openTestDatabase()
  const run = (lines: readonly string[], id = 'one', foreign: 'take' | 'yield' = 'yield') =>
    importContent(db, {
      content: lines.join('\n'),
      profile: {
        name: 'pairs',
        summary: 'for this test',
        touches: [],
        source: { id, name: id, invented: true },
        run: async (file, context) => {
          const rows = file
            .lines()
            .map((line) => ({ postcode: line.slice(0, 5), region_key: line.slice(5), source_id: id }))
          context.count('read', rows.length)
          const scope = (row: Readonly<Record<string, unknown>>) => String(row['region_key']).slice(0, 2)
          await syncRows(context, {
            table: 'postcode_area',
            keys: ['postcode', 'region_key'],
            rows,
            scope,
            foreign,
          })
        },
      },
    })
  const read = async () => {
    const rows = await db.selectFrom('postcode_area').selectAll().orderBy('postcode').execute()
    return rows.map((row) => `${row.postcode}${row.region_key} ${row.source_id}`)
  }
  return { run, read }
}

describe('rows of a source become those of its file', () => {
  test('new ones come, gone ones go, the rest stays', async () => {
    const { run, read } = await setUp()
    expect(await run(['1000113', '1000213'])).toMatchObject({ written: 2, deleted: 0 })
    expect(await run(['1000213', '1000313'])).toMatchObject({ written: 1, deleted: 1 })
    expect(await read()).toEqual(['1000213 one', '1000313 one'])
  })

  test('a row that stands twice in the file is one', async () => {
    const { run, read } = await setUp()
    expect(await run(['1000113', '1000113'])).toMatchObject({ written: 1 })
    expect(await read()).toEqual(['1000113 one'])
  })

  test('a file of one Land leaves the others alone', async () => {
    const { run, read } = await setUp()
    await run(['1000113', '2000101'])
    expect(await run(['1000213'])).toMatchObject({ written: 1, deleted: 1 })
    expect(await read()).toEqual(['1000213 one', '2000101 one'])
  })

  test('the rows of another source stay its own, or are taken', async () => {
    const { run, read } = await setUp()
    await run(['1000113'])
    expect(await run(['1000113', '1000213'], 'two')).toMatchObject({ written: 1 })
    expect(await read()).toEqual(['1000113 one', '1000213 two'])
    expect(await run(['1000113', '1000213'], 'two', 'take')).toMatchObject({ written: 1, deleted: 0 })
    expect(await read()).toEqual(['1000113 two', '1000213 two'])
  })

  test('most of them vanishing looks like damage and changes nothing', async () => {
    const { run, read } = await setUp()
    const many = Array.from({ length: 40 }, (_, index) => `${10_000 + index}13`)
    await run(many)
    await expect(run(many.slice(0, 5))).rejects.toThrow(ImportError)
    expect(await read()).toHaveLength(40)
  })
})
