import { sql } from 'kysely'
import { type Copying, type Row, rowsAtOnce, type TableFacts } from './copying.ts'

interface Found {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: readonly string[] | null
  readonly after: readonly string[] | null
}

export const postgresCopying: Copying = {
  async tables(db) {
    const { rows } = await sql<Found>`
      select c.relname as name,
        (select array_agg(a.attname::text order by a.attname collate "C") from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
        (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
          from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
          where i.indrelid = c.oid and i.indisprimary) as key,
        (select array_agg(distinct o.relname::text) from pg_constraint f join pg_class o on o.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f') as after
      from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and c.relname not like 'kysely%' and c.relname not in ('data_change', 'search_text')
      order by c.relname collate "C"`.execute(db)
    return rows.map(({ name, columns, key, after }): TableFacts => ({
      name,
      columns,
      order: key ?? columns,
      after: after ?? [],
    }))
  },

  async *read(trx, { name, columns, order }) {
    await sql`declare copied no scroll cursor for select ${sql.join(columns.map((one) => sql.ref(one)))}
      from ${sql.table(name)} order by ${sql.join(order.map((one) => sql.ref(one)))}`.execute(trx)
    for (;;) {
      const { rows } = await sql<Row>`fetch ${sql.lit(rowsAtOnce)} from copied`.execute(trx)
      if (rows.length === 0) break
      yield rows
    }
    await sql`close copied`.execute(trx)
  },

  async settleCounters(trx) {
    const { rows } = await sql<{ table: string; column: string; counter: string }>`
      select c.relname as "table", a.attname as "column",
        pg_get_serial_sequence(quote_ident(c.relname), a.attname) as counter
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'data_change'`.execute(
      trx,
    )
    for (const { table, column, counter } of rows)
      await sql`select setval(${counter}, coalesce(max(${sql.ref(column)}), 0) + 1, false) from ${sql.table(table)}`.execute(
        trx,
      )
  },
}
