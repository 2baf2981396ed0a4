import type { Db } from './database.ts'

export type Cell = string | number | null
/** A row as any engine gives it. */
export type Row = Readonly<Record<string, Cell>>

/** A table that repositories write, as far as copying it needs to know. */
export interface TableFacts {
  readonly name: string
  /** In alphabetical order, so that rows of both engines read alike. */
  readonly columns: readonly string[]
  /** Columns that bring its rows into one order: those of the primary key, or all. */
  readonly order: readonly string[]
  /** Tables that must be filled before. */
  readonly after: readonly string[]
}

/** What copying a database from one engine to another needs of each. */
export interface Copying {
  /** All tables but those that the engine keeps for itself. */
  readonly tables: (db: Db) => Promise<readonly TableFacts[]>
  /** All rows in the order of their key, some at a time; inside a transaction. */
  readonly read: (trx: Db, table: TableFacts) => AsyncIterable<readonly Row[]>
  /** Lets keys that the database makes go on after those that were written. */
  readonly settleCounters: (trx: Db) => Promise<void>
}

/** Rows of one round trip: few, as a single outline has up to a megabyte. */
export const rowsAtOnce = 100

/** Tables in an order in which each comes after those it refers to. */
export function inOrder(tables: readonly TableFacts[]): readonly TableFacts[] {
  const done = new Map<string, TableFacts>()
  const add = (table: TableFacts) => {
    if (done.has(table.name)) return
    for (const name of table.after)
      if (name !== table.name) tables.filter((one) => one.name === name).forEach(add)
    done.set(table.name, table)
  }
  tables.forEach(add)
  return [...done.values()]
}
