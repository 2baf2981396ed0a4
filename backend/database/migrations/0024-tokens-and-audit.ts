import type { Kysely } from 'kysely'

// The trail refers to tokens and authorities by id only: it outlives both.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('access_token')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority_id', 'text', (column) => column.notNull().references('authority.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scopes', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('last_used_on', 'text')
    .execute()
  await db.schema.createIndex('access_token_by_authority').on('access_token').column('authority_id').execute()
  await db.schema
    .createTable('audit_entry')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('token_id', 'text')
    .addColumn('authority_id', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before_hash', 'text')
    .addColumn('after_hash', 'text')
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('audit_entry_by_authority')
    .on('audit_entry')
    .columns(['authority_id', 'seq'])
    .execute()
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('hash', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
}
