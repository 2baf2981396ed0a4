import { randomUUID } from 'node:crypto'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { noteAttempt, runningSchedules } from './import/index.ts'
import { abandonJob, type Clock, listJobs, retryDelay } from './jobs/index.ts'
import { jobOf } from './scheduled-import.ts'

/** What is due again and again. */
export interface DueWork {
  readonly names: (db: Db) => Promise<readonly string[]>
  /** Name of the job of one. */
  readonly jobOf: (name: string) => string
  /** Notes that a run was ended from outside, and how. `at` is RFC 3339 UTC. */
  readonly noteDeath: (trx: Db, name: string, at: string, end: string) => Promise<unknown>
}

/** Imports by schedule. */
const imports: DueWork = {
  names: runningSchedules,
  jobOf,
  noteDeath: (trx, name, at, end) =>
    noteAttempt(trx, name, at, {
      kind: 'failed',
      words: `The import was ended from outside (${end}), perhaps for want of memory.`,
    }),
}

interface RunnerParts {
  /** Milliseconds between two looks; left out, a quarter of a minute. */
  readonly pause?: number
  /** Left out: imports by schedule. */
  readonly work?: DueWork
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Does one run under this name of a holder, wherever; resolves when it is over, with how it ended. */
  readonly run: (schedule: string, holder: string, signal: AbortSignal) => Promise<string>
  /** Takes what failed. */
  readonly report: (error: unknown) => void
}

/** Milliseconds between two looks for what is due; a look writes nothing. */
const usualPause = 15_000

/** Has what is due done, one after the other, until it is stopped; several processes on one database share the work. */
export function startSchedules(parts: RunnerParts): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping
  const keep = async () => {
    while (!signal.aborted) {
      try {
        await runDue(parts, signal)
      } catch (error) {
        parts.report(error)
      }
      await parts.clock.wait(parts.pause ?? usualPause, signal)
    }
  }
  const kept = keep()
  return {
    async stop() {
      stopping.abort()
      await kept
    },
  }
}

/** Does what is due now. */
export async function runDue(parts: RunnerParts, signal: AbortSignal): Promise<void> {
  for (const name of await dueNow(parts)) {
    if (signal.aborted) return
    const holder = randomUUID()
    const end = await parts.run(name, holder, signal)
    await afterDeath(parts, name, holder, end)
  }
}

async function dueNow({ db, clock, work = imports }: RunnerParts): Promise<readonly string[]> {
  const names = await work.names(db)
  if (names.length === 0) return []
  const now = clock.now().toISOString()
  const jobs = await listJobs(db)
  const due = new Set(
    jobs
      .filter(({ due_at, lease_until }) => due_at <= now && (lease_until ?? '') <= now)
      .map(({ name }) => name),
  )
  return names.filter((name) => due.has(work.jobOf(name)))
}

/** Who ended without giving the lease back was killed: it counts as a failure, so that what kills is tried less and less often. */
async function afterDeath(
  { write, clock, work = imports }: RunnerParts,
  name: string,
  holder: string,
  end: string,
): Promise<void> {
  await write(async (trx) => {
    const now = clock.now()
    const failures = await abandonJob(trx, work.jobOf(name), holder, (inARow) =>
      new Date(now.getTime() + retryDelay(inARow)).toISOString(),
    )
    if (failures === undefined) return
    await work.noteDeath(trx, name, now.toISOString(), end)
  })
}
