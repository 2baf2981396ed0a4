import type { Kysely } from 'kysely'

// What was there before a change, for as long as it can be undone; the trail of changes keeps hashes only, and for good.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('authority')
    .addColumn('four_eyes', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()

  await db.schema
    .createTable('edit_history')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('authority_id', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text')
    .addColumn('clerk_id', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('kept', 'integer', (column) => column.notNull())
    .addColumn('undoes', 'integer')
    .execute()
  await db.schema
    .createIndex('edit_history_address')
    .on('edit_history')
    .columns(['authority_id', 'address', 'seq'])
    .execute()
  await db.schema.createIndex('edit_history_at').on('edit_history').column('at').execute()

  await db.schema
    .createTable('edit_draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('wanted', 'text')
    .addColumn('based_on', 'text')
    .addColumn('base', 'text')
    .addColumn('note', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('authors', 'text', (column) => column.notNull())
    .addColumn('submitted_by', 'text')
    .addColumn('approved_by', 'text')
    .addColumn('released_by', 'text')
    .addColumn('reason', 'text')
    .addColumn('publish_at', 'text')
    .addColumn('published', 'integer')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('edit_draft_authority')
    .on('edit_draft')
    .columns(['authority_id', 'updated_at', 'id'])
    .execute()
  await db.schema.createIndex('edit_draft_due').on('edit_draft').columns(['state', 'publish_at']).execute()
}
