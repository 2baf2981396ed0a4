import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { fileBytes, inspectFile, takeSnapshot } from '../database/snapshot.sqlite.ts'
import { archive, hashFile } from './archive.ts'
import { type BackupKey, encrypted } from './backup-key.ts'
import { backupName, surplus, unfinishedAmong } from './backup-name.ts'
import { demandRoom, freeBytes, inWords } from './disk-room.ts'
import { moveIntoPlace } from './durable-move.ts'
import { type BackupKind, type Manifest, rowsIn } from './manifest.ts'
import { explainDisk, OperationError } from './operation-error.ts'
import { readBackup } from './read-backup.ts'
import { inWorkFolder } from './work-folder.ts'

/** What is to be backed up, and how. */
export interface BackupOrder {
  /** Path of the database; others may read and write it meanwhile. */
  readonly database: string
  readonly folder: string
  readonly kind: BackupKind
  /** Encrypted for everybody this key names; left out, in the clear. */
  readonly key?: BackupKey | undefined
  /** How many backups of this kind stay, this one included; left out, all. */
  readonly keep?: number | undefined
  /** Version of this program. */
  readonly program: string
  readonly now: () => Date
  readonly say: (line: string) => void
}

export interface BackupReport {
  readonly path: string
  readonly manifest: Manifest
  readonly bytes: number
  /** Older backups that were removed. */
  readonly removed: readonly string[]
}

/**
 * Makes a backup of one moment of the database, reads it back, and only then lets it count: it gets its name, and older ones may
 * go. Throws OperationError with words for an administrator.
 */
export async function createBackup(order: BackupOrder): Promise<BackupReport> {
  const { database, folder, now } = order
  if (!existsSync(database))
    throw new OperationError(`There is no database at ${database}: is DATABASE_URL right?`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // The copy, its packed form, and what is unpacked to prove it, each for a while.
    demandRoom('A backup', 3 * fileBytes(database), freeBytes(database))
    return await inWorkFolder(database, now(), (work) => makeAndProve(order, work))
  } catch (error) {
    throw explainDisk(error, folder) ?? error
  }
}

async function makeAndProve(order: BackupOrder, work: string): Promise<BackupReport> {
  const { folder, kind, key, keep, now, say } = order
  const createdAt = now()
  const manifest = await snapshotAndDescribe(order, work, createdAt)
  const path = join(folder, backupName(createdAt, kind, key !== undefined))
  if (existsSync(path)) throw new OperationError(`${path} exists already: try again in a second.`)
  // Two that are made in the same second must not write into one file.
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    const { bytes, sum } = await write(manifest, join(work, 'packed.gz'), unfinished, key)
    say(`Written (${inWords(bytes)}), reading it back`)
    await prove(unfinished, sum, work, key)
    moveIntoPlace(unfinished, path)
    const names = await readdir(folder)
    const old = [
      ...(keep === undefined ? [] : surplus(names, kind, keep)),
      ...unfinishedAmong(names).filter((name) => isAbandoned(join(folder, name), createdAt)),
    ]
    const removed = old.map((name) => join(folder, name))
    for (const one of removed) rmSync(one, { force: true })
    return { path, manifest, bytes, removed }
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/** Milliseconds after which nobody is still writing a backup. */
const longestWriting = 24 * 60 * 60_000

/** Whether a backup that was never finished is left over from a process that was killed. */
function isAbandoned(path: string, now: Date): boolean {
  const written = statSync(path, { throwIfNoEntry: false })
  return written !== undefined && now.getTime() - written.mtimeMs > longestWriting
}

async function snapshotAndDescribe(
  { database, kind, program, say }: BackupOrder,
  work: string,
  createdAt: Date,
): Promise<Manifest> {
  const snapshot = join(work, 'snapshot.sqlite')
  say(`Copying ${inWords(fileBytes(database))} while others go on working`)
  await takeSnapshot(database, snapshot)
  const { integrity, migrations, tables } = inspectFile(snapshot)
  if (integrity !== 'ok')
    throw new OperationError(
      `The database itself is damaged (${integrity}): no backup was made and none was removed. See "When the database is damaged" in docs/guides/backup.md.`,
    )
  const sha256 = await hashFile(snapshot)
  const bytes = fileBytes(snapshot)
  say(`Packing ${rowsIn(tables)} rows of ${Object.keys(tables).length} tables`)
  await pipeline(
    createReadStream(snapshot),
    createGzip({ level: 4 }),
    createWriteStream(join(work, 'packed.gz'), { mode: 0o600 }),
  )
  rmSync(snapshot)
  return {
    format: 'amtsweg-backup',
    formatVersion: 1,
    program,
    createdAt: createdAt.toISOString(),
    kind,
    migrations: [...migrations],
    tables,
    database: { bytes, sha256 },
  }
}

async function write(
  manifest: Manifest,
  packed: string,
  target: string,
  key: BackupKey | undefined,
): Promise<{ bytes: number; sum: string }> {
  const plain = Readable.from(archive(manifest, packed), { objectMode: false })
  const stream = key
    ? Readable.fromWeb((await encrypted(Readable.toWeb(plain) as ReadableStream<Uint8Array>, key)) as never)
    : plain
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  await pipeline(stream, counted, createWriteStream(target, { mode: 0o600, flush: true }))
  chmodSync(target, 0o600)
  return { bytes, sum: hash.digest('hex') }
}

/** A key that can only lock leaves the content to be proven by who has the other one; the bytes on the disk are proven anyway. */
async function prove(path: string, sum: string, work: string, key: BackupKey | undefined): Promise<void> {
  if ((await hashFile(path)) !== sum)
    throw new OperationError(`What was read back from ${path} is not what was written: is the disk failing?`)
  if (!key || key.identities.length > 0) await readBackup(path, work, key)
}
