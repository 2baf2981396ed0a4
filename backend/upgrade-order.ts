import type { Configuration } from './configuration.ts'
import { allMigrations } from './database/database.ts'
import { databaseFile } from './database/database-file.ts'
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
  migrations: allMigrations,
  now,
  say,
})
