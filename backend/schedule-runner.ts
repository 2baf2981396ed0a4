import { randomUUID } from 'node:crypto'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { noteAttempt, runningSchedules } from './import/index.ts'
import { abandonJob, type Clock, listJobs, retryDelay } from './jobs/index.ts'
import { jobOf } from './scheduled-import.ts'

interface RunnerParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Does one run under this name of a holder, wherever; resolves when it is over, with how it ended. */
  readonly run: (schedule: string, holder: string, signal: AbortSignal) => Promise<string>
  /** Takes what failed. */
  readonly report: (error: unknown) => void
}

/** Milliseconds between two looks for what is due; a look writes nothing. */
const pause = 15_000

/** Has scheduled imports done, one after the other, until it is stopped; several processes on one database share the work. */
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
      await parts.clock.wait(pause, signal)
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

async function dueNow({ db, clock }: RunnerParts): Promise<readonly string[]> {
  const names = await runningSchedules(db)
  if (names.length === 0) return []
  const now = clock.now().toISOString()
  const jobs = await listJobs(db)
  const due = new Set(
    jobs
      .filter(({ due_at, lease_until }) => due_at <= now && (lease_until ?? '') <= now)
      .map(({ name }) => name),
  )
  return names.filter((name) => due.has(jobOf(name)))
}

/** Who ended without giving the lease back was killed: it counts as a failure, so that what kills is tried less and less often. */
async function afterDeath(
  { write, clock }: RunnerParts,
  name: string,
  holder: string,
  end: string,
): Promise<void> {
  await write(async (trx) => {
    const now = clock.now()
    const failures = await abandonJob(trx, jobOf(name), holder, (inARow) =>
      new Date(now.getTime() + retryDelay(inARow)).toISOString(),
    )
    if (failures === undefined) return
    const words = `The import was ended from outside (${end}), perhaps for want of memory.`
    await noteAttempt(trx, name, now.toISOString(), { kind: 'failed', words })
  })
}
