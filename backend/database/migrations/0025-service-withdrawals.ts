import type { Kysely } from 'kysely'

// Like supplements without a foreign key: a text that comes anew is still not offered where it was switched off.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('service_withdrawal')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('reasons', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addPrimaryKeyConstraint('service_withdrawal_pk', ['service_id', 'region_key'])
    .execute()
  await db.schema
    .createIndex('service_withdrawal_by_region')
    .on('service_withdrawal')
    .column('region_key')
    .execute()
}
