import type { Db, Trx } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { pruneVersions } from './geodata/index.ts'
import type { Clock, Job } from './jobs/index.ts'

/** Throws away versions of geodata that nobody needs any more, once a day. */
export const geodataJob = ({
  db,
  write,
  clock,
}: {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
}): Job => ({
  name: 'geodata',
  every: 24 * 60 * 60_000,
  async run() {
    await pruneVersions(db, (work) => write((connection) => work(connection as Trx)), clock.now())
  },
})
