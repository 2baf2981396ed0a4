import { type Actor, type FileChange, type InTransaction, recorded, waiting } from './access/index.ts'
import type { Db, Trx } from './database/database.ts'
import {
  ImportError,
  type ImportOptions,
  type ImportReport,
  type ImportStep,
  runImport,
  sourceChecksums,
} from './import/index.ts'

interface RecordedOptions extends Omit<ImportOptions, 'inTransaction'> {
  /** Who imports, as the trail of changes names it. */
  readonly by: 'import' | 'schedule' | 'start' | 'upload'
  /** In whose name; left out, whoever has the command line. */
  readonly actor?: Actor
  /** The first thing in the transaction. */
  readonly start?: (trx: Trx) => Promise<void>
  readonly clock: {
    readonly now: () => Date
    readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  }
  /** The last thing in the transaction. */
  readonly finish?: (trx: Trx, reports: readonly ImportReport[]) => Promise<void>
}

/** Milliseconds an import waits for another one to end, and between two tries. */
const patience = 30 * 60_000
const pause = 1_000

/** An import that leaves entries in the trail of changes, one for each file, in its own transaction. */
export async function recordedImport(
  db: Db,
  steps: readonly ImportStep[],
  { by, clock, start, finish, actor = { token: null, authority: null }, ...options }: RecordedOptions,
): Promise<readonly ImportReport[]> {
  const { signal = new AbortController().signal } = options
  const until = clock.now().getTime() + patience
  const inTransaction: InTransaction = waiting(db)
  const at = () => clock.now().toISOString()
  const once = () =>
    runImport(db, steps, {
      ...options,
      inTransaction: (work) =>
        recorded(inTransaction, actor, at(), async (trx) => {
          await start?.(trx)
          const before = await sourceChecksums(trx)
          const result = await work(trx)
          await finish?.(trx, result)
          return { result, fileChanges: changesOf(by, before, options.retire ?? [], result) }
        }),
    })
  for (;;) {
    try {
      return await once()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (signal.aborted || clock.now().getTime() > until)
        throw new ImportError('Another process has been writing for half an hour: try again later.', {
          cause: error,
        })
      await clock.wait(pause, signal)
    }
  }
}

/** Nothing was written: the first statement waits for its turn. */
const isBusy = (error: unknown): boolean =>
  (error as { readonly code?: string }).code?.startsWith('SQLITE_BUSY') ?? false

function changesOf(
  by: string,
  before: ReadonlyMap<string, string | null>,
  retired: readonly string[],
  reports: readonly ImportReport[],
): readonly FileChange[] {
  const known = new Map(before)
  const away = retired
    .filter((id) => known.has(id))
    .map((id) => ({
      action: `${by}.retire`,
      subject: id,
      files: { before: known.get(id) ?? null, after: null },
    }))
  retired.forEach((id) => known.delete(id))
  const taken = reports.map(({ source, checksum, profile, read, written, deleted, rejected }) => {
    const files = { before: known.get(source) ?? null, after: checksum }
    known.set(source, checksum)
    const counts = `${read} read, ${written} written, ${deleted} deleted, ${rejected.length} rejected`
    return { action: `${by}.${profile}`, subject: `${source} (${counts})`, files }
  })
  return [...away, ...taken]
}
