import type { Kysely } from 'kysely'

// Whoever has sent a file stays known when somebody else has it applied: else, where that comes to nothing, the sender is nobody any more,
// and could apply it alone.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('upload').addColumn('applied_by', 'text').execute()
}
