import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shared_rate')
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('client', 'text', (column) => column.notNull())
    .addColumn('window_start', 'text', (column) => column.notNull())
    .addColumn('requests', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('shared_rate_key', ['policy', 'client', 'window_start'])
    .execute()
  await db.schema.createIndex('shared_rate_by_window').on('shared_rate').column('window_start').execute()
  await db.schema
    .createTable('rate_salt')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('salt', 'text', (column) => column.notNull())
    .execute()
}
