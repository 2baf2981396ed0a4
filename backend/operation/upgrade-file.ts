import { join } from 'node:path'
import { migrate } from '../database/database.ts'
import { fileBytes, inspectFile, takeSnapshot } from '../database/snapshot.sqlite.ts'
import { hashFile } from './archive.ts'
import { type BackupReport, createBackup } from './backup.ts'
import { demandRoom, freeBytes } from './disk-room.ts'
import { rowsIn } from './manifest.ts'
import { OperationError } from './operation-error.ts'
import { restoreBackup } from './restore.ts'
import type { UpgradeOrder } from './upgrade.ts'
import { inWorkFolder } from './work-folder.ts'

/** Backups made before upgrades that stay. */
const kept = 3

/** An upgrade of a database that is a file. */
interface FileOrder extends UpgradeOrder {
  readonly file: string
}

/** Looks, makes a backup, runs what is pending; where that fails the database is as it was. Throws OperationError. */
export async function upgradeFile(order: FileOrder, pending: readonly string[]): Promise<readonly string[]> {
  const { database, file, migrations, say } = order
  if (!holdsData(file)) return migrate(database.db, { migrations })
  say(`Upgrade: ${pending.length} changes of the schema, ${pending[0]} to ${pending.at(-1)}`)
  demandRoom('The upgrade', 4 * fileBytes(file), freeBytes(file))
  const backup = await createBackup({
    ...order,
    database: file,
    folder: order.backups,
    kind: 'upgrade',
    keep: kept,
  })
  say(`Upgrade: backup made and proven, ${backup.path}`)
  let done = 0
  const onStart = (name: string) => say(`Upgrade: ${(done += 1)} of ${pending.length}, ${name}`)
  try {
    const applied = await migrate(database.db, { migrations, onStart })
    const { integrity } = inspectFile(file)
    if (integrity !== 'ok') throw new Error(`the database is damaged afterwards: ${integrity}`)
    say('Upgrade: done')
    return applied
  } catch (error) {
    throw await takeBack(order, backup, error)
  }
}

/** Looks at the whole file, so that no upgrade begins on a damaged one. */
function holdsData(file: string): boolean {
  const { integrity, tables } = inspectFile(file)
  if (integrity !== 'ok')
    throw new OperationError(
      `The database is damaged (${integrity}) and is not upgraded: restore a backup with "amtsweg restore". Nothing was changed.`,
    )
  return (
    rowsIn(Object.fromEntries(Object.entries(tables).filter(([name]) => !name.startsWith('kysely_')))) > 0
  )
}

/** Puts everything back as it was before the upgrade; answers the error that tells so. */
async function takeBack(
  { database, file, migrations, now, say }: FileOrder,
  backup: BackupReport,
  cause: unknown,
): Promise<OperationError> {
  const reason = (cause as Error).message
  await database.close()
  if ((cause as { code?: string }).code?.startsWith('SQLITE_BUSY'))
    return new OperationError('Another process is at work on the database: start again when it has ended.', {
      cause,
    })
  say('Upgrade: failed, taking it back')
  const words = `The upgrade failed (${reason}) and was taken back: the database is as it was. Start the version you had before, and report this. The backup lies at ${backup.path}.`
  if (await isAsBefore(file, backup, now())) return new OperationError(words, { cause })
  try {
    const known = Object.keys(migrations)
    await restoreBackup({ backup: backup.path, database: file, known, now, say })
    return new OperationError(words, { cause })
  } catch (second) {
    return new OperationError(
      `The upgrade failed (${reason}), and the backup could not be put back (${(second as Error).message}) Do it by hand: amtsweg restore ${backup.path}`,
      { cause },
    )
  }
}

/** Whether not a single page has changed: migrations are one transaction, and SQLite takes back what it did not commit. */
const isAsBefore = (file: string, { manifest }: BackupReport, now: Date): Promise<boolean> =>
  inWorkFolder(file, now, async (folder) => {
    const copy = join(folder, 'now.sqlite')
    await takeSnapshot(file, copy)
    return (await hashFile(copy)) === manifest.database.sha256
  })
