import type { Db, Trx } from '../database/database.ts'
import { administratorsOf, hasWayIn } from './repository-clerks.ts'

/** That somebody wants nothing to wait for a second person any more. */
interface FourEyesWish {
  /** Id of the clerk. */
  readonly by: string
  /** RFC 3339 UTC. */
  readonly at: string
  readonly until: string
}

/** Milliseconds after which a wish that nobody has agreed to is none any more: two weeks, a holiday long. */
const lasts = 14 * 86_400_000

/** What one clerk has asked for and another can agree to; undefined where there is no such wish at a moment. */
export async function wishOf(db: Db, authority: string, now: Date): Promise<FourEyesWish | undefined> {
  const row = await db
    .selectFrom('four_eyes_end')
    .selectAll()
    .where('authority_id', '=', authority)
    .executeTakeFirst()
  if (!row) return undefined
  const until = new Date(Date.parse(row.asked_at) + lasts)
  return until > now ? { by: row.clerk_id, at: row.asked_at, until: until.toISOString() } : undefined
}

/** Keeps a wish in the place of any before. `at` is RFC 3339 UTC. */
export async function keepWish(trx: Trx, authority: string, by: string, at: string): Promise<void> {
  const wish = { clerk_id: by, asked_at: at }
  await trx
    .insertInto('four_eyes_end')
    .values({ authority_id: authority, ...wish })
    .onConflict((conflict) => conflict.column('authority_id').doUpdateSet(wish))
    .execute()
}

export const dropWish = (db: Db, authority: string) =>
  db.deleteFrom('four_eyes_end').where('authority_id', '=', authority).execute()

/** Ids of those who administer an authority, also by the installation, and can sign in. */
export async function decidersOf(db: Db, authority: string): Promise<readonly string[]> {
  const rows = [...(await administratorsOf(db, authority)), ...(await administratorsOf(db, null))]
  const ids: string[] = []
  for (const row of rows) if (!ids.includes(row.id) && (await hasWayIn(db, row))) ids.push(row.id)
  return ids
}
