import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ImportPhase, ImportReport, Source } from '@amtsweg/contract'
import { type Actor, type Authority, findAuthority, ownRegions, sourceIdOf } from './access/index.ts'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { peopleListProfile } from './directory/index.ts'
import { ImportError, type Rejection, type Tenant } from './import/index.ts'
import {
  changeUpload,
  compareStocks,
  isOfGeodata,
  isOfPeople,
  partsOf,
  recordsOf,
  removeContent,
  saveRejections,
  type Stock,
  stockOf,
  uploadById,
  uploadJob,
  type UploadRow,
} from './intake/index.ts'
import { addJob, type Clock, isKept, type Taken, underLease } from './jobs/index.ts'
import { inWorkFolder } from './operation/work-folder.ts'
import { derivations, profileNamed } from './profiles.ts'
import { recordedImport } from './recorded-import.ts'
import { checkGeodata } from './upload-geodata.ts'

/** How far the work is. */
export interface Progress {
  readonly phase: ImportPhase
  readonly read: number | null
}

export interface UploadRunParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Beside which file there is room for what was sent. */
  readonly workFile: string
  /** Unique for each process. */
  readonly holder: string
  readonly signal: AbortSignal
  readonly tell?: (progress: Progress) => void
}

/** Ends the transaction of a dry run, which was only made to see what it would do. */
class SeenError extends Error {
  override name = 'SeenError'
}
/** Data have changed since the report: what would be done now is not what somebody has agreed to. */
class StaleError extends SeenError {
  override name = 'StaleError'
}
/** Another process took over meanwhile. */
class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}
/** The file would change what is not its authority's. */
class OtherAreaError extends Error {
  override name = 'OtherAreaError'
}

/**
 * Reads a file that an authority has sent, and does what is wanted: tells what it would change, or changes just that. A dry run is the import
 * itself, in a transaction that is undone. False where another process works for the authority, or nothing is wanted.
 */
export async function runUpload(parts: UploadRunParts, id: string): Promise<boolean> {
  const { db, write, clock, holder, signal } = parts
  const upload = await uploadById(db, id)
  const authority = upload && (await findAuthority(db, upload.authority_id))
  if (!authority || upload.state !== 'waiting') return false
  const name = uploadJob(authority.id)
  const now = () => clock.now().toISOString()
  await write((trx) => addJob(trx, name, now()))
  return underLease({ write, clock, holder, name, signal }, async (inner, fence) => {
    const state = upload.wanted === 'apply' ? 'applying' : 'checking'
    if (!(await write((trx) => changeUpload(trx, upload, { state, updated_at: now() })))) return {}
    const running = { ...upload, state } as const
    try {
      await work({ ...parts, signal: inner }, running, authority, { name, fence })
    } catch (error) {
      // Stopped, it is taken up again by whoever comes next; of a lease that is lost another one takes care.
      if (signal.aborted) await write((trx) => changeUpload(trx, running, { state: 'waiting' }))
      else if (!(error instanceof LeaseLostError) && !inner.aborted)
        await write((trx) =>
          changeUpload(trx, running, { state: 'failed', updated_at: now(), ...failureOf(error) }),
        )
    }
    return {}
  })
}

function failureOf(error: unknown): Pick<UploadRow, 'failure' | 'failure_detail'> {
  if (error instanceof OtherAreaError) return { failure: 'other-area', failure_detail: error.message }
  if (error instanceof ImportError)
    return { failure: 'file-unreadable', failure_detail: error.message.slice(0, 500) }
  return { failure: 'not-foreseen', failure_detail: (error as Error).name }
}

async function work(
  parts: UploadRunParts,
  upload: UploadRow,
  authority: Authority,
  lease: Taken,
): Promise<void> {
  const { db, clock, workFile, tell = () => {} } = parts
  tell({ phase: 'unpacking', read: null })
  await inWorkFolder(workFile, clock.now(), async (folder) => {
    const path = join(folder, 'upload.gz')
    await pipeline(Readable.from(partsOf(db, upload.id)), createWriteStream(path, { mode: 0o600 }))
    if (isOfGeodata(upload))
      await checkGeodata(parts, {
        ...{ upload, authority, path, folder, lease },
        lost: () => new LeaseLostError(),
      })
    else await compareOrApply(parts, { upload, authority, path, lease })
  })
}

interface Task {
  readonly upload: UploadRow
  readonly authority: Authority
  readonly path: string
  readonly lease: Taken
}

async function compareOrApply(
  { db, write, clock, signal, tell = () => {} }: UploadRunParts,
  { upload, authority, path, lease }: Task,
): Promise<void> {
  const isReal = upload.wanted === 'apply'
  const tenant = await tenantOf(db, authority, upload)
  let before: Stock = new Map()
  let suspicions: ImportReport['suspicions'] = []
  let outcome: {
    readonly report: ImportReport
    readonly digest: string
    readonly rejected: readonly Rejection[]
  }
  const told = (changes: Pick<UploadRow, 'state'> & { readonly stale?: number }) => ({
    ...{ updated_at: clock.now().toISOString(), wanted: null },
    ...{ report: JSON.stringify(outcome.report), digest: outcome.digest },
    ...changes,
  })
  try {
    await recordedImport(db, [{ profile: profileOf(upload), path }], {
      ...{ by: 'upload', clock, signal, tenant, force: true },
      actor: {
        ...(JSON.parse(upload.applied_by ?? upload.actor) as Pick<Actor, 'token'>),
        authority: authority.id,
      },
      // What follows from the records is none of what a report tells.
      derivations: isReal ? derivations : [],
      onDamage: (kind) => (suspicions = [...suspicions, kind]),
      onRead: (read) => tell({ phase: 'reading', read }),
      onDerive: () => tell({ phase: 'rebuilding', read: null }),
      async start(trx) {
        suspicions = []
        before = stockOf(await recordsOf(trx, tenant.source.id))
      },
      async finish(trx, [made]) {
        tell({ phase: 'finishing', read: null })
        if (!made) throw new ImportError('Nothing was read.')
        const records = await recordsOf(trx, tenant.source.id)
        mustBeOwn(records, before, tenant)
        const { rejected } = made
        outcome = { ...compareStocks(before, stockOf(records), { ...made, suspicions }), rejected }
        if (!isReal) throw new SeenError()
        if (outcome.digest !== upload.digest) throw new StaleError()
        if (!(await isKept(trx, lease))) throw new LeaseLostError()
        // Who was in a list is not kept twice.
        if (isOfPeople(upload)) outcome = { ...outcome, report: { ...outcome.report, changes: [] } }
        await changeUpload(trx, upload, told({ state: 'applied' }))
        await saveRejections(trx, upload.id, rejected)
        if (isOfPeople(upload)) await removeContent(trx, upload.id)
      },
    })
  } catch (error) {
    if (!(error instanceof SeenError)) throw error
    await write(async (trx) => {
      if (!(await isKept(trx, lease))) throw new LeaseLostError()
      await changeUpload(trx, upload, told({ state: 'checked', stale: error instanceof StaleError ? 1 : 0 }))
      await saveRejections(trx, upload.id, outcome.rejected)
    })
  }
}

/** Whatever a format lets slip through: nothing that is written may lie outside. */
function mustBeOwn(
  records: Awaited<ReturnType<typeof recordsOf>>,
  before: Stock,
  { owns }: Pick<Tenant, 'owns'>,
): void {
  for (const { kind, id, print, region } of records) {
    const isWritten = before.get(`${kind} ${id}`)?.print !== print
    const isOutside = region === null || (region !== undefined && !owns(region))
    if (isWritten && isOutside)
      throw new OtherAreaError(`${kind} ${id} lies outside: ${region ?? 'everywhere'}`)
  }
}

/**
 * What is sent in our own formats is the authority's own, as if its editors had typed it; XZuFi comes from another system, which keeps
 * it from then on.
 */
async function tenantOf(
  db: Db,
  authority: Authority,
  { id: seed, kind, complete }: UploadRow,
): Promise<Tenant> {
  const { id, regionKey } = authority
  const name = authority.names['de'] ?? id
  const isXzufi = kind.startsWith('xzufi')
  const source: Source = isXzufi
    ? { id: `upload-${id}`, name: `XZuFi: ${name}`, publisher: name, invented: false }
    : { id: sourceIdOf(id), name: `Eigene Angaben: ${name}`, publisher: name, invented: false }
  const owns = await ownRegions(db, authority)
  return { source, regionKey, owns, keepsRest: !isXzufi && complete === 0, seed }
}

/** What "people" means on the command line are invented ones; an authority sends its own list. */
const profileOf = (upload: UploadRow) => (isOfPeople(upload) ? peopleListProfile : profileNamed(upload.kind))
