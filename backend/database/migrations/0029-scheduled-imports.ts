import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Counted up whenever a lease changes hands: who was away for too long is told from who came after.
  await db.schema
    .alterTable('job')
    .addColumn('fence', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createTable('import_schedule')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('profile', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text')
    .addColumn('source_name', 'text')
    .addColumn('every_seconds', 'integer', (column) => column.notNull())
    .addColumn('paused', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('sources', 'text', (column) => column.notNull().defaultTo(''))
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('checksum', 'text')
    .addColumn('tried_at', 'text')
    .addColumn('succeeded_at', 'text')
    .addColumn('changed_at', 'text')
    .addColumn('read_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('written_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('deleted_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('rejected_count', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addColumn('held', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
