import type { Configuration } from './configuration.ts'
import { databaseFile } from './database/database-address.ts'
import { migrationsAt } from './database/dialect.ts'
import type { UpgradeOrder } from './operation/upgrade.ts'
import { programVersion } from './program-version.ts'

/** What an upgrade of the configured database needs besides the database. */
export const upgradeOrder = (
  { databaseUrl, backupFolder }: Pick<Configuration, 'databaseUrl' | 'backupFolder'>,
  { now, say }: Pick<UpgradeOrder, 'now' | 'say'>,
): Omit<UpgradeOrder, 'database'> => ({
  file: databaseFile(databaseUrl),
  backups: backupFolder,
  program: programVersion,
  migrations: migrationsAt(databaseUrl),
  now,
  say,
})
