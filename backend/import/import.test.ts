import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { readCsv } from './csv.ts'
import { runImport } from './import.ts'
import { ImportError, type ImportProfile } from './profile.ts'
import { listSources } from './source.ts'

const source = { id: 'towns', name: 'Towns', licence: 'CC0', invented: true }

/** Reads `key,name` rows into areas, leaving out rows without a name. */
const towns: ImportProfile = {
  name: 'towns',
  summary: 'for this test',
  touches: ['places'],
  source,
  async run(file, { trx, count, reject, guardDeletions }) {
    const before = await trx.selectFrom('area').select('region_key').execute()
    await trx.deleteFrom('area').execute()
    for (const { line, value } of readCsv(file, ['key', 'name'])) {
      count('read')
      if (!value['name']) reject(line, 'A town needs a name', value['key'])
      else {
        const { key: region_key, name } = value as { key: string; name: string }
        const rest = {
          level: 'gemeinde',
          kind: 'stadt',
          full_name: name,
          uninhabited: 0,
          source_id: 'towns',
        } as const
        await trx
          .insertInto('area')
          .values({ region_key, name, ...rest })
          .execute()
        count('written')
      }
    }
    const after = await trx.selectFrom('area').select('region_key').execute()
    guardDeletions(before.length, before.length - after.length)
  },
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => `${index},Town ${index}\n`).join('')

describe('an import', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'amtsweg-import-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  async function setUp() {
    const { db } = await openTestDatabase()
    const rebuilt: string[] = []
    const derivations = [
      { name: 'places', from: ['places' as const], rebuild: async () => void rebuilt.push('places') },
      { name: 'search', from: ['services' as const], rebuild: async () => void rebuilt.push('search') },
    ]
    const run = (text: string, options = {}) => {
      const path = join(folder, 'towns.csv')
      writeFileSync(path, text)
      return runImport(db, [{ profile: towns, path }], { derivations, ...options })
    }
    const count = async () => (await db.selectFrom('area').select('region_key').execute()).length
    return { db, run, count, rebuilt }
  }

  test('writes the records, the source and what is derived from them', async () => {
    const { db, run, count, rebuilt } = await setUp()
    const [report] = await run(`key,name\n${rows(3)}`)
    expect(report).toMatchObject({ read: 3, written: 3, rejected: [] })
    expect(await count()).toBe(3)
    expect(await listSources(db)).toEqual([{ ...source, importedAt: expect.any(String) as string }])
    expect(rebuilt).toEqual(['places'])
  })

  test('names every rejected record with its line and reason', async () => {
    const { run } = await setUp()
    const [report] = await run('key,name\n1,Wismar\n2,\n')
    expect(report?.rejected).toEqual([{ line: 3, reason: 'A town needs a name', record: '2' }])
  })

  test('changes nothing in a dry run, and still reports', async () => {
    const { run, count } = await setUp()
    const [report] = await run(`key,name\n${rows(3)}`, { dryRun: true })
    expect(report?.written).toBe(3)
    expect(await count()).toBe(0)
  })

  test.each([
    ['a missing column', 'key\n1\n', /lacks the column name/],
    ['a row that is cut off', 'key,name\n1,Wismar\n2', /damaged/],
    ['no rows', 'key,name\n', /no rows/],
    ['bytes that are no text', '\u{0}', /no rows|lacks/],
  ])('with %s changes nothing', async (_, text, words) => {
    const { run, count } = await setUp()
    await run(`key,name\n${rows(2)}`)
    await expect(run(text)).rejects.toThrow(words)
    expect(await count()).toBe(2)
  })

  test('that would delete most of what is there looks truncated and is refused', async () => {
    const { run, count } = await setUp()
    await run(`key,name\n${rows(40)}`)
    await expect(run(`key,name\n${rows(5)}`)).rejects.toThrow(/35 of 40 records would be deleted/)
    expect(await count()).toBe(40)
  })

  test('may delete when the operator insists', async () => {
    const { run, count } = await setUp()
    await run(`key,name\n${rows(40)}`)
    await run(`key,name\n${rows(5)}`, { force: true })
    expect(await count()).toBe(5)
  })

  test('with many rejected records is refused', async () => {
    const { run, count } = await setUp()
    const nameless = Array.from({ length: 20 }, (_, index) => `${100 + index},\n`).join('')
    await expect(run(`key,name\n${rows(20)}${nameless}`)).rejects.toThrow(ImportError)
    expect(await count()).toBe(0)
  })

  test('of two files writes both or none', async () => {
    const { db, count } = await setUp()
    const good = join(folder, 'good.csv')
    writeFileSync(good, 'key,name\n1,Wismar\n')
    const steps = [
      { profile: towns, path: good },
      { profile: towns, path: join(folder, 'missing.csv') },
    ]
    await expect(runImport(db, steps, { derivations: [] })).rejects.toThrow(
      /missing\.csv does not exist: .*\.$/,
    )
    expect(await count()).toBe(0)
  })

  test('lets the records of a retired source make way', async () => {
    const { db, run, count } = await setUp()
    await run(`key,name\n${rows(3)}`)
    await runImport(db, [], { derivations: [], retire: ['towns'] })
    expect(await count()).toBe(0)
    expect(await listSources(db)).toEqual([])
  })

  test('reports what is not ours to hold without taking it for damage', async () => {
    const { db } = await setUp()
    const picky: ImportProfile = {
      ...towns,
      run: async (file, { count, leaveOut }) => {
        for (const { line } of readCsv(file, ['key'])) {
          count('read')
          leaveOut(line, 'A company')
        }
      },
    }
    const path = join(folder, 'companies.csv')
    writeFileSync(path, `key,name\n${rows(40)}`)
    const [report] = await runImport(db, [{ profile: picky, path }], { derivations: [] })
    expect(report?.rejected).toHaveLength(40)
    expect(report?.rejected[0]).toEqual({ line: 2, reason: 'A company', expected: true })
  })

  test('knows the source as the file describes it, as the operator corrects it, and as it was before', async () => {
    const { db } = await setUp()
    const seen: unknown[] = []
    const dated: ImportProfile = {
      ...towns,
      describe: (file) => ({ asOf: file.text().slice(9, 19), publisher: 'File' }),
      run: async (_, { count, previous, source: now }) => {
        count('read')
        seen.push(previous?.asOf, now.asOf, now.publisher)
      },
    }
    for (const day of ['2023-11-30', '2024-12-31']) {
      const path = join(folder, `${day}.csv`)
      writeFileSync(path, `key,name\n${day},x\n`)
      await runImport(db, [{ profile: dated, path, source: { publisher: 'Operator' } }], { derivations: [] })
    }
    expect(seen).toEqual([undefined, '2023-11-30', 'Operator', '2023-11-30', '2024-12-31', 'Operator'])
  })
})
