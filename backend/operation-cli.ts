import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from './configuration.ts'
import { openDatabase } from './database/database.ts'
import { databaseFile } from './database/database-address.ts'
import { migrationsAt } from './database/dialect.ts'
import { createBackup } from './operation/backup.ts'
import { readKey, writeNewKey } from './operation/backup-key.ts'
import { backupsAmong } from './operation/backup-name.ts'
import { inWords } from './operation/disk-room.ts'
import { type Manifest, rowsIn } from './operation/manifest.ts'
import { OperationError } from './operation/operation-error.ts'
import { restoreBackup, type RestoreOrder, withBackup } from './operation/restore.ts'
import { shadowStart } from './operation/shadow-start.ts'
import { planUpgrade, upgradeDatabase } from './operation/upgrade.ts'
import { programVersion } from './program-version.ts'
import { upgradeOrder } from './upgrade-order.ts'
import { demandFilled, readArguments, UsageError } from './usage-error.ts'

export const operationHelp = `  amtsweg backup [--to <folder>] [--keep <number>] [--encrypt-with <key file>]   while the server runs
  amtsweg backup --new-key <file>                   a key pair of age for encrypted backups
  amtsweg restore <file> [--key <key file>]         proves a backup and puts it in the place of the database
  amtsweg restore --drill [<file>] [--key <key file>]   tries that with the newest backup, and touches nothing
  amtsweg upgrade [--check]                         brings the database up to date, as every start does; --check only looks`

/** What the commands work with. */
export interface OperationWorkplace {
  readonly configuration: Pick<Configuration, 'databaseUrl' | 'backupFolder'>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly now: () => Date
  readonly say: (line: string) => void
}

const server = join(import.meta.dirname, 'main.ts')

/** Makes a backup, or a key to encrypt backups with. */
export async function backupCommand(args: readonly string[], place: OperationWorkplace): Promise<void> {
  const { values } = readArguments(
    args,
    {
      to: { type: 'string' },
      keep: { type: 'string' },
      'encrypt-with': { type: 'string' },
      'new-key': { type: 'string' },
    },
    { command: 'backup', words: 0 },
  )
  demandFilled(values)
  const { configuration, now, say } = place
  if (values['new-key']) {
    const recipient = await writeNewKey(values['new-key'], now())
    return say(
      `Written: ${values['new-key']}\nPublic key: ${recipient}\nKeep the file at another place than the server and its backups: without it encrypted backups are lost.\nOn the server a file with the public key alone is enough for --encrypt-with.`,
    )
  }
  const keep = readKeep(values.keep)
  const keyFile = values['encrypt-with']
  const { path, manifest, bytes, removed } = await createBackup({
    database: fileOf(configuration.databaseUrl),
    folder: values.to ?? configuration.backupFolder,
    kind: 'manual',
    ...{ key: keyFile ? await readKey(keyFile) : undefined, keep, program: programVersion, now, say },
  })
  sayCounts(manifest, say)
  for (const old of removed) say(`Removed: ${old}`)
  say(`Backup: ${path} (${inWords(bytes)})`)
}

/** Puts a backup in the place of the database, or tries whether it could. */
export async function restoreCommand(args: readonly string[], place: OperationWorkplace): Promise<void> {
  const { values, positionals } = readArguments(
    args,
    { key: { type: 'string' }, drill: { type: 'boolean', default: false } },
    { command: 'restore', words: 1 },
  )
  demandFilled(values)
  const { configuration, environment, now, say } = place
  const began = now()
  const backup = positionals[0] ?? (values.drill ? newestBackup(configuration.backupFolder) : undefined)
  if (!backup) throw new UsageError('Which backup shall be restored?')
  const order: RestoreOrder = {
    ...{ backup, database: fileOf(configuration.databaseUrl), now, say },
    key: values.key ? await readKey(values.key) : undefined,
    known: Object.keys(migrationsAt(configuration.databaseUrl)),
  }
  if (values.drill) {
    await withBackup(order, async ({ manifest, unpacked }) => {
      sayCounts(manifest, say)
      say('Checksums, integrity and counts are right; starting a server on it that nobody else sees')
      await shadowStart({ database: unpacked, server, environment, say })
    })
    const seconds = (now().getTime() - began.getTime()) / 1000
    return say(`Drill passed in ${seconds.toFixed(1)} s: ${backup} can be restored. Nothing was changed.`)
  }
  const { manifest, kept } = await restoreBackup(order)
  sayCounts(manifest, say)
  if (kept) say(`The database from before is kept: ${kept}`)
  say(`Restored: ${backup}, made ${manifest.createdAt}. The next start brings its schema up to date.`)
}

/** Brings the database up to date, or tells what that would do. */
export async function upgradeCommand(args: readonly string[], place: OperationWorkplace): Promise<void> {
  const { values } = readArguments(
    args,
    { check: { type: 'boolean', default: false } },
    { command: 'upgrade', words: 0 },
  )
  const { configuration, now, say } = place
  const database = openDatabase(configuration.databaseUrl)
  try {
    const order = upgradeOrder(configuration, { now, say })
    const pending = await planUpgrade({ ...order, database })
    if (pending.length === 0) return say('The database is up to date.')
    if (values.check) return say(`Pending: ${pending.join(', ')}. Nothing was changed.`)
    await upgradeDatabase({ ...order, database })
    say('The database is up to date now.')
  } finally {
    await database.close()
  }
}

function fileOf(databaseUrl: string): string {
  const file = databaseFile(databaseUrl)
  if (file) return file
  throw new OperationError(
    'Only a database of SQLite is backed up by this command: PostgreSQL has tools of its own, see docs/guides/postgresql.md.',
  )
}

function readKeep(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new UsageError('--keep is a whole number from 1 on, such as --keep 14.')
}

function newestBackup(folder: string): string {
  const names = (() => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  })()
  const [newest] = backupsAmong(names)
  if (newest) return join(folder, newest.name)
  throw new OperationError(`There is no backup in ${folder}: make one with "amtsweg backup", or name a file.`)
}

function sayCounts({ tables }: Manifest, say: (line: string) => void): void {
  const counts = Object.entries(tables).filter(([name, count]) => count > 0 && !name.startsWith('kysely_'))
  say(`Rows: ${counts.map(([name, count]) => `${name} ${count}`).join(', ')}`)
  say(`${rowsIn(tables)} rows in all`)
}
