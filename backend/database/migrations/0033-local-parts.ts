import type { Kysely } from 'kysely'

// Like supplements without a foreign key: what a town has said waits for a description that has gone for a while.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('local_part')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addPrimaryKeyConstraint('local_part_pk', ['service_id', 'region_key', 'kind', 'position'])
    .execute()
}
