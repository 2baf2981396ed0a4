import type { CompiledQuery, InsertObject } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

/** Both engines bound the values of one statement; SQLite allows 32,766. */
const maxValues = 8000
/**
 * Rows of one statement. Few sizes mean few statements: the database keeps each it has prepared, with the values it was last
 * given, and a statement for every number of rows would fill the memory.
 */
const sizes = [256, 32, 4, 1] as const

interface InsertOptions {
  /** Columns that tell a row there is already, and those that it then takes from the new one. */
  readonly conflict?: { readonly on: string; readonly update: readonly string[] }
}

/** Inserts many rows in few statements; what a row does not say is null. */
export async function insertAll<Table extends keyof Schema & string>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Schema, Table>[],
  { conflict }: InsertOptions = {},
): Promise<void> {
  const named = new Set<string>()
  for (const row of rows) for (const column in row) named.add(column)
  const columns = [...named]
  const most = Math.max(1, Math.floor(maxValues / columns.length))
  const cells = rows as readonly Readonly<Record<string, unknown>>[]
  let from = 0
  while (from < cells.length) {
    const left = cells.length - from
    const count = sizes.find((size) => size <= left && size <= most) ?? 1
    const parameters: unknown[] = []
    for (const row of cells.slice(from, from + count))
      for (const column of columns) parameters.push(row[column] ?? null)
    await db.executeQuery({ ...statement(db, table, columns, count, conflict), parameters })
    from += count
  }
}

const known = new WeakMap<Db, Map<string, CompiledQuery>>()

/** Thousands of placeholders are written out once for a connection or transaction, not each time. */
function statement(
  db: Db,
  table: keyof Schema & string,
  columns: readonly string[],
  count: number,
  conflict: InsertOptions['conflict'],
): CompiledQuery {
  const ofDb = known.get(db) ?? new Map<string, CompiledQuery>()
  known.set(db, ofDb)
  const key = [table, count, conflict ? 'update' : 'insert', ...columns].join(' ')
  const query = ofDb.get(key) ?? compile(db, table, columns, count, conflict)
  ofDb.set(key, query)
  return query
}

function compile(
  db: Db,
  table: keyof Schema & string,
  columns: readonly string[],
  count: number,
  conflict: InsertOptions['conflict'],
): CompiledQuery {
  const empty = Object.fromEntries(columns.map((column) => [column, null]))
  const insert = db.insertInto(table).values(Array.from({ length: count }, () => empty) as never)
  if (!conflict) return insert.compile()
  return insert
    .onConflict((on) =>
      on
        .column(conflict.on as never)
        .doUpdateSet((eb) =>
          Object.fromEntries(
            conflict.update.map((column) => [column, eb.ref(`excluded.${column}` as never)]),
          ),
        ),
    )
    .compile()
}
