import { type Kysely, sql } from 'kysely'

// Nothing here says who searched, and no text stands here before enough people have typed it: docs/decisions/0051.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counted_period')
    .addColumn('period', 'text', (column) => column.primaryKey())
    .addColumn('term_key', 'text', (column) => column.notNull())
    .addColumn('clicks_as_of', 'text')
    .execute()
  await db.schema
    .createTable('counted_term')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('text', 'text')
    .addColumn('none', 'integer', (column) => column.notNull())
    .addColumn('unopened', 'integer', (column) => column.notNull())
    .addColumn('opened', 'integer', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('counted_term_by_period').on('counted_term').column('period').execute()
  await db.schema
    .createTable('counted_click')
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('clicks', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('counted_click_pk', ['service_id', 'period'])
    .execute()
  // Names a service by id or Leistungsschluessel and hangs on no row: a re-import of the services must not take it along.
  await db.schema
    .createTable('local_keyword')
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('keyword', 'text', (column) => column.notNull())
    .addColumn('authority', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('local_keyword_pk', ['service', 'lang', 'keyword'])
    .execute()
  await db.schema
    .alterTable('service_keyword')
    .addColumn('local', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema
    .createIndex('service_keyword_local')
    .on('service_keyword')
    .column('local')
    .where(sql.ref('local'), '=', sql.lit(1))
    .execute()
}
