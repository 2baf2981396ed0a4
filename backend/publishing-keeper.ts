import { dueDrafts } from './changes/index.ts'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { addJob, type Clock, retryDelay, underLease } from './jobs/index.ts'

/** Name of the lease that lets one process alone publish. */
const publishingJob = 'publishing'

/** Milliseconds between two looks for drafts whose time has come; a look writes nothing. */
const pause = 5_000

interface Parts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Unique for each process. */
  readonly holder: string
  /** Publishes all whose time has come; rejects when it could not. */
  readonly publish: (signal: AbortSignal) => Promise<void>
  /** Takes what failed; it is tried again, later each time. */
  readonly report: (error: unknown) => void
}

/** Publishes drafts at their time, and after a downtime those whose time has passed meanwhile. */
export function keepPublishing(parts: Parts): { readonly stop: () => Promise<void> } {
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
  { db, write, clock, holder, publish, report }: Parts,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0
  const attempt = async () => {
    const now = () => clock.now().toISOString()
    if ((await dueDrafts(db, now())).length === 0) return
    await write((trx) => addJob(trx, publishingJob, now()))
    await underLease({ write, clock, holder, name: publishingJob, signal }, async (inner) => {
      const failed = await publish(inner).then(
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
