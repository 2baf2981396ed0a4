import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../database/database.ts'
import { type AllMigrations, migrationsAt } from '../database/dialect.ts'
import { inspectFile } from '../database/snapshot.sqlite.ts'
import { OperationError } from './operation-error.ts'
import { restoreBackup } from './restore.ts'
import { inventedSource, minuteClock, restoreOrder, sourcesOf, testFolder, townDatabase } from './testing.ts'
import { upgradeDatabase, type UpgradeOrder } from './upgrade.ts'

/** The schema as it was before one backend served a whole state. */
const before: AllMigrations = Object.fromEntries(
  Object.entries(migrationsAt('sqlite:')).filter(([name]) => name < '0020'),
)
const next = (up: AllMigrations[string]['up']): AllMigrations => ({
  ...migrationsAt('sqlite:'),
  '9999-next': { up },
})

const addingColumn = next(async (db) => {
  await db.schema.alterTable('source').addColumn('mood', 'text').execute()
  await sql`update source set mood = 'calm'`.execute(db)
})
const failing = next(async (db) => {
  await sql`delete from source`.execute(db)
  await db.schema.dropTable('unit').execute()
  throw new Error('the column cannot be added')
})
/** Not even a transaction holds what a migration commits by itself. */
const failingForGood = next(async (db) => {
  await sql`delete from source`.execute(db)
  await sql`commit`.execute(db)
  throw new Error('no way back')
})

function upgrade(path: string, folder: string, migrations: AllMigrations) {
  const lines: string[] = []
  const database = openDatabase(`sqlite:${path}`)
  const close = () => database.close().catch(() => {})
  onTestFinished(close)
  const order: UpgradeOrder = {
    ...{ database, file: path, backups: join(folder, 'backups'), program: '1.2.3', migrations },
    ...{ now: minuteClock(), say: (line) => void lines.push(line) },
  }
  return { lines, close, done: upgradeDatabase(order) }
}

test('a database that has a later change already gets the earlier one as well', async () => {
  const folder = testFolder()
  const path = await townDatabase(folder, { migrations: addingColumn })
  const early: AllMigrations[string] = {
    up: (db) => db.schema.createTable('early').addColumn('id', 'text').execute(),
  }
  const { done, close } = upgrade(path, folder, { ...addingColumn, '9998-early': early })
  expect(await done).toEqual(['9998-early'])
  await close()
  expect(inspectFile(path).tables).toMatchObject({ source: 3, early: 0 })
})

describe('a database from before one backend served a whole state', () => {
  test('is backed up, brought up to date with its data, and goes back by that backup', async () => {
    const folder = testFolder()
    const path = await townDatabase(folder, { migrations: before })
    const old = inspectFile(path)
    const { done, lines, close } = upgrade(path, folder, addingColumn)
    expect(await done).toContain('9999-next')
    await close()
    expect(inspectFile(path).tables).toMatchObject({ source: 3 })
    expect(lines.at(-2)).toMatch(/(\d+) of \1, 9999-next$/)
    const [backup] = readdirSync(join(folder, 'backups'))
    expect(backup).toMatch(/before-upgrade/)
    await restoreBackup(restoreOrder(join(folder, 'backups', backup!), path, { known: Object.keys(before) }))
    expect(inspectFile(path)).toEqual(old)
  })

  test('is up to date afterwards: the next start has nothing to do', async () => {
    const folder = testFolder()
    const path = await townDatabase(folder, { migrations: before })
    const first = upgrade(path, folder, addingColumn)
    await first.done
    await first.close()
    expect(await upgrade(path, folder, addingColumn).done).toEqual([])
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1)
  })
})

describe('an upgrade that fails', () => {
  test.each([
    ['within its transaction', failing, /the column cannot be added/],
    ['after it has committed half of its work', failingForGood, /no transaction is active/],
  ])('%s leaves the database as it was', async (_, migrations, reason) => {
    const folder = testFolder()
    const path = await townDatabase(folder)
    const old = inspectFile(path)
    const { done } = upgrade(path, folder, migrations)
    await expect(done).rejects.toThrow(reason)
    await expect(done).rejects.toThrow(/taken back: the database is as it was/)
    expect(inspectFile(path)).toEqual(old)
    expect(await sourcesOf(path)).toHaveLength(3)
  })

  test('does not put its backup over what another process has upgraded meanwhile', async () => {
    const folder = testFolder()
    const path = await townDatabase(folder)
    const other = openDatabase(`sqlite:${path}`)
    const busy = next(async () => {
      await other.db.insertInto('source').values(inventedSource('other')).execute()
      throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY_SNAPSHOT' })
    })
    await expect(upgrade(path, folder, busy).done).rejects.toThrow(/Another process is at work/)
    await other.close()
    expect(await sourcesOf(path)).toContain('other')
  })
})

describe('no upgrade begins', () => {
  test('where a newer program has written the database', async () => {
    const folder = testFolder()
    const path = await townDatabase(folder, { migrations: addingColumn })
    const { done } = upgrade(path, folder, migrationsAt('sqlite:'))
    await expect(done).rejects.toThrow(OperationError)
    await expect(done).rejects.toThrow(/written by a newer Amtsweg \(schema 9999-next\)/)
  })

  test('with a backup where there is nothing to lose', async () => {
    const folder = testFolder()
    const path = await townDatabase(folder, { sources: 0, migrations: before })
    expect(await upgrade(path, folder, addingColumn).done).toContain('9999-next')
    expect(readdirSync(folder)).not.toContain('backups')
  })
})

test('two processes that start at once upgrade once', async () => {
  const folder = testFolder()
  const path = await townDatabase(folder)
  const results = await Promise.allSettled([
    upgrade(path, join(folder, 'a'), addingColumn).done,
    upgrade(path, join(folder, 'b'), addingColumn).done,
  ])
  const words = results.map((result) =>
    result.status === 'fulfilled' ? result.value.join() : (result.reason as Error).message,
  )
  expect(words.filter((word) => word === '9999-next')).toHaveLength(1)
  expect(words.find((word) => word !== '9999-next')).toMatch(/^$|Another process/)
  expect(await sourcesOf(path)).toHaveLength(3)
})
