import type { InsertObject } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'

/** Both engines bound the values of one statement; SQLite allows 32,766. */
const maxValues = 8000

/** Inserts many rows of one shape in few statements. */
export async function insertAll<Table extends keyof Schema & string>(
  db: Db,
  table: Table,
  rows: readonly InsertObject<Schema, Table>[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const chunk = Math.max(1, Math.floor(maxValues / Object.keys(first).length))
  for (let from = 0; from < rows.length; from += chunk)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + chunk) as never)
      .execute()
}
