import type { OpenDatabase } from '../database/database.ts'
import type { ClientKeys } from './client-keys.ts'
import type { Rates } from './rates.ts'
import { addShares, saltOf, sharedTotals } from './repository.ts'

interface Parts {
  readonly rates: Rates
  readonly keys: ClientKeys
  readonly now: () => Date
  readonly random: (bytes: number) => Buffer
  /** Where several processes meet; left out, this one counts for itself. */
  readonly database?: Pick<OpenDatabase, 'db' | 'writeIfFree'> | undefined
}

/** Two windows of the longest policy. */
const remembered = 2 * 60_000

/**
 * What is to be done every few seconds: a new salt on a new day, and where several processes work on one database, an exchange of
 * what busy clients have asked. Writes at most one transaction, and none where nobody is busy or somebody else writes.
 */
export function rateKeeper({ rates, keys, now, random, database }: Parts): () => Promise<void> {
  let day = ''
  return async () => {
    const today = now().toISOString().slice(0, 10)
    if (today !== day) {
      const fresh = random(32)
      keys.renew(database ? await saltOf(database.db, today, fresh) : fresh)
      day = today
    }
    if (!database) return
    const oldest = now().getTime() - remembered
    const news = rates.news()
    if (news.length > 0 && (await database.writeIfFree((db) => addShares(db, news, oldest)))) rates.told(news)
    rates.learn(await sharedTotals(database.db, oldest))
  }
}
