import type { Kysely } from 'kysely'

// Only websites that enough different networks have asked from are ever written here: docs/decisions/0065.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('embedding_count')
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('widget', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('requests', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('embedding_count_pk', ['period', 'host', 'widget', 'region_key'])
    .execute()
}
