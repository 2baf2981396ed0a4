import type { Kysely } from 'kysely'

// Tiers are kept as read, because the responsibilities that follow from them change with every unit.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('executing_tier')
    .addColumn('leistungsschluessel', 'text', (column) => column.notNull())
    .addColumn('region_key', 'text', (column) => column.notNull())
    .addColumn('tier', 'text', (column) => column.notNull())
    .addColumn('typisierung', 'text')
    .addColumn('basis', 'text')
    .addColumn('note', 'text')
    .addColumn('source_id', 'text', (column) => column.notNull().references('source.id'))
    .addPrimaryKeyConstraint('executing_tier_pk', ['leistungsschluessel', 'region_key'])
    .execute()
  await db.schema
    .alterTable('responsibility')
    .addColumn('derived', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
}
