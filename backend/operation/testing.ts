import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { migrate, openDatabase } from '../database/database.ts'
import { type AllMigrations, migrationsAt } from '../database/dialect.ts'
import { type BackupOrder, createBackup } from './backup.ts'
import type { RestoreOrder } from './restore.ts'

/** A folder that goes away with the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amtsweg-operation-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An invented source: something to count. */
export const inventedSource = (id: string) => ({
  id,
  name: `Invented ${id}`,
  invented: 1,
  imported_at: '2026-11-01T00:00:00.000Z',
})

/** A database on disk with some invented rows, closed. */
export async function townDatabase(
  folder: string,
  {
    sources = 3,
    migrations = migrationsAt('sqlite:'),
  }: { sources?: number; migrations?: AllMigrations } = {},
): Promise<string> {
  const path = join(folder, 'town.sqlite')
  const { db, close } = openDatabase(`sqlite:${path}`)
  await migrate(db, { migrations })
  const rows = Array.from({ length: sources }, (_, index) => inventedSource(`source-${index}`))
  if (rows.length > 0) await db.insertInto('source').values(rows).execute()
  await close()
  return path
}

/** Ids of the sources a database holds. */
export async function sourcesOf(path: string): Promise<readonly string[]> {
  const { db, close } = openDatabase(`sqlite:${path}`)
  try {
    const rows = await db.selectFrom('source').select('id').orderBy('id').execute()
    return rows.map(({ id }) => id)
  } finally {
    await close()
  }
}

/** A clock that is a minute later each time it is looked at. */
export function minuteClock(start = '2026-11-25T03:00:00.000Z'): () => Date {
  let time = Date.parse(start)
  return () => new Date((time += 60_000))
}

/** A backup of a database beside it. */
export const backUp = (database: string, folder: string, order: Partial<BackupOrder> = {}) =>
  createBackup({
    ...{ database, folder: join(folder, 'backups'), kind: 'manual', program: '1.2.3' },
    ...{ now: minuteClock(), say: () => {}, ...order },
  })

/** What a restore needs, with this program's own schema. */
export const restoreOrder = (
  backup: string,
  database: string,
  order: Partial<RestoreOrder> = {},
): RestoreOrder => ({
  ...{ backup, database, known: Object.keys(migrationsAt('sqlite:')), now: minuteClock(), say: () => {} },
  ...order,
})
