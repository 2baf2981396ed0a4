import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('checklist')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text')
    .addColumn('mode', 'text', (column) => column.notNull())
    .addColumn('life_situation_id', 'text')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('updated_at', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
}
