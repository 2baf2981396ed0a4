import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copyCommand } from './copy-cli.ts'
import { type OpenDatabase, openDatabase } from './database/database.ts'
import { testDatabaseUrl } from './database/testing.ts'
import { runImport } from './import/index.ts'
import { copyDatabase } from './operation/copy.ts'
import { testFolder } from './operation/testing.ts'
import { upgradeDatabase } from './operation/upgrade.ts'
import { derivations, planFolder } from './profiles.ts'
import { upgradeOrder } from './upgrade-order.ts'
import { rebuildSearchIndex, searchServices } from './wayfinding/index.ts'

const demoData = join(import.meta.dirname, '..', 'demo-site', 'data')
const newFile = () => `sqlite:${join(testFolder(), 'copy.sqlite')}`

/** A database of that address with the schema of this program. */
async function open(url: string): Promise<OpenDatabase> {
  const database = openDatabase(url)
  onTestFinished(() => database.close())
  const order = upgradeOrder({ databaseUrl: url, backupFolder: '' }, { now: () => new Date(), say: () => {} })
  await upgradeDatabase({ ...order, database })
  return database
}

async function copy(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = []
  await copyCommand(args, { environment: {}, say: (line) => lines.push(line) })
  return lines
}

/** Lines that tell a table, its rows and its checksum. */
const tables = (lines: readonly string[]) => lines.filter((line) => / [0-9a-f]{64}$/.test(line))

describe('a copy', () => {
  test('of all demo data to PostgreSQL and back is the same, finds the same, and goes on counting', async () => {
    const [first, server, back] = [newFile(), await testDatabaseUrl(), newFile()]
    const one = await open(first)
    await runImport(one.db, planFolder(demoData).steps, { derivations })
    const there = tables(await copy('--from', first, '--to', server))
    expect(there.find((line) => line.startsWith('service '))).toMatch(/ 76 /)
    expect(tables(await copy('--from', server, '--to', back))).toEqual(there)

    const found = async ({ db }: OpenDatabase) =>
      (await searchServices(db, { q: 'hund anmelden', lang: 'de', day: '2026-11-23', limit: 10 }))?.items
    const other = await open(server)
    expect((await found(one))?.[0]?.id).toBe('mv-hundesteuer')
    expect(await found(other)).toEqual(await found(one))
    const place = { name: 'Neu', region_key: '13', source_id: 'amtsweg-demo' }
    const last = await one.db
      .selectFrom('place')
      .select('id')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const added = await other.db.insertInto('place').values(place).returning('id').executeTakeFirst()
    expect(added?.id).toBe((last?.id ?? 0) + 1)
  })

  test('keeps every text and number there can be', async () => {
    const text = fc
      .string({ unit: 'binary', maxLength: 20 })
      .map((any) => any.toWellFormed().replaceAll('\0', ''))
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    const rows = fc.record({
      sources: fc.uniqueArray(text, { minLength: 1, maxLength: 20 }),
      terms: fc.array(fc.tuple(text, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), number), {
        maxLength: 300,
      }),
    })
    await fc.assert(
      fc.asyncProperty(rows, async ({ sources, terms }) => {
        const [first, server, back] = [
          await open(newFile()),
          openDatabase(await testDatabaseUrl()),
          openDatabase(newFile()),
        ]
        const more = { rebuild: rebuildSearchIndex, say: () => {} }
        try {
          for (const [index, id] of sources.entries())
            await first.db
              .insertInto('source')
              .values({ id, name: id, publisher: index % 2 ? id : null, invented: 0, imported_at: '' })
              .execute()
          for (const [norm, hit_id, weight] of terms)
            await first.db.insertInto('place_term').values({ norm, hit_id, whole: 0, weight }).execute()
          const there = await copyDatabase({ from: first, to: server, ...more })
          expect(await copyDatabase({ from: server, to: back, ...more })).toEqual(there)
        } finally {
          await server.close()
          await back.close()
        }
      }),
      { numRuns: 4 },
    )
  })

  test('replaces the one sign that PostgreSQL cannot keep', async () => {
    const [first, server] = [newFile(), await testDatabaseUrl()]
    const { db } = await open(first)
    await db.insertInto('source').values({ id: 'a', name: 'a\0b', invented: 0, imported_at: '' }).execute()
    await copy('--from', first, '--to', server)
    expect((await (await open(server)).db.selectFrom('source').select('name').execute())[0]?.name).toBe(
      'a\ufffdb',
    )
  })
})

describe('is refused, and nothing is changed', () => {
  test('where the target holds data', async () => {
    const [first, server] = [newFile(), await testDatabaseUrl()]
    await open(first)
    const { db } = await open(server)
    await db.insertInto('source').values({ id: 'a', name: 'a', invented: 0, imported_at: '' }).execute()
    await expect(copy('--from', first, '--to', server)).rejects.toThrow(
      /is not empty \(source\): name a new one/,
    )
  })

  test('where something cannot be written', async () => {
    const [first, server] = [newFile(), await testDatabaseUrl()]
    const { db } = await open(first)
    await db
      .insertInto('source')
      .values({ id: 'a', name: 'a', invented: 2 ** 40, imported_at: '' })
      .execute()
    await expect(copy('--from', first, '--to', server)).rejects.toThrow(
      /The table source could not be copied/,
    )
    expect(await (await open(server)).db.selectFrom('source').selectAll().execute()).toEqual([])
  })

  test('where the source is nothing of ours, or of another version', async () => {
    const server = await testDatabaseUrl()
    await expect(copy('--from', `sqlite:${join(testFolder(), 'none')}`, '--to', server)).rejects.toThrow(
      /no database at/,
    )
    const old = newFile()
    await openDatabase(old).close()
    await expect(copy('--from', old, '--to', server)).rejects.toThrow(/no data of Amtsweg/)
    const { db } = await open(old)
    await db
      .deleteFrom('kysely_migration' as never)
      .where('name' as never, '>', '0030' as never)
      .execute()
    await expect(copy('--from', old, '--to', server)).rejects.toThrow(/older version: run "amtsweg upgrade"/)
  })

  test.each([
    [['--from', 'sqlite:a'], /--to is missing/],
    [['--from', 'mysql://a:geheim@b/c', '--to', 'sqlite:b'], /^--from is an address such as sqlite/],
    [['--from', 'sqlite:a', '--to', 'sqlite::memory:'], /^--to is an address/],
    [['--from', 'sqlite:a', '--to', 'sqlite:a'], /name the same database/],
  ])('for %j', async (args, words) => {
    await expect(copy(...args)).rejects.toThrow(words)
    await expect(copy(...args)).rejects.not.toThrow(/geheim/)
  })

  test('where nobody answers', async () => {
    const args = ['--from', 'postgres://a:geheim@127.0.0.1:1/b', '--to', newFile()]
    await expect(copy(...args)).rejects.toThrow(/^The database server cannot be reached/)
    await expect(copy(...args)).rejects.not.toThrow(/geheim/)
  })
})
