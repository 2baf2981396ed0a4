import { migrate, type OpenDatabase } from '../database/database.ts'
import type { AllMigrations } from '../database/dialect.ts'
import { appliedMigrations, compareSchema } from '../database/schema-state.ts'
import { demandServer, explainServer } from './database-server.ts'
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

/** What of a schema is to be done. Throws OperationError where the server is of no use or a newer program has written the database. */
export async function planUpgrade({
  database,
  migrations,
}: Pick<UpgradeOrder, 'database' | 'migrations'>): Promise<readonly string[]> {
  await demandServer(database.db)
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
  const { file } = order
  const pending = await planUpgrade(order)
  if (pending.length === 0) return []
  if (!file) return upgradeServer(order, pending)
  // Nearly every start has nothing to do and need not load what makes backups.
  const { upgradeFile } = await import('./upgrade-file.ts')
  return upgradeFile({ ...order, file }, pending)
}

/** Migrations are one transaction there: one that fails has changed nothing, and no backup of ours is needed to take it back. */
async function upgradeServer(
  { database, migrations, say }: UpgradeOrder,
  pending: readonly string[],
): Promise<readonly string[]> {
  let done = 0
  const onStart = (name: string) => say(`Upgrade: ${(done += 1)} of ${pending.length}, ${name}`)
  const isNew = (await appliedMigrations(database.db)).length === 0
  try {
    return await migrate(database.db, { migrations, ...(isNew ? {} : { onStart }) })
  } catch (cause) {
    throw (
      explainServer(cause) ??
      new OperationError(
        `The upgrade failed (${(cause as Error).message}) and was taken back: the database is as it was. Start the version you had before, and report this.`,
        { cause },
      )
    )
  }
}
