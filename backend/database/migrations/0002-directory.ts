import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unit')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text')
    .addColumn('general', 'integer', (column) => column.notNull())
    .addColumn('parent_id', 'text')
    .addColumn('lat', 'double precision')
    .addColumn('lon', 'double precision')
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text')
    .addColumn('batch', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  await db.schema.createIndex('unit_by_region').on('unit').columns(['region_key', 'general']).execute()
  await db.schema.createIndex('unit_by_source').on('unit').column('source_id').execute()
  await db.schema
    .createTable('unit_identifier')
    .addColumn('unit_id', 'text', (column) => column.notNull().references('unit.id').onDelete('cascade'))
    .addColumn('scheme_agency_id', 'text', (column) => column.notNull())
    .addColumn('scheme_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_identifier_pk', ['unit_id', 'scheme_agency_id', 'scheme_id', 'value'])
    .execute()
  await db.schema
    .createIndex('unit_identifier_by_value')
    .on('unit_identifier')
    .columns(['scheme_agency_id', 'scheme_id', 'value'])
    .execute()
}
