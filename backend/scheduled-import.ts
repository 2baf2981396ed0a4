import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import {
  type Attempt,
  DamageError,
  findSchedule,
  ImportError,
  type ImportScheduleRow,
  noteAttempt,
  sourceChecksums,
} from './import/index.ts'
import { download, type FileVersion } from './integration/download.ts'
import type { GuardedClient } from './integration/guarded-client.ts'
import { type Clock, endLease, findJob, isKept, retryDelay, type Taken, underLease } from './jobs/index.ts'
import { inWorkFolder } from './operation/work-folder.ts'
import { derivations } from './profiles.ts'
import { recordedImport } from './recorded-import.ts'
import { checksumOf, fileName, isWebAddress, planOf } from './schedule-plan.ts'

/** Name of the job, and of the lease, of a schedule. */
export const jobOf = (schedule: string): string => `import:${schedule}`

/** What a run came to. */
export type RunResult =
  | { readonly kind: 'taken' | 'unchanged' | 'failed' | 'held'; readonly words: string }
  /** Another process works on it, or it is not due. */
  | { readonly kind: 'busy' }
  /** Another process took over meanwhile: nothing was written. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopped' }

export interface RunParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** From 0 to 1, for a spread of what would else come at one moment. */
  readonly random: () => number
  readonly ask: GuardedClient
  /** Beside which file there is room for what is fetched. */
  readonly workFile: string
  /** Unique for each process. */
  readonly holder: string
  readonly signal: AbortSignal
  readonly onProgress?: (message: string) => void
}

interface RunOptions {
  /** Take a file although it looks damaged. */
  readonly accept?: boolean
  /** Only if it is due. */
  readonly onlyDue?: boolean
}

/** The lease was lost: what was done under it must not be kept. */
class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

/**
 * Fetches what a schedule names and imports it where it is new, unless another process is at it. An import, the end of its lease
 * and the checksum that says it is done are one transaction: it takes effect once, whatever is killed or stopped when. Throws
 * ImportError where there is no such schedule.
 */
export async function runSchedule(
  parts: RunParts,
  name: string,
  options: RunOptions = {},
): Promise<RunResult> {
  const { db, clock, write, holder, signal } = parts
  if (!(await findSchedule(db, name))) throw new ImportError(`There is no schedule ${name.slice(0, 60)}.`)
  let result: RunResult = { kind: 'busy' }
  const due = options.onlyDue ? { dueBy: clock.now().toISOString() } : {}
  await underLease({ write, clock, holder, name: jobOf(name), signal, ...due }, async (inner, fence) => {
    const lease = { name: jobOf(name), fence }
    result = await attempt({ ...parts, signal: inner }, name, lease, options).catch((error: unknown) => {
      if (error instanceof LeaseLostError) return { kind: 'lost' } as const
      if (signal.aborted) return { kind: 'stopped' } as const
      if (inner.aborted) return { kind: 'lost' } as const
      throw error
    })
    return {}
  })
  return result
}

async function attempt(parts: RunParts, name: string, lease: Taken, options: RunOptions): Promise<RunResult> {
  // Now that it is ours, nobody else changes what is known of it.
  const schedule = await findSchedule(parts.db, name)
  if (!schedule) throw new LeaseLostError()
  const { failures = 0 } = (await findJob(parts.db, lease.name)) ?? {}
  const end = (trx: Db, made: Attempt) => settle(trx, parts, { schedule, lease, failures }, made)
  const endAlone = async (made: Attempt & { readonly words: string }): Promise<RunResult> => {
    await parts.write((trx) => end(trx, made))
    return { kind: made.kind, words: made.words } as RunResult
  }
  try {
    const done = await inWorkFolder(parts.workFile, parts.clock.now(), (folder) =>
      fetchAndImport(parts, schedule, folder, { lease, end, accept: options.accept ?? false }),
    )
    if (done.kind === 'taken') return done
    return await endAlone(done)
  } catch (error) {
    if (error instanceof LeaseLostError || parts.signal.aborted) throw error
    if (error instanceof DamageError) return endAlone({ kind: 'held', words: error.what })
    const words =
      error instanceof ImportError ? error.message : `Not foreseen: ${(error as Error).message ?? 'unknown'}`
    return endAlone({ kind: 'failed', words })
  }
}

type Fetched = (Attempt & { readonly words: string }) | { readonly kind: 'taken'; readonly words: string }

async function fetchAndImport(
  parts: RunParts,
  schedule: ImportScheduleRow,
  folder: string,
  {
    lease,
    end,
    accept,
  }: {
    readonly lease: Taken
    readonly end: (trx: Db, made: Attempt) => Promise<void>
    readonly accept: boolean
  },
): Promise<Fetched> {
  const { db, signal, clock } = parts
  const isHere = await hasItsSources(db, schedule)
  const known = isHere
    ? { etag: schedule.etag, lastModified: schedule.last_modified }
    : { etag: null, lastModified: null }
  const brought = await bring(parts, schedule, folder, known)
  if (brought.kind === 'failed') return brought
  const unchanged = { kind: 'unchanged', words: 'nothing new' } as const
  if (brought.kind === 'unchanged') return { ...unchanged, validators: known }
  const { path, version } = brought
  const { steps, retire } = planOf(schedule, path)
  const checksum = await checksumOf(steps)
  if (checksum === schedule.checksum && isHere) return { ...unchanged, validators: version }
  if (!(await isKept(db, lease))) throw new LeaseLostError()
  const reports = await recordedImport(db, steps, {
    ...{ by: 'schedule', clock, derivations, retire, signal, force: accept },
    ...(parts.onProgress ? { onProgress: parts.onProgress } : {}),
    async finish(trx, made) {
      // A file of this computer can be written while we read it: half of it must not count as the whole.
      if (!isWebAddress(schedule.origin) && (await checksumOf(steps)) !== checksum)
        throw new ImportError('The file was changed while it was read.')
      await end(trx, { kind: 'taken', validators: version, checksum, reports: made })
    },
  })
  const written = reports.reduce((sum, one) => sum + one.written, 0)
  const deleted = reports.reduce((sum, one) => sum + one.deleted, 0)
  return { kind: 'taken', words: `${written} written, ${deleted} deleted` }
}

/** What was imported may have been taken away since; it then comes again. */
async function hasItsSources(db: Db, { sources }: ImportScheduleRow): Promise<boolean> {
  const there = await sourceChecksums(db)
  return sources.split(' ').every((id) => there.has(id))
}

type Brought =
  | { readonly kind: 'file'; readonly path: string; readonly version: FileVersion }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly words: string }

async function bring(
  { ask, signal }: RunParts,
  { origin }: ImportScheduleRow,
  folder: string,
  known: FileVersion,
): Promise<Brought> {
  if (!isWebAddress(origin)) {
    if (!statSync(origin, { throwIfNoEntry: false }))
      return { kind: 'failed', words: `There is no ${origin}.` }
    return { kind: 'file', path: origin, version: { etag: null, lastModified: null } }
  }
  const path = join(folder, fileName(origin))
  const came = await download(ask, { url: origin, saveAs: path, known, signal })
  return came.kind === 'saved' ? { kind: 'file', path, version: came.version } : came
}

/** Records what came of it and ends the lease, both or neither. */
async function settle(
  trx: Db,
  { clock, random }: RunParts,
  {
    schedule,
    lease,
    failures,
  }: { readonly schedule: ImportScheduleRow; readonly lease: Taken; readonly failures: number },
  made: Attempt,
): Promise<void> {
  const now = clock.now()
  const every = schedule.every_seconds * 1_000
  const inARow = made.kind === 'failed' || made.kind === 'held' ? failures + 1 : 0
  const rest = made.kind === 'failed' ? Math.min(every, retryDelay(inARow)) : every
  // Servers of many towns must not ask a publisher at the same moment.
  const spread = rest * (0.95 + 0.1 * random())
  const dueAt = new Date(now.getTime() + spread).toISOString()
  if (!(await endLease(trx, lease, { dueAt, failures: inARow }))) throw new LeaseLostError()
  await noteAttempt(trx, schedule.name, now.toISOString(), made)
}
