import { type Kysely, sql } from 'kysely'
import { type Copying, type Row, rowsAtOnce } from './copying.ts'

export const sqliteCopying: Copying = {
  async tables(db) {
    // Tables of FTS and R*Tree are `virtual` or `shadow`.
    const { rows } = await sql<{ name: string }>`select name from pragma_table_list
      where schema = 'main' and type = 'table' and name not like 'sqlite~_%' escape '~' and name not like 'kysely~_%' escape '~'
      order by name`.execute(db)
    return Promise.all(
      rows.map(async ({ name }) => {
        const columns = await sql<{
          name: string
          pk: number
        }>`select name, pk from pragma_table_info(${name})
          order by name`.execute(db)
        const others = await sql<{ other: string }>`select distinct "table" as other
          from pragma_foreign_key_list(${name})`.execute(db)
        const all = columns.rows.map((column) => column.name)
        const key = columns.rows.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk)
        return {
          ...{ name, columns: all, after: others.rows.map(({ other }) => other) },
          order: key.length > 0 ? key.map((column) => column.name) : all,
        }
      }),
    )
  },

  async *read(trx, { name, columns, order }) {
    const tables = trx as unknown as Kysely<Record<string, Row>>
    const unordered = tables.selectFrom(name).select([...columns])
    const query = order.reduce((sorted, column) => sorted.orderBy(column), unordered)
    let rows: Row[] = []
    for await (const row of query.stream()) {
      rows.push(row)
      if (rows.length === rowsAtOnce) {
        yield rows
        rows = []
      }
    }
    if (rows.length > 0) yield rows
  },

  // SQLite counts on from whatever was written.
  async settleCounters() {},
}
