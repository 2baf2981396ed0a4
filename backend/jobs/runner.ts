import type { Db } from '../database/database.ts'
import type { WriteSoon } from '../database/write-soon.ts'
import type { Clock } from './clock.ts'
import { underLease } from './lease.ts'
import { addJob, dueJob } from './repository.ts'
import { retryDelay } from './retry-delay.ts'

/** Work that is done again and again, by one process at a time. */
export interface Job {
  readonly name: string
  /** Milliseconds between the end of a run and the next. */
  readonly every: number
  /** One run, bounded by itself; ends early, what it has done kept, when the signal is aborted. */
  readonly run: (signal: AbortSignal) => Promise<void>
}

interface JobsParts {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
  /** Unique for each process. */
  readonly holder: string
  readonly jobs: readonly Job[]
  /** Takes what failed; the job is tried again, later each time. */
  readonly report: (name: string, error: unknown) => void
}

/** Milliseconds between two looks for what is due; a look that finds nothing writes nothing. */
const pause = 15_000

/** Runs jobs until it is stopped; several processes on one database share the work. */
export function startJobs({ jobs, ...parts }: JobsParts): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController()
  const all = Promise.all(jobs.map((job) => keepRunning(job, parts, stopping.signal)))
  return {
    async stop() {
      stopping.abort()
      await all
    },
  }
}

async function keepRunning(job: Job, parts: Omit<JobsParts, 'jobs'>, signal: AbortSignal): Promise<void> {
  let known = false
  while (!signal.aborted) {
    // A database that is locked for a moment must not end the work for good.
    try {
      if (!known) await parts.write((db) => addJob(db, job.name, parts.clock.now().toISOString()))
      known = true
      await runIfDue(job, parts, signal)
    } catch (error) {
      parts.report(job.name, error)
    }
    await parts.clock.wait(pause, signal)
  }
}

/** One look at one job; true when this process ran it. */
export async function runIfDue(
  job: Job,
  { db, write, clock, holder, report }: Omit<JobsParts, 'jobs'>,
  signal: AbortSignal,
): Promise<boolean> {
  const dueBy = clock.now().toISOString()
  const failures = await dueJob(db, job.name, dueBy)
  if (failures === undefined) return false
  const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds).toISOString()
  return underLease({ write, clock, holder, name: job.name, signal, dueBy }, async (inner) => {
    try {
      await job.run(inner)
      return { dueAt: later(job.every), failures: 0 }
    } catch (error) {
      report(job.name, error)
      return { dueAt: later(retryDelay(failures + 1)), failures: failures + 1 }
    }
  })
}
