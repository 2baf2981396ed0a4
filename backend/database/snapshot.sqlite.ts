import { statSync } from 'node:fs'
import SQLite from 'better-sqlite3'

/** What is in a database file. */
export interface FileContents {
  /** What SQLite says about the soundness of the file: `ok`, or what is wrong. */
  readonly integrity: string
  /** Migrations that were applied, in their order. */
  readonly migrations: readonly string[]
  /** Rows of each table; tables that indexes keep for themselves are left out. */
  readonly tables: Readonly<Record<string, number>>
}

/** Everything at once: while pages are left to another turn, each commit of a writer would begin the copy anew. */
const allPages = 0x7fffffff

/**
 * Copies a database that may be read and written meanwhile into a new file: one moment of it, as a whole. Throws what SQLite
 * throws.
 */
export async function takeSnapshot(source: string, target: string): Promise<void> {
  const database = new SQLite(source, { fileMustExist: true })
  try {
    database.pragma('busy_timeout = 10000')
    await database.backup(target, { progress: () => allPages })
  } finally {
    database.close()
  }
  const copy = new SQLite(target, { fileMustExist: true })
  try {
    // One file without a log beside it, so that nothing of it can be forgotten.
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}

/** Opens a database file and tells what is in it; what is no database is not sound. Throws where the user may not open it. */
export function inspectFile(path: string): FileContents {
  const database = new SQLite(path, { fileMustExist: true })
  try {
    const integrity = String(database.pragma('integrity_check(1)', { simple: true }))
    if (integrity !== 'ok') return { integrity, migrations: [], tables: {} }
    const tables = countRows(database)
    const migrations = tables['kysely_migration']
      ? database.prepare('select name from kysely_migration order by name').pluck().all()
      : []
    return { integrity, tables, migrations: migrations as string[] }
  } catch (error) {
    if (/^SQLITE_(?:CANTOPEN|READONLY|PERM)/.test((error as { code?: string }).code ?? '')) throw error
    return { integrity: (error as Error).message, migrations: [], tables: {} }
  } finally {
    database.close()
  }
}

function countRows(database: SQLite.Database): Record<string, number> {
  const names = database
    .prepare(
      `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite~_%' escape '~' order by name`,
    )
    .pluck()
    .all() as string[]
  const count = (name: string) =>
    database
      .prepare(`select count(*) from "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get() as number
  return Object.fromEntries(names.map((name) => [name, count(name)]))
}

/** Bytes of a database with what its log holds; 0 where there is none. */
export const fileBytes = (path: string): number =>
  ['', '-wal'].reduce((sum, end) => sum + (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0), 0)

/** Work on a database that nobody else has open. */
export type Alone = 'alone' | 'in-use' | 'damaged'

/**
 * Runs the work while no other process can have the database open, its log folded into the one file. Where the file is damaged
 * nobody can have it in use; the work runs too. Returns without running it where somebody has it open.
 */
export function whileAlone(path: string, work: () => void): Alone {
  let database: SQLite.Database | undefined
  try {
    database = new SQLite(path, { fileMustExist: true, timeout: 1_000 })
    // SQLite leaves the log only for who is alone.
    if (database.pragma('journal_mode = delete', { simple: true }) === 'wal') {
      database.close()
      return 'in-use'
    }
    database.exec('begin exclusive')
  } catch (error) {
    database?.close()
    const { code = '' } = error as { code?: string }
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'in-use'
    if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT')) throw error
    work()
    return 'damaged'
  }
  try {
    work()
    return 'alone'
  } finally {
    database.close()
  }
}
