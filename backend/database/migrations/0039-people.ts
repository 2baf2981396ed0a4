import type { Kysely } from 'kysely'

// No foreign key to units: whoever works somewhere waits for an office that an import has lost for a while.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('external_key', 'text')
    .addColumn('desk_fields', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('missed', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('withdrawn_on', 'text')
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('invented', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema
    .createIndex('person_by_source')
    .on('person')
    .columns(['source_id', 'origin', 'external_key'])
    .execute()
  await db.schema
    .createTable('person_entry')
    .addColumn('person_id', 'text', (column) =>
      column.primaryKey().references('person.id').onDelete('cascade'),
    )
    .addColumn('sort_key', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('person_entry_in_order')
    .on('person_entry')
    .columns(['sort_key', 'person_id'])
    .execute()
  await db.schema
    .createTable('person_unit')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
    .addColumn('unit_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_unit_pk', ['person_id', 'unit_id'])
    .execute()
  await db.schema.createIndex('person_unit_by_unit').on('person_unit').column('unit_id').execute()
  await db.schema
    .createTable('person_word')
    .addColumn('person_id', 'text', (column) => column.notNull().references('person.id').onDelete('cascade'))
    .addColumn('word', 'text', (column) => column.notNull())
    .addColumn('own', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_word_pk', ['person_id', 'word'])
    .execute()
  await db.schema
    .createIndex('person_word_by_word')
    .on('person_word')
    .columns(['word', 'person_id'])
    .execute()
  // How far a directory was read that tells what has changed since.
  await db.schema
    .createTable('people_sync')
    .addColumn('source_id', 'text', (column) =>
      column.primaryKey().references('source.id').onDelete('cascade'),
    )
    .addColumn('read_until', 'text', (column) => column.notNull())
    .addColumn('complete_at', 'text', (column) => column.notNull())
    .execute()
}
