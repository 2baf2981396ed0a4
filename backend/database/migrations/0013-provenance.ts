import { type Kysely, sql } from 'kysely'

// Who wrote a text and when. Supplements no longer go with the service: a text that its publisher takes back and brings
// again (loesche, schreibe) must not cost a town what it has added.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('service').addColumn('author', 'text').execute()
  for (const table of ['service_text', 'service_part']) {
    await db.schema.alterTable(table).addColumn('author', 'text').execute()
    await db.schema.alterTable(table).addColumn('updated_at', 'text').execute()
  }
  await db.schema
    .createTable('service_supplement_kept')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('html', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('mode', 'text', (column) => column.notNull().defaultTo('addition'))
    .addColumn('author', 'text')
    .addColumn('updated_at', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .execute()
  const columns = sql.raw('id, service_id, region_key, lang, code, html, content, source_id')
  await sql`insert into service_supplement_kept (${columns}) select ${columns} from service_supplement`.execute(
    db,
  )
  await db.schema.dropTable('service_supplement').execute()
  await db.schema.alterTable('service_supplement_kept').renameTo('service_supplement').execute()
  await db.schema
    .createIndex('service_supplement_by_service')
    .on('service_supplement')
    .columns(['service_id', 'lang'])
    .execute()
}
