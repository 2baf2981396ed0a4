import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Gaps and overlaps are looked for in one area, not for one service.
  await db.schema.createIndex('responsibility_by_region').on('responsibility').column('region_key').execute()
  // Addresses that somebody of an authority has looked at and wants to be told nothing more about.
  await db.schema
    .createTable('ignored_link')
    .addColumn('authority_id', 'text', (column) =>
      column.notNull().references('authority.id').onDelete('cascade'),
    )
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('ignored_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ignored_link_pk', ['authority_id', 'url'])
    .execute()
}
