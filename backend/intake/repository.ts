import { gunzipSync, gzipSync } from 'node:zlib'
import type { GeoFileOptions, GeoReport, ImportReport, ImportState, RejectedRecord } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { insertAll, type Rejection } from '../import/index.ts'
import { reasonFor } from './reasons.ts'
import type { UploadRow, UploadTable } from './tables.ts'

/** States in which somebody works on it or is about to. */
export const busyStates: readonly ImportState[] = ['waiting', 'checking', 'applying']

type NewUpload = Pick<
  UploadTable,
  | 'id'
  | 'authority_id'
  | 'actor'
  | 'kind'
  | 'complete'
  | 'file_name'
  | 'options'
  | 'created_at'
  | 'kept_until'
>

export async function addUpload(trx: Trx | Db, upload: NewUpload): Promise<void> {
  await trx
    .insertInto('upload')
    .values({
      ...upload,
      updated_at: upload.created_at,
      ...{
        state: 'receiving',
        wanted: null,
        applied_by: null,
        report: null,
        digest: null,
        failure: null,
        failure_detail: null,
      },
    })
    .execute()
}

/** An upload of an authority; undefined where it has none of this id. */
export const findUpload = (db: Db, id: string, authorityId: string): Promise<UploadRow | undefined> =>
  uploads(db, authorityId).where('id', '=', id).executeTakeFirst()

/** Whosever it is: for the work beside the server. */
export const uploadById = (db: Db, id: string): Promise<UploadRow | undefined> =>
  db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()

const uploads = (db: Db, authorityId: string) =>
  db.selectFrom('upload').selectAll().where('authority_id', '=', authorityId)

/** Those of an authority, the newest first. */
export const listUploads = (db: Db, authorityId: string): Promise<UploadRow[]> =>
  uploads(db, authorityId).orderBy('created_at', 'desc').orderBy('id').execute()

/** Ids of those that wait to be taken up, the longest waiting first. */
export async function waitingUploads(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('upload')
    .select('id')
    .where('state', '=', 'waiting')
    .orderBy('updated_at')
    .execute()
  return rows.map(({ id }) => id)
}

/** Changes an upload, where it is still in the state it was seen in; tells whether it was. */
export async function changeUpload(
  trx: Trx | Db,
  { id, state }: Pick<UploadRow, 'id' | 'state'>,
  changes: Partial<Omit<UploadRow, 'id' | 'authority_id'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('upload')
    .set(changes)
    .where('id', '=', id)
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function removeUpload(trx: Trx | Db, id: string): Promise<void> {
  await trx.deleteFrom('upload').where('id', '=', id).execute()
}

/** Whether a file tells of people, so that it is kept for as short a time as can be. */
export const isOfPeople = ({ kind }: Pick<UploadRow, 'kind'>): boolean => kind === 'people'

/** Removes what was sent; the report stays. */
export async function removeContent(trx: Trx | Db, id: string): Promise<void> {
  await trx.deleteFrom('upload_part').where('upload_id', '=', id).execute()
}

/** Whether there is anything that is kept no longer. */
export async function hasOldUploads(db: Db, now: string): Promise<boolean> {
  return (
    (await db.selectFrom('upload').select('id').where('kept_until', '<=', now).executeTakeFirst()) !==
    undefined
  )
}

/** Removes what is kept no longer. */
export async function removeOldUploads(trx: Trx | Db, now: string): Promise<void> {
  await trx.deleteFrom('upload').where('kept_until', '<=', now).execute()
}

const gzipStart = [0x1f, 0x8b] as const
/** Whether bytes begin as gzip does (RFC 1952). */
export const isPacked = (bytes: Uint8Array): boolean => bytes[0] === gzipStart[0] && bytes[1] === gzipStart[1]

/** Bytes, as they were sent, of all files that lie here: of one authority, or whosever they are. */
export async function heldBytes(db: Db, authority?: string): Promise<number> {
  const whose = db.selectFrom('upload')
  const row = await (authority === undefined ? whose : whose.where('authority_id', '=', authority))
    .select((of) => of.fn.sum<number | string | null>('bytes').as('bytes'))
    .where((where) =>
      where.exists(
        where.selectFrom('upload_part').select('position').whereRef('upload_id', '=', 'upload.id').limit(1),
      ),
    )
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/** Keeps the next part of a file. False where another part came first, or it is not the next. */
export async function addPart(
  trx: Trx | Db,
  upload: Pick<UploadRow, 'id' | 'packed' | 'bytes'>,
  position: number,
  bytes: Uint8Array,
  now: string,
): Promise<boolean> {
  const packed = position === 0 ? isPacked(bytes) : upload.packed === 1
  const { numUpdatedRows } = await trx
    .updateTable('upload')
    .set({
      parts: position + 1,
      bytes: upload.bytes + bytes.length,
      packed: packed ? 1 : 0,
      updated_at: now,
    })
    .where('id', '=', upload.id)
    .where('state', '=', 'receiving')
    .where('parts', '=', position)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  const content = Buffer.from(packed ? bytes : gzipSync(bytes, { level: 5 })).toString('base64')
  await trx.insertInto('upload_part').values({ upload_id: upload.id, position, content }).execute()
  return true
}

/** Whether a part is kept already with just these bytes: who sends it again had no answer. */
export async function hasPart(
  db: Db,
  { id, packed }: Pick<UploadRow, 'id' | 'packed'>,
  position: number,
  bytes: Uint8Array,
): Promise<boolean> {
  const row = await partAt(db, id, position)
  if (!row) return false
  const kept = Buffer.from(row.content, 'base64')
  return Buffer.compare(packed === 1 ? kept : gunzipSync(kept), bytes) === 0
}

const partAt = (db: Db, id: string, position: number) =>
  db
    .selectFrom('upload_part')
    .select('content')
    .where('upload_id', '=', id)
    .where('position', '=', position)
    .executeTakeFirst()

/** The file as gzip, a part at a time. */
export async function* partsOf(db: Db, id: string): AsyncGenerator<Uint8Array, void> {
  for (let position = 0; ; position += 1) {
    const row = await partAt(db, id, position)
    if (!row) return
    yield Buffer.from(row.content, 'base64')
  }
}

/** So many rejected records are kept; of more than that nobody reads the rest. */
const mostRejections = 10_000

/** Replaces what was left out at the last reading. */
export async function saveRejections(
  trx: Trx | Db,
  id: string,
  rejected: readonly Rejection[],
): Promise<void> {
  await trx.deleteFrom('upload_rejection').where('upload_id', '=', id).execute()
  await insertAll(
    trx,
    'upload_rejection',
    rejected
      .toSorted((one, other) => one.line - other.line)
      .slice(0, mostRejections)
      .map(({ line, reason, record, code = 'unreadable', field }, position) => ({
        upload_id: id,
        position,
        line,
        code,
        field: field ?? null,
        record: record?.slice(0, 200) ?? null,
        detail: reason.slice(0, 500),
      })),
  )
}

/** Records that were left out, in the order of the file. */
export async function rejectionsOf(
  db: Db,
  id: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<RejectedRecord[]> {
  const rows = await db
    .selectFrom('upload_rejection')
    .select(['line', 'code', 'field', 'record', 'detail'])
    .where('upload_id', '=', id)
    .where('position', '>=', from)
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, reason: reasonFor(row.code, row.field) }))
}

export async function countRejections(db: Db, id: string): Promise<number> {
  const row = await db
    .selectFrom('upload_rejection')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('upload_id', '=', id)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Whether a file is geodata: it is written aside as it is checked, and published by its collection. */
export const isOfGeodata = ({ kind }: Pick<UploadRow, 'kind'>): boolean => kind === 'geodata'

/** The report on records that was made last; null before, and of geodata. */
export const reportOf = (upload: Pick<UploadRow, 'report' | 'kind'>): ImportReport | null =>
  upload.report === null || isOfGeodata(upload) ? null : (JSON.parse(upload.report) as ImportReport)

/** How a file of geodata is read; undefined of any other. */
export const geoOptionsOf = ({ options }: Pick<UploadRow, 'options'>): GeoFileOptions | undefined =>
  options === null ? undefined : (JSON.parse(options) as GeoFileOptions)

/** The report on a file of geodata that was made last. */
export const geoReportOf = (upload: Pick<UploadRow, 'report' | 'kind'>): GeoReport | null =>
  upload.report === null || !isOfGeodata(upload) ? null : (JSON.parse(upload.report) as GeoReport)
