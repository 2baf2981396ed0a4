import { setTimeout as sleep } from 'node:timers/promises'
import type { SignInSettings } from '../access/index.ts'
import type { Db, Trx } from '../database/database.ts'
import type { WriteIfFree } from '../database/write-if-free.ts'
import { ProblemError } from './problem.ts'

/** What a route works with that lets somebody write. */
export interface EditParts {
  readonly db: Db
  readonly now: () => Date
  readonly writeIfFree: WriteIfFree
  /** For what no answer is made of, such as sessions. */
  readonly writeUnseen: WriteIfFree
  /** How long sessions last; left out, as usual. */
  readonly signIn?: SignInSettings | undefined
  /** Where readers reach the server; left out, the Host header says it. */
  readonly publicUrl?: string | undefined
  /** Milliseconds to wait for somebody else who writes; readers are answered meanwhile. */
  readonly patience?: number | undefined
}

/** The search index of a small town is made by then, an import of a country is not over. */
const usualPatience = 4_000
/** Milliseconds between two tries. */
const pause = 100

/** Seconds after which an import is perhaps over. */
const retryAfter = '5'

/**
 * Does work in a transaction of its own. While somebody else writes it is tried again, for a while: waiting for the lock itself would
 * halt every reader as well. After that, the editor is asked to come again.
 */
export const writeNow =
  ({ writeIfFree, patience = usualPatience }: Pick<EditParts, 'writeIfFree' | 'patience'>) =>
  async <Result>(work: (trx: Trx) => Promise<Result>): Promise<Result> => {
    const done: Result[] = []
    const attempt = () =>
      writeIfFree(async (connection) => {
        // A connection between begin and commit, which is what a transaction is to those who only ask.
        done.push(await work(connection as Trx))
      })
    const until = performance.now() + patience
    let ran = await attempt()
    while (!ran && performance.now() < until) {
      await sleep(pause)
      ran = await attempt()
    }
    if (!ran) throw new ProblemError('unavailable', { headers: { 'retry-after': retryAfter } })
    return done[0] as Result
  }
