import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { addJob, type Clock, retryDelay, underLease } from './jobs/index.ts'
import { hasSearchChanges } from './wayfinding/index.ts'

/** Name of the lease that lets one process alone make the index. */
export const searchIndexJob = 'search-index'

/** Milliseconds between two looks for changes; a look writes nothing. */
const pause = 1_000
/** Milliseconds between a change that is seen and the work: whoever edits one service often edits the next. */
const settling = 2_000

interface Parts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Unique for each process. */
  readonly holder: string
  /** Makes the index anew where services were changed; rejects when it could not. */
  readonly refresh: (signal: AbortSignal) => Promise<void>
  /** Takes what failed; it is tried again, later each time. */
  readonly report: (error: unknown) => void
}

/** Keeps search in step with what editors change, seconds later, without a reader having to wait for it. */
export function keepSearchIndex(parts: Parts): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  const kept = keep(parts, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await kept
    },
  }
}

async function keep(
  { db, write, clock, holder, refresh, report }: Parts,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0
  const attempt = async () => {
    if (!(await hasSearchChanges(db))) return
    await clock.wait(settling, signal)
    await write((trx) => addJob(trx, searchIndexJob, clock.now().toISOString()))
    await underLease({ write, clock, holder, name: searchIndexJob, signal }, async (inner) => {
      // Whoever held the lease before may have done it.
      if (inner.aborted || !(await hasSearchChanges(db))) return {}
      const failed = await refresh(inner).then(
        () => undefined,
        (error: unknown) => ({ error }),
      )
      failures = failed ? failures + 1 : 0
      if (failed && !inner.aborted) report(failed.error)
      return {}
    })
  }
  while (!signal.aborted) {
    // A database that is locked for a moment must not end the work for good.
    await attempt().catch(report)
    await clock.wait(failures > 0 ? retryDelay(failures) : pause, signal)
  }
}
