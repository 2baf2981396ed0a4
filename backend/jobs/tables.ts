import type { Generated, Selectable } from 'kysely'

/** Scheduled work, and which process does it at the moment. Times are RFC 3339 UTC. */
export interface JobTable {
  name: string
  due_at: string
  /** Null while nobody works on it. */
  holder: string | null
  /** After this moment another process may take over. */
  lease_until: string | null
  /** Failures in a row. */
  failures: Generated<number>
  /** One more each time somebody takes the lease. */
  fence: Generated<number>
}
export type JobRow = Selectable<JobTable>
