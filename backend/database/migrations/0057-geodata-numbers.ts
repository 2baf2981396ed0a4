import { type Kysely, sql } from 'kysely'

// A number of a version is never given again: drafts and reports name versions by it, and must not come to mean another file.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('geo_collection')
    .addColumn('last_number', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await sql`update geo_collection set last_number = coalesce(
    (select max(number) from geo_version where collection_id = geo_collection.id), 0)`.execute(db)
}
