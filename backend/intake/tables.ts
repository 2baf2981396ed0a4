import type { Generated, Selectable } from 'kysely'
import type { ImportFailure, ImportKind, ImportState, RejectionCode } from '@amtsweg/contract'

/** A file that an authority has sent, and what became of it. Times are RFC 3339 UTC. */
export interface UploadTable {
  id: string
  authority_id: string
  /** JSON of who sent it, as the trail of changes names them: never a name. */
  actor: string
  /** The same of whoever has last said that it shall be applied. */
  applied_by: string | null
  kind: ImportKind
  /** 1 where what the file lacks is withdrawn. */
  complete: number
  file_name: string
  parts: Generated<number>
  bytes: Generated<number>
  /** 1 where it came as gzip, so that its parts are kept as they are. */
  packed: Generated<number>
  state: ImportState
  /** What is to be done, or was being done when it was ended. */
  wanted: 'check' | 'apply' | null
  /** JSON of an ImportReport, of geodata of a GeoReport. */
  report: string | null
  /** Of what the report says would change: applied is that or nothing. */
  digest: string | null
  /** 1 where the report is a new one because data had changed. */
  stale: Generated<number>
  failure: ImportFailure | null
  failure_detail: string | null
  /** JSON of GeoFileOptions; null = no geodata. */
  options: string | null
  created_at: string
  updated_at: string
  kept_until: string
}
export type UploadRow = Selectable<UploadTable>

/** A part of a file: gzip in Base64. Parts in their order are one gzip file (RFC 1952, 2.2). */
export interface UploadPartTable {
  upload_id: string
  position: number
  content: string
}

export interface UploadRejectionTable {
  upload_id: string
  position: number
  line: number
  code: RejectionCode
  field: string | null
  record: string | null
  detail: string
}
