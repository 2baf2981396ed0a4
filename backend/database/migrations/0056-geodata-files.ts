import type { Kysely } from 'kysely'

// A file of geodata says how it is to be read, and its report is another than that of records. Versions that once were public are kept for
// an undo; others go with the file they came by.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('upload').addColumn('options', 'text').execute()
  await db.schema.alterTable('geo_version').addColumn('published_at', 'text').execute()
}
