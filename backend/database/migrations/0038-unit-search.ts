import type { Kysely } from 'kysely'

// What units are found by and sorted by. Made of the units themselves after imports, edits and, where it is missing, at the start.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unit_entry')
    .addColumn('unit_id', 'text', (column) => column.primaryKey().references('unit.id').onDelete('cascade'))
    .addColumn('sort_key', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('unit_entry_in_order')
    .on('unit_entry')
    .columns(['sort_key', 'unit_id'])
    .execute()
  await db.schema
    .createTable('unit_word')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id').onDelete('cascade'))
    .addColumn('word', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_word_pk', ['unit_id', 'word'])
    .execute()
  await db.schema.createIndex('unit_word_by_word').on('unit_word').columns(['word', 'unit_id']).execute()
  await db.schema.createIndex('unit_by_parent').on('unit').column('parent_id').execute()
}
