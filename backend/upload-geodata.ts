import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Authority } from './access/index.ts'
import type { Trx } from './database/database.ts'
import { discardUnpublished, importGeofile, type InTransaction } from './geodata/index.ts'
import { unpack } from './import/index.ts'
import { changeUpload, geoOptionsOf, geoReportOf, type UploadRow } from './intake/index.ts'
import { isKept, type Taken } from './jobs/index.ts'
import { boxOfRegion } from './places/index.ts'
import type { UploadRunParts } from './upload-run.ts'

interface Task {
  readonly upload: UploadRow
  readonly authority: Authority
  /** The file as gzip. */
  readonly path: string
  readonly folder: string
  readonly lease: Taken
  /** Ends the work where another process took over meanwhile. */
  readonly lost: () => Error
}

/** Checks a file of geodata and writes it aside as a version; what an earlier check wrote goes. Readers see nothing of it. */
export async function checkGeodata(
  { db, write, clock, signal, tell = () => {} }: UploadRunParts,
  { upload, authority, path, folder, lease, lost }: Task,
): Promise<void> {
  const options = geoOptionsOf(upload)
  if (!options) throw new Error('A file of geodata without options')
  const inTransaction: InTransaction = (work) => write((connection) => work(connection as Trx))
  const file = join(folder, 'geodata')
  await pipeline(unpack(createReadStream(path)), createWriteStream(file, { mode: 0o600 }))
  const before = geoReportOf(upload)?.version ?? null
  if (before !== null) await discardUnpublished(db, inTransaction, options.collection, before)
  const report = await importGeofile(
    {
      ...{ inTransaction, now: clock.now().toISOString(), createdBy: upload.actor, folder, signal },
      town: await boxOfRegion(db, authority.regionKey),
      onRead: (read) => tell({ phase: 'reading', read }),
    },
    file,
    upload.file_name,
    options,
  )
  const isTold = await write(async (trx) => {
    if (!(await isKept(trx, lease))) return false
    await changeUpload(trx, upload, {
      ...{ state: 'checked', wanted: null, stale: 0, updated_at: clock.now().toISOString() },
      ...{ report: JSON.stringify(report), digest: String(report.version) },
    })
    return true
  })
  if (isTold) return
  if (report.version !== null) await discardUnpublished(db, inTransaction, options.collection, report.version)
  throw lost()
}
