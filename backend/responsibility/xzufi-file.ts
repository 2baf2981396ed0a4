import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '../database/database.ts'
import { exportXzufi, type XzufiExportOptions } from './export-xzufi.ts'

/** Writes everything as XZuFi into a file, which is there only once it is complete. */
export async function writeXzufiFile(db: Db, path: string, options: XzufiExportOptions): Promise<void> {
  const unfinished = `${path}.part`
  try {
    // One transaction: nothing changes between the first object and the last.
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((trx) => pipeline(Readable.from(exportXzufi(trx, options)), createWriteStream(unfinished)))
    renameSync(unfinished, path)
  } catch (cause) {
    rmSync(unfinished, { force: true })
    throw cause
  }
}
