import type { Kysely } from 'kysely'

// The desk lists the services of which an authority says something itself.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['service_supplement', 'local_part'])
    await db.schema.createIndex(`${table}_by_region`).on(table).column('region_key').execute()
}
