import { changeSubscription, listSubscriptions, subscriptionJob } from './federation/index.ts'
import type { DueWork } from './schedule-runner.ts'

/** Subscriptions, as work that is due again and again. */
export const dueSubscriptions: DueWork = {
  names: async (db) => (await listSubscriptions(db)).map(({ id }) => id),
  jobOf: subscriptionJob,
  noteDeath: (trx, id, at) => changeSubscription(trx, id, { tried_at: at, error: 'killed' }),
}
