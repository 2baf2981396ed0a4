import type { Kysely } from 'kysely'

// Whoever follows a collection has to hear that what they have read up to is no place to go on from any more.
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['changes_epoch', 'changes_pruned'])
    await db.schema
      .alterTable('geo_collection')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute()
}
