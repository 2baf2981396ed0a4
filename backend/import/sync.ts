import type { InsertObject } from 'kysely'
import type { Db } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { ImportContext } from './profile.ts'

/** Tables whose rows have one id of ours and belong to one source. */
type Owned =
  | 'person'
  | 'unit'
  | 'life_situation'
  | 'service_supplement'
  | 'checklist'
  | 'life_situation_mapping'
  | 'life_situation_setting'
  | 'keyword_reference'
type Cell = string | number | null
export type OwnedRow = { readonly id: string; readonly source_id: string } & Readonly<Record<string, Cell>>

/** A row and the line of the file it comes from. */
export interface RowAt<Row> {
  readonly line: number
  readonly row: Row
}

const chunk = 500

/**
 * Makes the rows of the source equal to those of its file and writes only what differs; returns the ids it took. A row of
 * another source keeps its id. Rows are updated in place, never replaced, as others hang on them. Where a source comes in
 * several files, `batch` names this one and only its rows can vanish.
 */
export async function syncOwned<Row extends OwnedRow>(
  context: ImportContext,
  table: Owned,
  rows: readonly RowAt<Row>[],
  batch?: string,
): Promise<ReadonlySet<string>> {
  const { trx, source } = context
  const present = (await trx.selectFrom(table).selectAll().execute()) as unknown as readonly OwnedRow[]
  const known = new Map(present.map((row) => [row.id, row]))
  const wanted = new Map<string, Row>()
  for (const { line, row } of rows) {
    const owner = known.get(row.id)?.source_id ?? source.id
    if (wanted.has(row.id))
      context.reject(line, `The id ${row.id} stands in the file twice`, row.id, { code: 'duplicate' })
    else if (owner !== source.id)
      context.reject(line, `The id ${row.id} belongs to the source ${owner}`, row.id, { code: 'taken' })
    else wanted.set(row.id, row)
  }
  const own = present.filter(
    (row) => row.source_id === source.id && (batch === undefined || row['batch'] === batch),
  )
  const gone = context.tenant?.keepsRest ? [] : own.filter((row) => !wanted.has(row.id)).map((row) => row.id)
  const changed = [...wanted.values()].filter((row) => differs(row, known.get(row.id)))
  context.guardDeletions(own.length, gone.length)
  for (let from = 0; from < gone.length; from += chunk)
    await trx
      .deleteFrom(table)
      .where('id', 'in', gone.slice(from, from + chunk))
      .execute()
  await upsert(trx, table, changed)
  context.count('deleted', gone.length)
  context.count('written', changed.length)
  return new Set(wanted.keys())
}

const differs = (row: OwnedRow, known: OwnedRow | undefined): boolean =>
  !known || Object.keys(row).some((column) => row[column] !== known[column])

async function upsert(trx: Db, table: Owned, rows: readonly OwnedRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  for (let from = 0; from < rows.length; from += chunk)
    await trx
      .insertInto(table)
      .values(rows.slice(from, from + chunk) as never as InsertObject<Schema, Owned>[])
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((eb) =>
            Object.fromEntries(columns.map((column) => [column, eb.ref(`excluded.${column}` as never)])),
          ),
      )
      .execute()
}
