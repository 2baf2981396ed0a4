import { type Kysely, sql } from 'kysely'

// What stands where is worked out anew after imports; what was found out about an address must outlive that.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('link')
    .addColumn('url', 'text', (column) => column.primaryKey())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text')
    .addColumn('checked_at', 'text')
    .addColumn('verdict', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('cause', 'text')
    .addColumn('moved_to', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failing_since', 'text')
    .addColumn('unreachable_on', 'text')
    .execute()
  await db.schema.createIndex('link_due').on('link').column('due_at').execute()
  // Readers ask about every link of a page, and nearly all are fine.
  await sql`create index link_unreachable on link (url) where unreachable_on is not null`.execute(db)
  await db.schema
    .createTable('link_use')
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('owner_id', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('section', 'text', (column) => column.notNull())
    .addColumn('layer', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('owner_name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('link_use_pk', [
      'owner',
      'owner_id',
      'url',
      'section',
      'layer',
      'region_key',
      'lang',
    ])
    .execute()
  await db.schema.createIndex('link_use_by_url').on('link_use').column('url').execute()
  await db.schema
    .createTable('link_host')
    .addColumn('host', 'text', (column) => column.primaryKey())
    .addColumn('held_until', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('job')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
