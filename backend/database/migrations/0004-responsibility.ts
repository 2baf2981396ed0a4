import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('responsibility')
    .addColumn('service_key', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id').onDelete('cascade'))
    .addColumn('note', 'text')
    .addColumn('basis', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addPrimaryKeyConstraint('responsibility_pk', ['service_key', 'region_key', 'role', 'unit_id'])
    .execute()
  await db.schema.createIndex('responsibility_by_unit').on('responsibility').column('unit_id').execute()
  await db.schema.createIndex('responsibility_by_source').on('responsibility').column('source_id').execute()
}
