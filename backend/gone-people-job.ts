import type { Db, Trx } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import { deleteLongGone, peopleLongGone } from './directory/index.ts'
import type { Clock, Job } from './jobs/index.ts'

/** Deletes whom a list or a directory has withdrawn a month ago, once a day: no further list has to come for that. */
export const gonePeopleJob = ({
  db,
  write,
  clock,
}: {
  readonly db: Db
  readonly write: WriteSoon
  readonly clock: Clock
}): Job => ({
  name: 'gone-people',
  every: 24 * 60 * 60_000,
  async run() {
    const now = clock.now()
    if ((await peopleLongGone(db, now)).length > 0) await write((trx) => deleteLongGone(trx as Trx, now))
  },
})
