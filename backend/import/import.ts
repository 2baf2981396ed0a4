import type { Source } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { dialectOf } from '../database/dialect.ts'
import { openImportFile } from './file.ts'
import {
  DamageError,
  type Fault,
  type ImportContext,
  ImportError,
  type ImportProfile,
  type Tenant,
  type Touched,
} from './profile.ts'
import { findSource, retireSources, saveSource } from './source.ts'

/** One record that was left out. */
export interface Rejection extends Fault {
  readonly line: number
  readonly reason: string
  readonly record?: string
  /** Sound, but not ours to hold: no sign of a damaged file. */
  readonly expected?: true
}

/** What one import did, or would do in a dry run. */
export interface ImportReport {
  readonly profile: string
  readonly path: string
  readonly source: string
  /** SHA-256 of the file, unpacked. */
  readonly checksum: string
  readonly read: number
  readonly written: number
  readonly deleted: number
  readonly rejected: readonly Rejection[]
  /** What else was found, and how often. */
  readonly notes: readonly { readonly what: string; readonly count: number }[]
  readonly milliseconds: number
}

/** One file to import with its profile; `source` replaces facts of the profile's own. */
export interface ImportStep {
  readonly profile: ImportProfile
  readonly path: string
  readonly source?: Partial<Source>
}

/** What must be computed anew after data of a kind have changed. */
export interface Derivation {
  readonly from: readonly Touched[]
  readonly name: string
  readonly rebuild: (trx: Trx) => Promise<void>
}

export interface ImportOptions {
  readonly dryRun?: boolean
  /** Accept deletions and rejections that look like a damaged file. */
  readonly force?: boolean
  /** Takes what looks damaged and was accepted all the same. */
  readonly onDamage?: (kind: 'many-withdrawn' | 'many-rejected') => void
  /** On whose behalf, where it is one of several authorities. */
  readonly tenant?: Tenant
  /** Takes how many records were read, now and then. */
  readonly onRead?: (read: number) => void
  /** Takes that all is read, and what follows from it is computed. */
  readonly onDerive?: () => void
  readonly derivations: readonly Derivation[]
  /** Sources whose records make way first: invented offices must never stand beside real ones. */
  readonly retire?: readonly string[]
  readonly onProgress?: (message: string) => void
  readonly now?: () => Date
  /** How the transaction is made, where more than the import belongs to it. */
  readonly inTransaction?: InTransaction
  /** Gives up, and leaves the data as they were, when it is aborted. */
  readonly signal?: AbortSignal
}

type InTransaction = (
  work: (trx: Trx) => Promise<readonly ImportReport[]>,
) => Promise<readonly ImportReport[]>

/** Shares above which a file counts as damaged. */
const maxVanishing = 0.3
const maxRejected = 0.2
const maxNotes = 1_000
/** Records after which somebody is told how many were read. */
const readStep = 100
/** Written rows after which the engine's idea of the data is worth nothing. */
const many = 10_000

class DryRunEnd extends Error {}

/** Runs all steps and derivations in one transaction: all or nothing. Throws ImportError and leaves the data as they were. */
export async function runImport(
  db: Db,
  steps: readonly ImportStep[],
  options: ImportOptions,
): Promise<readonly ImportReport[]> {
  const reports: ImportReport[] = []
  const progress = options.onProgress ?? (() => {})
  const work = async (trx: Trx): Promise<readonly ImportReport[]> => {
    await retireSources(trx, options.retire ?? [])
    for (const [index, step] of steps.entries()) {
      progress(`[${index + 1}/${steps.length}] ${step.profile.name}: ${step.path}`)
      const report = await runStep(trx, step, options)
      reports.push(report)
      progress(
        `      ${report.read} read, ${report.written} written, ${report.deleted} deleted, ${report.rejected.length} rejected (${report.milliseconds} ms)`,
      )
    }
    const touched = new Set(steps.flatMap((step) => step.profile.touches))
    const due = options.derivations.filter(({ from }) => from.some((kind) => touched.has(kind)))
    if (due.length > 0) options.onDerive?.()
    for (const derivation of due) {
      const start = performance.now()
      await derivation.rebuild(trx)
      progress(`      ${derivation.name} rebuilt (${Math.round(performance.now() - start)} ms)`)
    }
    if (options.dryRun) throw new DryRunEnd()
    if (reports.reduce((sum, { written }) => sum + written, 0) >= many) await dialectOf(trx).takeStock(trx)
    return reports
  }
  const inTransaction: InTransaction =
    options.inTransaction ?? ((inner) => db.transaction().execute((trx) => inner(trx)))
  try {
    await inTransaction(work)
  } catch (error) {
    if (!(error instanceof DryRunEnd)) throw error
  }
  return reports
}

async function runStep(trx: Trx, step: ImportStep, options: ImportOptions): Promise<ImportReport> {
  const start = performance.now()
  const { profile, path } = step
  const counts = { read: 0, written: 0, deleted: 0 }
  const rejected: Rejection[] = []
  const notes = new Map<string, number>()
  const file = openImportFile(path)
  const source =
    options.tenant?.source ??
    ({ ...profile.source, ...(await profile.describe?.(file)), ...step.source } as Source)
  const now = (options.now?.() ?? new Date()).toISOString()
  const leave = (line: number, reason: string, record: string | undefined, fault: Fault = {}) => ({
    line,
    reason,
    ...(record ? { record } : {}),
    ...fault,
  })
  const context: ImportContext = {
    trx,
    source,
    previous: await findSource(trx, source.id),
    now,
    ...(options.tenant ? { tenant: options.tenant } : {}),
    reject: (line, reason, record, fault) => rejected.push(leave(line, reason, record, fault)),
    leaveOut: (line, reason, record) => rejected.push({ ...leave(line, reason, record), expected: true }),
    note: (what) => {
      // A hostile file may not fill the memory with names of its own.
      if (notes.has(what) || notes.size < maxNotes) notes.set(what, (notes.get(what) ?? 0) + 1)
    },
    count: (what, by = 1) => {
      options.signal?.throwIfAborted()
      counts[what] += by
      if (what === 'read' && counts.read % readStep === 0) options.onRead?.(counts.read)
    },
    guardDeletions: (present, vanishing) => {
      if (vanishing < 10 || vanishing / present <= maxVanishing) return
      if (options.force) return options.onDamage?.('many-withdrawn')
      throw new DamageError(
        `${profile.name}: ${vanishing} of ${present} records would be deleted, which looks like a truncated file.`,
        'Use --force if this is meant.',
      )
    },
  }
  const checksum = await file.checksum()
  await saveSource(trx, source, checksum, now)
  await profile.run(file, context)
  if (counts.read === 0)
    throw new ImportError(`${profile.name}: ${options.tenant ? 'The file' : path} holds no records.`)
  const faulty = rejected.filter((one) => !one.expected)
  const isDamaged = faulty.length > 10 && faulty.length / counts.read > maxRejected
  if (isDamaged) options.onDamage?.('many-rejected')
  if (!options.force && isDamaged)
    throw new DamageError(
      `${profile.name}: ${faulty.length} of ${counts.read} records were rejected, first: line ${faulty[0]?.line}: ${faulty[0]?.reason}.`,
      'Use --force to take the rest.',
    )
  return {
    profile: profile.name,
    path,
    source: source.id,
    checksum,
    ...counts,
    rejected,
    notes: [...notes].map(([what, count]) => ({ what, count })),
    milliseconds: Math.round(performance.now() - start),
  }
}
