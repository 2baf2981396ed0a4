import { closeSync, createReadStream, createWriteStream, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inspectFile } from '../database/snapshot.sqlite.ts'
import { unpackArchive } from './archive.ts'
import { type BackupKey, decrypted } from './backup-key.ts'
import { countDifferences, type Manifest } from './manifest.ts'
import { explainDisk, OperationError } from './operation-error.ts'

/** A backup that was found sound, unpacked. */
export interface ReadBackup {
  readonly manifest: Manifest
  /** Where its database lies: in the given folder. */
  readonly database: string
}

const firstLine = 'age-encryption.org/v1'

/**
 * Reads a backup and proves it: each byte by its checksum, the database by SQLite, and its rows by counting. Throws
 * OperationError for whatever is not as it was written.
 */
export async function readBackup(
  path: string,
  folder: string,
  key: BackupKey | undefined,
): Promise<ReadBackup> {
  try {
    const plain = isEncrypted(path) ? await decryptInto(path, join(folder, 'plain.tar'), key) : path
    const database = join(folder, 'amtsweg.sqlite')
    const manifest = await unpackArchive(plain, database)
    proveDatabase(database, manifest)
    return { manifest, database }
  } catch (error) {
    if (error instanceof OperationError) throw error
    throw explainDisk(error, path) ?? unreadable(path, error)
  }
}

/** Throws OperationError unless a database file is sound and holds what the manifest says. */
export function proveDatabase(database: string, manifest: Manifest): void {
  const found = inspectFile(database)
  const differences = [
    ...(found.integrity === 'ok' ? [] : [`SQLite says: ${found.integrity}`]),
    ...countDifferences(manifest.tables, found.tables),
    ...(found.migrations.join() === manifest.migrations.join() ? [] : ['its schema is another']),
  ]
  if (differences.length > 0)
    throw new OperationError(
      `The database of the backup is not what was written (${differences.slice(0, 5).join('; ')}): nothing of it is used.`,
    )
}

function isEncrypted(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(firstLine.length)
    readSync(file, start)
    return start.toString('latin1') === firstLine
  } finally {
    closeSync(file)
  }
}

async function decryptInto(path: string, target: string, key: BackupKey | undefined): Promise<string> {
  if (!key?.identities.length)
    throw new OperationError(
      `${path} is encrypted: name the file with its secret key (AGE-SECRET-KEY-1...) with --key <file>.`,
    )
  try {
    const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    const plain = await decrypted(bytes, key)
    await pipeline(Readable.fromWeb(plain as never), createWriteStream(target, { mode: 0o600 }))
    return target
  } catch (error) {
    if (explainDisk(error, path)) throw error
    throw new OperationError(
      `${path} cannot be decrypted: either it was made for another key, or it is damaged. Nothing of it is used.`,
      { cause: error },
    )
  }
}

const unreadable = (path: string, cause: unknown) =>
  new OperationError(`${path} is no backup of Amtsweg, or it is damaged: nothing of it is used.`, { cause })
