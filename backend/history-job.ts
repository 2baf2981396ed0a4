import { hasDraftsBefore, hasHistoryBefore, pruneDrafts, pruneHistory } from './changes/index.ts'
import type { Db } from './database/database.ts'
import type { WriteSoon } from './database/write-soon.ts'
import type { Clock, Job } from './jobs/index.ts'

const day = 24 * 60 * 60_000

/** Forgets what was changed so many days ago, once a day; the trail of changes stays. */
export const historyJob = (
  { db, write, clock }: { readonly db: Db; readonly write: WriteSoon; readonly clock: Clock },
  days: number,
): Job => ({
  name: 'history',
  every: day,
  async run() {
    const before = new Date(clock.now().getTime() - days * day).toISOString()
    // A draft outlives its entry where later changes of the same thing have pushed that out.
    if (!(await hasHistoryBefore(db, before)) && !(await hasDraftsBefore(db, before))) return
    await write(async (trx) => {
      await pruneHistory(trx, before)
      await pruneDrafts(trx, before)
    })
  },
})
