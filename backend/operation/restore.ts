import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { openDatabase } from '../database/database.ts'
import { compareSchema } from '../database/schema-state.ts'
import { renewFeed } from '../federation/index.ts'
import type { BackupKey } from './backup-key.ts'
import { demandRoom, freeBytes } from './disk-room.ts'
import type { Manifest } from './manifest.ts'
import { explainDisk, OperationError } from './operation-error.ts'
import { readBackup } from './read-backup.ts'
import { swapDatabase } from './swap-database.ts'
import { inWorkFolder } from './work-folder.ts'

/** Which backup is read, and for which database. */
export interface RestoreOrder {
  readonly backup: string
  /** Path of the live database. */
  readonly database: string
  readonly key?: BackupKey | undefined
  /** Migrations that this program knows. */
  readonly known: readonly string[]
  readonly now: () => Date
  readonly say: (line: string) => void
}

export interface RestoreReport {
  readonly manifest: Manifest
  /** Where the database from before lies now; undefined where there was none. */
  readonly kept: string | undefined
}

/** Proves a backup, then puts its database in the place of the live one, which is kept beside it. Throws OperationError. */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreReport> {
  const { database, now, say } = order
  return withBackup(order, async ({ manifest, unpacked }) => {
    say('The backup is sound: putting it in the place of the database')
    await tellFollowers(unpacked)
    const time = now().toISOString().slice(0, 19).replaceAll(':', '-')
    const keepAs = `${database}.before-restore-${time}Z`
    const kept = swapDatabase({ live: database, replacement: unpacked, keepAs })
    return { manifest, kept: kept ? keepAs : undefined }
  })
}

/** Nodes that follow this one have heard of changes that are no more: they begin anew. */
async function tellFollowers(path: string): Promise<void> {
  const { db, close } = openDatabase(`sqlite:${path}`)
  try {
    await renewFeed(db)
  } finally {
    await close()
  }
}

/** Proves a backup as a restore would, and lets something be tried with its database; the live one is not touched. */
export async function withBackup<Result>(
  { backup, database, key, known, now, say }: RestoreOrder,
  work: (read: { readonly manifest: Manifest; readonly unpacked: string }) => Promise<Result>,
): Promise<Result> {
  try {
    if (!existsSync(backup)) throw new OperationError(`There is no backup ${backup}.`)
    mkdirSync(dirname(database), { recursive: true })
    demandRoom('Restoring', 6 * statSync(backup).size, freeBytes(database))
    return await inWorkFolder(database, now(), async (folder) => {
      say(`Reading ${backup}`)
      const { manifest, database: unpacked } = await readBackup(backup, folder, key)
      refuseNewer(manifest, known)
      return work({ manifest, unpacked })
    })
  } catch (error) {
    throw explainDisk(error, backup) ?? error
  }
}

function refuseNewer({ migrations, program }: Manifest, known: readonly string[]): void {
  const { unknown } = compareSchema(migrations, known)
  if (unknown.length > 0)
    throw new OperationError(
      `The backup was made by a newer Amtsweg (${program}, schema ${unknown.at(-1)}) than this one: install that version, then restore. Nothing was changed.`,
    )
}
