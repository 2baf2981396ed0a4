import type { Db } from './database/database.ts'
import { type ImportScheduleRow, listSchedules } from './import/index.ts'
import { listJobs } from './jobs/index.ts'
import { intervalWords } from './schedule-order.ts'
import { jobOf } from './scheduled-import.ts'

/** A schedule as a person reads about it. Times are RFC 3339 UTC. */
export interface ScheduleFacts {
  readonly name: string
  readonly state: 'waiting' | 'working' | 'paused' | 'failing' | 'held back'
  readonly profile: string | null
  readonly origin: string
  readonly every: string
  readonly sources: readonly string[]
  readonly lastTry: string | null
  readonly lastSuccess: string | null
  readonly lastChange: string | null
  /** Of the last change. */
  readonly counts: Readonly<Record<'read' | 'written' | 'deleted' | 'rejected', number>>
  readonly nextDue: string | null
  readonly failures: number
  readonly error: string | null
}

/** Every schedule, by name. */
export async function schedulesTable(db: Db, now: Date): Promise<readonly ScheduleFacts[]> {
  const jobs = new Map((await listJobs(db)).map((job) => [job.name, job]))
  return (await listSchedules(db)).map((row) => {
    const job = jobs.get(jobOf(row.name))
    const isWorking = (job?.lease_until ?? '') > now.toISOString()
    return {
      name: row.name,
      state: isWorking ? 'working' : stateOf(row),
      profile: row.profile,
      origin: row.origin,
      every: intervalWords(row.every_seconds),
      sources: row.sources.split(' ').filter(Boolean),
      lastTry: row.tried_at,
      lastSuccess: row.succeeded_at,
      lastChange: row.changed_at,
      counts: {
        read: row.read_count,
        written: row.written_count,
        deleted: row.deleted_count,
        rejected: row.rejected_count,
      },
      nextDue: row.paused ? null : (job?.due_at ?? null),
      failures: job?.failures ?? 0,
      error: row.error,
    }
  })
}

function stateOf({ paused, held, error }: ImportScheduleRow): ScheduleFacts['state'] {
  if (paused) return 'paused'
  if (held) return 'held back'
  return error === null ? 'waiting' : 'failing'
}
