import type { Db, Trx } from '../database/database.ts'
import type { WriteIfFree } from '../database/write-if-free.ts'
import { ProblemError } from './problem.ts'

/** What a route works with that lets somebody write. */
export interface EditParts {
  readonly db: Db
  readonly now: () => Date
  readonly writeIfFree: WriteIfFree
  /** Where readers reach the server; left out, the Host header says it. */
  readonly publicUrl?: string | undefined
}

/** Seconds after which an import is perhaps over. */
const retryAfter = '5'

/**
 * Does work in a transaction of its own. While an import writes, the editor is asked to come again: waiting for the lock would halt
 * every reader as well.
 */
export const writeNow =
  ({ writeIfFree }: Pick<EditParts, 'writeIfFree'>) =>
  async <Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> => {
    const done: Result[] = []
    const ran = await writeIfFree(async (connection) => {
      // A connection between begin and commit, which is what a transaction is to those who only ask.
      done.push(await work(connection as Trx))
    })
    if (!ran) throw new ProblemError('unavailable', { headers: { 'retry-after': retryAfter } })
    return done[0] as Result
  }
