import type { WriteSoon } from '../database/write-soon.ts'
import type { Clock } from './clock.ts'
import { underLease } from './lease.ts'
import { addJob } from './repository.ts'
import { retryDelay } from './retry-delay.ts'

/** Where work is kept up, and by whom. */
export interface KeeperPlace {
  readonly write: WriteSoon
  readonly clock: Clock
  /** Unique for each process. */
  readonly holder: string
  /** Takes what failed; it is tried again, later each time. */
  readonly report: (error: unknown) => void
}

/** Work that is done soon after there is something to do. Times in milliseconds. */
export interface KeptUp {
  /** Name of the lease that lets one process alone do it. */
  readonly name: string
  /** Between two looks whether there is something to do. */
  readonly pause: number
  /** Between a look that finds something and the work. */
  readonly settling?: number
  /** Writes nothing. */
  readonly isNeeded: () => Promise<boolean>
  /** Rejects when it could not. */
  readonly work: (signal: AbortSignal) => Promise<void>
}

/** Does it again and again, in one process at a time, until it is told to stop. */
export function keepUp(place: KeeperPlace, kept: KeptUp): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  const ended = keep(place, kept, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

async function keep(
  { write, clock, holder, report }: KeeperPlace,
  { name, pause, settling = 0, isNeeded, work }: KeptUp,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0
  const attempt = async () => {
    if (!(await isNeeded())) return
    if (settling > 0) await clock.wait(settling, signal)
    await write((trx) => addJob(trx, name, clock.now().toISOString()))
    await underLease({ write, clock, holder, name, signal }, async (inner) => {
      // Whoever held the lease before may have done it.
      if (inner.aborted || !(await isNeeded())) return {}
      const failed = await work(inner).then(
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
