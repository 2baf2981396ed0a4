import type { Kysely } from 'kysely'

// A copy knows whose it is, and what was read of it so far outlives whoever reads it.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['via', 'origin_node'])
    await db.schema.alterTable('geo_collection').addColumn(column, 'text').execute()
  await db.schema
    .createTable('geo_harvest')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('authority_id', 'text', (column) =>
      column.notNull().references('authority.id').onDelete('cascade'),
    )
    .addColumn('collection_id', 'text', (column) =>
      column.notNull().unique().references('geo_collection.id').onDelete('cascade'),
    )
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('kind', 'text')
    .addColumn('token', 'text')
    .addColumn('audience', 'text')
    .addColumn('licence', 'text')
    .addColumn('provider', 'text')
    .addColumn('every_seconds', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('node', 'text')
    .addColumn('step', 'text', (column) => column.notNull())
    .addColumn('version_id', 'integer')
    .addColumn('place', 'text')
    .addColumn('place_done', 'integer', (column) => column.notNull())
    .addColumn('stamp', 'text')
    .addColumn('storage', 'text')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('types', 'text', (column) => column.notNull())
    .addColumn('read_count', 'integer', (column) => column.notNull())
    .addColumn('read_pages', 'integer', (column) => column.notNull())
    .addColumn('read_bytes', 'double precision', (column) => column.notNull())
    .addColumn('matched', 'integer')
    .addColumn('since', 'text')
    .addColumn('published_id', 'integer')
    .addColumn('merged_after', 'integer', (column) => column.notNull())
    .addColumn('tried_at', 'text')
    .addColumn('succeeded_at', 'text')
    .addColumn('changed_at', 'text')
    .addColumn('put_count', 'integer', (column) => column.notNull())
    .addColumn('gone_count', 'integer', (column) => column.notNull())
    .addColumn('error', 'text')
    .execute()
  await db.schema
    .createTable('geo_harvest_staged')
    .addColumn('harvest_id', 'text', (column) =>
      column.notNull().references('geo_harvest.id').onDelete('cascade'),
    )
    .addColumn('ext_id', 'text', (column) => column.notNull())
    .addColumn('content', 'text')
    .addPrimaryKeyConstraint('geo_harvest_staged_pk', ['harvest_id', 'ext_id'])
    .execute()
}
