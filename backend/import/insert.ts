import type { InsertObject } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

/** Both engines bound the values of one statement; SQLite allows 32,766. */
const maxValues = 8000

/** Inserts many rows in few statements; what a row does not say is null. */
export async function insertAll<Table extends keyof Schema & string>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Schema, Table>[],
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const chunk = Math.max(1, Math.floor(maxValues / columns.length))
  const full = rows.length - (rows.length % chunk)
  const statement = (count: number) => {
    const empty = Object.fromEntries(columns.map((column) => [column, null]))
    return db
      .insertInto(table)
      .values(Array.from({ length: count }, () => empty) as never)
      .compile()
  }
  const run = (query: ReturnType<typeof statement>, some: readonly object[]) => {
    const cells = some as readonly Readonly<Record<string, unknown>>[]
    const parameters = cells.flatMap((row) => columns.map((column) => row[column] ?? null))
    return db.executeQuery({ ...query, parameters })
  }
  // Thousands of placeholders are written out once, not once for each chunk.
  const query = full > 0 ? statement(chunk) : undefined
  for (let from = 0; query && from < full; from += chunk) await run(query, rows.slice(from, from + chunk))
  if (full < rows.length) await run(statement(rows.length - full), rows.slice(full))
}
