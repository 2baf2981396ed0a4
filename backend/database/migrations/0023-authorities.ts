import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('authority')
    .addColumn('id', 'text', (column) => column.primaryKey())
    // An area has one administration: whose it is must never depend on the order of rows.
    .addColumn('region_key', 'text', (column) => column.notNull().unique())
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('logo_url', 'text')
    .addColumn('languages', 'text', (column) => column.notNull())
    .addColumn('holidays_land', 'text', (column) => column.notNull())
    .addColumn('origins', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
}
