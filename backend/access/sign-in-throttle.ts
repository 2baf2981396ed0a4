import type { Db, Trx } from '../database/database.ts'
import { hashOf } from './secret.ts'

/** Who tries to sign in: by which name, from which network, and in a browser in which that clerk has signed in before or not. */
export interface Attempt {
  readonly login: string
  /** '' where it is unknown. */
  readonly network: string
  /** Hash of the known browser. */
  readonly device: string | undefined
}

interface Limit {
  readonly key: string
  readonly most: number
  readonly minutes: number
}

/**
 * What an attempt counts against: docs/decisions/0098. One network alone closes an account to itself only; many together do not close
 * it to the browser its clerk knows.
 */
const limitsOf = ({ login, network, device }: Attempt): readonly Limit[] =>
  device === undefined
    ? [
        { key: hashOf(`both ${login} ${network}`), most: 5, minutes: 15 },
        { key: hashOf(`login ${login}`), most: 50, minutes: 60 },
        { key: hashOf(`network ${network}`), most: 50, minutes: 15 },
      ]
    : [{ key: hashOf(`device ${device} ${login}`), most: 10, minutes: 15 }]

/** Seconds to wait before another attempt; 0 where it may be made. */
export async function secondsToWait(db: Db, attempt: Attempt, now: Date): Promise<number> {
  const limits = limitsOf(attempt)
  const rows = await db
    .selectFrom('sign_in_failure')
    .selectAll()
    .where(
      'key',
      'in',
      limits.map(({ key }) => key),
    )
    .where('ends_at', '>', now.toISOString())
    .execute()
  const waits = rows
    .filter((row) => row.failures >= (limits.find(({ key }) => key === row.key)?.most ?? Infinity))
    .map((row) => Math.ceil((Date.parse(row.ends_at) - now.getTime()) / 1_000))
  return Math.max(0, ...waits)
}

/** Counts an attempt before its password is looked at: many at the same time must not pass as one. */
export async function countAttempt(trx: Trx, attempt: Attempt, now: Date): Promise<void> {
  const at = now.toISOString()
  await trx.deleteFrom('sign_in_failure').where('ends_at', '<=', at).execute()
  for (const { key, minutes } of limitsOf(attempt))
    await trx
      .insertInto('sign_in_failure')
      .values({ key, failures: 1, ends_at: new Date(now.getTime() + minutes * 60_000).toISOString() })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((column) => ({
          failures: column('sign_in_failure.failures', '+', 1),
        })),
      )
      .execute()
}

/** Takes back that an attempt which succeeded was counted; failures before it stay, as somebody else's may be among them. */
export async function uncountAttempt(trx: Trx, attempt: Attempt): Promise<void> {
  for (const { key } of limitsOf(attempt))
    await trx
      .updateTable('sign_in_failure')
      .set((column) => ({ failures: column('failures', '-', 1) }))
      .where('key', '=', key)
      .execute()
}

/** Days for which a browser is known. */
export const deviceDays = 180

/** Whether a browser is one in which this clerk has signed in; its hash. */
export async function knownDevice(
  db: Db,
  secret: string | undefined,
  clerk: string | undefined,
  now: Date,
): Promise<string | undefined> {
  if (secret === undefined || clerk === undefined) return undefined
  const row = await db
    .selectFrom('clerk_device')
    .select('hash')
    .where('hash', '=', deviceHash(secret, clerk))
    .where('ends_at', '>', now.toISOString())
    .executeTakeFirst()
  return row?.hash
}

/** Clerks share browsers: each has a row of their own for it. */
const deviceHash = (secret: string, clerk: string) => hashOf(`${secret} ${clerk}`)

export async function rememberDevice(trx: Trx, secret: string, clerk: string, now: Date): Promise<void> {
  const ends_at = new Date(now.getTime() + deviceDays * 86_400_000).toISOString()
  await trx.deleteFrom('clerk_device').where('ends_at', '<=', now.toISOString()).execute()
  await trx
    .insertInto('clerk_device')
    .values({ hash: deviceHash(secret, clerk), clerk_id: clerk, ends_at })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ ends_at }))
    .execute()
}
