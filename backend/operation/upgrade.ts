import { type AllMigrations, migrate, type OpenDatabase } from '../database/database.ts'
import { appliedMigrations, compareSchema } from '../database/schema-state.ts'
import { OperationError } from './operation-error.ts'

/** A database that shall have the schema of this program. */
export interface UpgradeOrder {
  readonly database: OpenDatabase
  /** Its file; undefined where it has none of its own (in memory, PostgreSQL): then nothing is backed up by us. */
  readonly file: string | undefined
  /** Folder of the backup that is made before. */
  readonly backups: string
  readonly program: string
  readonly migrations: AllMigrations
  readonly now: () => Date
  readonly say: (line: string) => void
}

/** What of a schema is to be done. Throws OperationError where a newer program has written the database. */
export async function planUpgrade({
  database,
  migrations,
}: Pick<UpgradeOrder, 'database' | 'migrations'>): Promise<readonly string[]> {
  const applied = await appliedMigrations(database.db)
  const { pending, unknown } = compareSchema(applied, Object.keys(migrations))
  if (unknown.length > 0)
    throw new OperationError(
      `The database was written by a newer Amtsweg (schema ${unknown.at(-1)}) than this one: start the newer version again, or restore the backup made before the upgrade with "amtsweg restore". Nothing was changed.`,
    )
  return pending
}

/**
 * Brings a database up to date; answers the names of the migrations that ran. One that holds data is looked at first and backed
 * up; where a migration fails the database is as it was before, closed, and an OperationError tells so.
 */
export async function upgradeDatabase(order: UpgradeOrder): Promise<readonly string[]> {
  const { database, file, migrations } = order
  const pending = await planUpgrade(order)
  if (pending.length === 0) return []
  if (!file) return migrate(database.db, { migrations })
  // Nearly every start has nothing to do and need not load what makes backups.
  const { upgradeFile } = await import('./upgrade-file.ts')
  return upgradeFile({ ...order, file }, pending)
}
