import type { Kysely } from 'kysely'

/** Search documents carry what scoring reads, stems are numbered. All of it is derived: the next start builds it anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('search_document').execute()
  await db.schema.dropTable('search_stem').execute()
  await db.schema.dropTable('search_state').execute()
  await db.schema
    .createTable('search_document')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('service_id', 'text', (column) =>
      column.notNull().references('service.id').onDelete('cascade'),
    )
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('keywords', 'text', (column) => column.notNull())
    .addColumn('names', 'text', (column) => column.notNull())
    .addColumn('words', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text')
    .addColumn('service_keys', 'text', (column) => column.notNull())
    .addColumn('source_id', 'text', (column) => column.notNull())
    .addColumn('richness', 'integer', (column) => column.notNull())
    .addColumn('citizen', 'integer', (column) => column.notNull())
    .addColumn('business', 'integer', (column) => column.notNull())
    .addColumn('valid_from', 'text')
    .addColumn('valid_to', 'text')
    .addColumn('letter', 'text', (column) => column.notNull())
    .addColumn('bag', 'text', (column) => column.notNull())
    .addUniqueConstraint('search_document_once', ['service_id', 'lang'])
    .execute()
  await db.schema
    .createTable('search_stem')
    .addColumn('number', 'integer', (column) => column.primaryKey())
    .addColumn('stem', 'text', (column) => column.notNull())
    .addColumn('frequency', 'integer', (column) => column.notNull())
    .addColumn('written', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('search_state')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('documents', 'integer', (column) => column.notNull())
    .addColumn('lengths', 'text', (column) => column.notNull())
    .execute()
}
