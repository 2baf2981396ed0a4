import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('authority_origin')
    .addColumn('authority_id', 'text', (column) => column.notNull().references('authority.id'))
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('uses', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('authority_origin_pk', ['authority_id', 'origin'])
    .execute()
  await db.schema.createIndex('authority_origin_by_origin').on('authority_origin').column('origin').execute()
  const known = await sql<{ id: string; origins: string }>`select id, origins from authority`.execute(db)
  for (const { id, origins } of known.rows)
    for (const origin of new Set(origins.split(' ').filter(Boolean)))
      await sql`insert into authority_origin (authority_id, origin, uses) values (${id}, ${origin}, '')`.execute(
        db,
      )
  await db.schema.alterTable('authority').dropColumn('origins').execute()
}
