import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Cell, inOrder, type Row, type TableFacts } from './copying.ts'
import type { Db, Trx } from './database.ts'
import { dialectOf } from './dialect.ts'
import { engineOf } from './engine.ts'

/** What was read from or written to one table: SHA-256 over its rows in the order of their key, the same on every engine. */
export interface TableSum {
  readonly table: string
  readonly rows: number
  readonly sha256: string
}

/** Tables that are not copied: they are made of others. */
export const derivedTables: ReadonlySet<string> = new Set([
  'search_change',
  'search_document',
  'search_state',
  'search_stem',
])

/** Tables to be copied, each after those it refers to. */
export const copiedTables = async (db: Db): Promise<readonly TableFacts[]> =>
  inOrder((await dialectOf(db).copying.tables(db)).filter(({ name }) => !derivedTables.has(name)))

/** Names of the tables that hold rows. */
export async function filledTables(db: Db): Promise<readonly string[]> {
  const filled: string[] = []
  for (const { name } of await dialectOf(db).copying.tables(db)) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length > 0) filled.push(name)
  }
  return filled
}

/** Adds up the rows of a table as they pass. */
function summing(table: string) {
  const hash = createHash('sha256')
  let count = 0
  return {
    add(rows: readonly Row[], columns: readonly string[]) {
      for (const row of rows) hash.update(`${JSON.stringify(columns.map((column) => row[column]))}\n`)
      count += rows.length
    },
    sum: (): TableSum => ({ table, rows: count, sha256: hash.digest('hex') }),
  }
}

/** What a table holds now. */
export async function sumTable(trx: Db, table: TableFacts): Promise<TableSum> {
  const summed = summing(table.name)
  for await (const rows of dialectOf(trx).copying.read(trx, table)) summed.add(rows, table.columns)
  return summed.sum()
}

/** Writes all rows of a table into another database; what was read, as the other one can hold it. */
export async function copyTable(from: Db, to: Db, table: TableFacts): Promise<TableSum> {
  const summed = summing(table.name)
  const fit = engineOf(to) === 'postgres' ? withoutNul : (row: Row) => row
  for await (const some of dialectOf(from).copying.read(from, table)) {
    const rows = some.map(fit)
    summed.add(rows, table.columns)
    await to
      .insertInto(table.name as never)
      .values(rows as never)
      .execute()
  }
  return summed.sum()
}

/** PostgreSQL keeps no NUL: the same sign stands for it as wherever texts are written there. */
const withoutNul = (row: Row): Row =>
  Object.values(row).some(hasNul)
    ? Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, clean(cell)]))
    : row
const hasNul = (cell: Cell) => typeof cell === 'string' && cell.includes('\0')
const clean = (cell: Cell) => (typeof cell === 'string' ? cell.replaceAll('\0', '\ufffd') : cell)

/** Lets keys that the database makes go on after those that were written. */
export const settleCounters = (trx: Db): Promise<void> => dialectOf(trx).copying.settleCounters(trx)

/** Works on one moment of a database; others may go on writing there. */
export const atOneMoment = <Result>(db: Db, work: (trx: Trx) => Promise<Result>): Promise<Result> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work)
