import type { Db } from '../database/database.ts'
import type { Share } from './rates.ts'

/** Windows told apart in one look: bounds what a flood from everywhere can make us read. */
const most = 10_000

/** Adds what this process has let in, and forgets windows that began before `oldest` (milliseconds). */
export async function addShares(db: Db, shares: readonly Share[], oldest: number): Promise<void> {
  await db.deleteFrom('shared_rate').where('window_start', '<', iso(oldest)).execute()
  if (shares.length === 0) return
  await db
    .insertInto('shared_rate')
    .values(
      shares.map(({ policy, client, window, requests }) => ({
        policy,
        client,
        window_start: iso(window),
        requests,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['policy', 'client', 'window_start'])
        .doUpdateSet((is) => ({ requests: is('shared_rate.requests', '+', is.ref('excluded.requests')) })),
    )
    .execute()
}

/** What all processes together have let in, in windows that began at `oldest` or later. */
export async function sharedTotals(db: Db, oldest: number): Promise<readonly Share[]> {
  const rows = await db
    .selectFrom('shared_rate')
    .selectAll()
    .where('window_start', '>=', iso(oldest))
    .orderBy('requests', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ policy, client, window_start, requests }) => ({
    policy,
    client,
    window: Date.parse(window_start),
    requests,
  }))
}

/** The salt of a day: `fresh` where nobody has made one yet. Those of other days are forgotten. */
export async function saltOf(db: Db, day: string, fresh: Buffer): Promise<Buffer> {
  const known = () => db.selectFrom('rate_salt').select('salt').where('day', '=', day).executeTakeFirst()
  const before = await known()
  if (before) return Buffer.from(before.salt, 'base64url')
  await db.deleteFrom('rate_salt').where('day', '!=', day).execute()
  await db
    .insertInto('rate_salt')
    .values({ day, salt: fresh.toString('base64url') })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute()
  return Buffer.from((await known())!.salt, 'base64url')
}

const iso = (milliseconds: number) => new Date(milliseconds).toISOString()
