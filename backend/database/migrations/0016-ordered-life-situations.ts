import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('life_situation_mapping')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('life_situation_id', 'text', (column) => column.notNull())
    .addColumn('relation', 'text', (column) => column.notNull())
    .addColumn('names', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema
    .createTable('life_situation_setting')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('life_situation_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer')
    .addColumn('hidden', 'integer')
    .addColumn('names', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema
    .createTable('keyword_reference')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('keyword', 'text', (column) => column.notNull())
    .addColumn('sort_key', 'text', (column) => column.notNull())
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('target_sort_key', 'text', (column) => column.notNull())
    .addColumn('target_letter', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema
    .createIndex('keyword_reference_in_order')
    .on('keyword_reference')
    .columns(['lang', 'letter', 'sort_key'])
    .execute()
}
