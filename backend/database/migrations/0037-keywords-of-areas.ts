import { type Kysely, sql } from 'kysely'

// The same word may be added by several towns: each has its own, and what the command line adds is of no area.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('area_keyword')
    .addColumn('service', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('lang', 'text', (column) => column.notNull())
    .addColumn('keyword', 'text', (column) => column.notNull())
    .addColumn('authority', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('area_keyword_pk', ['service', 'region_key', 'lang', 'keyword'])
    .execute()
  await sql`insert into area_keyword (service, region_key, lang, keyword, authority, added_at)
    select service, '', lang, keyword, authority, added_at from local_keyword`.execute(db)
  await db.schema.dropTable('local_keyword').execute()
  await db.schema.alterTable('area_keyword').renameTo('local_keyword').execute()
}
