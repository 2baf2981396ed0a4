import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('xzufi_record')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('scheme_agency_id', 'text', (column) => column.notNull())
    .addColumn('scheme_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addColumn('deleted', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addPrimaryKeyConstraint('xzufi_record_pk', ['kind', 'id'])
    .execute()
  await db.schema
    .createIndex('xzufi_record_by_change')
    .on('xzufi_record')
    .columns(['kind', 'changed_at', 'id'])
    .execute()
  await db.schema.createIndex('xzufi_record_by_source').on('xzufi_record').column('source_id').execute()
  await db.schema
    .createTable('xzufi_reference')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('xzufi_reference_pk', ['kind', 'id', 'role', 'target_id'])
    .addForeignKeyConstraint('xzufi_reference_of', ['kind', 'id'], 'xzufi_record', ['kind', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute()
  await db.schema
    .createIndex('xzufi_reference_by_target')
    .on('xzufi_reference')
    .columns(['target_id', 'role'])
    .execute()
}
