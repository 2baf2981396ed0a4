import type { InsertObject } from 'kysely'
import type { Trx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { type ImportContext, insertAll } from '../import/index.ts'

type Cell = string | number | null
type Row = Readonly<Record<string, Cell>> & { readonly source_id: string }
type Synced = 'area' | 'area_successor' | 'postcode_area' | 'place' | 'street'

/** How the rows of a file become those of a table. */
export interface Sync {
  readonly table: Synced
  /** Columns that name a row. */
  readonly keys: readonly string[]
  readonly rows: readonly Row[]
  /** A file speaks for the scopes it has rows in, such as its Laender; other rows of its source stay. */
  readonly scope: (row: Row) => string
  /** Rows of other sources: `take` makes them ours, `yield` leaves them as they are. */
  readonly foreign: 'take' | 'yield'
  /** What becomes of rows the file no longer has; they are deleted unless this is given. */
  readonly vanish?: (keys: readonly Cell[][]) => Promise<void>
}

/**
 * Makes the rows of a source equal to its file: inserts what is new, updates what differs, removes what has gone. Columns
 * that the rows do not name stay as they are. Importing the same file again writes nothing.
 */
export async function syncRows(context: ImportContext, sync: Sync): Promise<void> {
  const { trx, source, count } = context
  const { table, keys, rows, scope, foreign } = sync
  const nameOf = (row: Row) => keys.map((key) => row[key]).join('\u0000')
  const present = new Map((await readAll(trx, table)).map((row) => [nameOf(row), row]))
  const scopes = new Set(rows.map(scope))
  // Areas that have ended stay, though no file lists them any more.
  const own = [...present.values()].filter(
    (row) => row.source_id === source.id && !row['ended_by'] && scopes.has(scope(row)),
  )

  const wanted = new Map(rows.map((row) => [nameOf(row), row]))
  const fresh: Row[] = []
  const changed: Row[] = []
  for (const [name, row] of wanted) {
    const known = present.get(name)
    const yields = known && known.source_id !== source.id && foreign === 'yield'
    if (!known) fresh.push(row)
    else if (!yields && differs(row, known)) changed.push(row)
  }
  const gone = own.filter((row) => !wanted.has(nameOf(row)))

  context.guardDeletions(own.length, gone.length)
  const goneKeys = gone.map((row) => keys.map((key) => row[key] ?? null))
  if (sync.vanish) await sync.vanish(goneKeys)
  else await remove(trx, table, keys, goneKeys)
  await insertAll(trx, table, fresh as never as InsertObject<Schema, Synced>[])
  await update(trx, table, keys, changed)
  count('written', fresh.length + changed.length)
  count('deleted', gone.length)
}

const differs = (row: Row, known: Row) => Object.keys(row).some((column) => row[column] !== known[column])

async function readAll(trx: Trx, table: Synced): Promise<readonly Row[]> {
  return (await trx.selectFrom(table).selectAll().execute()) as never
}

async function remove(trx: Trx, table: Synced, keys: readonly string[], gone: readonly Cell[][]) {
  for (const values of gone) {
    let query = trx.deleteFrom(table)
    keys.forEach((key, index) => {
      const value = values[index] ?? null
      query = query.where(key as never, value === null ? 'is' : '=', value as never)
    })
    await query.execute()
  }
}

async function update(trx: Trx, table: Synced, keys: readonly string[], changed: readonly Row[]) {
  for (const row of changed) {
    let query = trx.updateTable(table).set(row as never)
    for (const key of keys) query = query.where(key as never, '=', row[key] as never)
    await query.execute()
  }
}
