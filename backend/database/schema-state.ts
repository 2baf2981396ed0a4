import { type Kysely, sql } from 'kysely'
import { DEFAULT_MIGRATION_TABLE } from 'kysely/migration'

/** Which migrations a database has seen, compared with those that this program knows. */
export interface SchemaState {
  readonly applied: readonly string[]
  readonly pending: readonly string[]
  /** Applied by a program newer than this one. */
  readonly unknown: readonly string[]
}

/** What is to be done, and whether this program may touch the database at all. */
export function compareSchema(applied: readonly string[], known: readonly string[]): SchemaState {
  return {
    applied,
    pending: known.filter((name) => !applied.includes(name)).sort(),
    unknown: applied.filter((name) => !known.includes(name)).sort(),
  }
}

/** Names of the migrations that were applied, in their order; none in an empty database. */
export async function appliedMigrations<Tables>(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return []
  const { rows } = await sql<{
    name: string
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)} order by name`.execute(db)
  return rows.map(({ name }) => name)
}
