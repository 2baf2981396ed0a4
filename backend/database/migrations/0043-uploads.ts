import type { Kysely } from 'kysely'

// A file lies here in parts, packed, as text: any process of an installation can take the work up, whichever received it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('upload')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority_id', 'text', (column) =>
      column.notNull().references('authority.id').onDelete('cascade'),
    )
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('complete', 'integer', (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('parts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('bytes', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('packed', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('wanted', 'text')
    .addColumn('report', 'text')
    .addColumn('digest', 'text')
    .addColumn('stale', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('failure', 'text')
    .addColumn('failure_detail', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('kept_until', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('upload_by_authority').on('upload').column('authority_id').execute()
  await db.schema
    .createTable('upload_part')
    .addColumn('upload_id', 'text', (column) => column.notNull().references('upload.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_part_pk', ['upload_id', 'position'])
    .execute()
  await db.schema
    .createTable('upload_rejection')
    .addColumn('upload_id', 'text', (column) => column.notNull().references('upload.id').onDelete('cascade'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('field', 'text')
    .addColumn('record', 'text')
    .addColumn('detail', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('upload_rejection_pk', ['upload_id', 'position'])
    .execute()
}
