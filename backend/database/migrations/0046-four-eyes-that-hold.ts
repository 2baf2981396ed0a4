import { type Kysely, sql } from 'kysely'

// Who has made a token cannot approve of what it writes: docs/decisions/0113. The trail has known of the tokens made before.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('access_token').addColumn('made_by', 'text').execute()
  await sql`update access_token set made_by = (
    select max(clerk_id) from audit_entry where action = 'token.create' and subject = access_token.id
  )`.execute(db)
  await db.schema
    .createTable('four_eyes_end')
    .addColumn('authority_id', 'text', (column) =>
      column.primaryKey().references('authority.id').onDelete('cascade'),
    )
    .addColumn('clerk_id', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .execute()
}
