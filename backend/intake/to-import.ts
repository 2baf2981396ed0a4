import type { Import } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { geoOptionsOf, geoReportOf, reportOf } from './repository.ts'
import { leaseOf } from './repository-lease.ts'
import type { UploadRow } from './tables.ts'

/** An upload as it is told. Work that nobody keeps up any more was interrupted, whatever it last said. */
export async function toImport(db: Db, upload: UploadRow, now: string): Promise<Import> {
  const { failure, failure_detail: detail } = upload
  return {
    id: upload.id,
    kind: upload.kind,
    complete: upload.complete === 1,
    fileName: upload.file_name,
    parts: upload.parts,
    bytes: upload.bytes,
    state: await stateOf(db, upload, now),
    createdAt: upload.created_at,
    updatedAt: upload.updated_at,
    keptUntil: upload.kept_until,
    report: reportOf(upload),
    geodata: geodataOf(upload),
    isStale: upload.stale === 1,
    failure: failure === null ? null : { code: failure, detail: detail ?? '' },
  }
}

function geodataOf(upload: UploadRow): Import['geodata'] {
  const options = geoOptionsOf(upload)
  return options ? { options, report: geoReportOf(upload) } : null
}

async function stateOf(db: Db, { state, authority_id }: UploadRow, now: string): Promise<Import['state']> {
  if (state !== 'checking' && state !== 'applying') return state
  const until = await leaseOf(db, authority_id)
  return until !== undefined && until > now ? state : 'interrupted'
}
