import type { SignInMethod } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { hashOf } from './secret.ts'
import type { SignInSettings } from './sign-in-settings.ts'
import type { ClerkSessionRow } from './tables.ts'

/** A session that is open: whose, and how it was begun. */
export interface OpenSession {
  readonly id: string
  readonly clerk: string
  readonly method: SignInMethod
  readonly device: string
  /** RFC 3339 UTC. */
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly endsAt: string
}

export type SessionRefusal = 'session-missing' | 'session-expired'

const toSession = (row: ClerkSessionRow): OpenSession => ({
  id: row.id,
  clerk: row.clerk_id,
  method: row.method as SignInMethod,
  device: row.device,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  endsAt: row.ends_at,
})

type Life = Pick<SignInSettings, 'idleMinutes'>

const isOver = ({ last_seen_at, ends_at }: ClerkSessionRow, { idleMinutes }: Life, now: Date): boolean =>
  ends_at <= now.toISOString() || Date.parse(last_seen_at) + idleMinutes * 60_000 <= now.getTime()

/** Sessions of clerks who are not suspended; those of others are over with the suspension. */
const living = (db: Db) =>
  db
    .selectFrom('clerk_session')
    .innerJoin('clerk', 'clerk.id', 'clerk_session.clerk_id')
    .selectAll('clerk_session')
    .where('clerk.suspended_at', 'is', null)

/** The session that a cookie stands for at a moment, or why it stands for none. */
export async function sessionOf(
  db: Db,
  secret: string,
  life: Life,
  now: Date,
): Promise<OpenSession | SessionRefusal> {
  const row = await living(db).where('clerk_session.hash', '=', hashOf(secret)).executeTakeFirst()
  return !row || isOver(row, life, now) ? 'session-expired' : toSession(row)
}

/** Whether a session that was open still is. */
export async function isStillOpen(db: Db, id: string, now: Date): Promise<boolean> {
  const row = await living(db).where('clerk_session.id', '=', id).executeTakeFirst()
  return row !== undefined && row.ends_at > now.toISOString()
}

/** A clerk's sessions that are open, the newest first. */
export async function listSessions(
  db: Db,
  clerk: string,
  life: Life,
  now: Date,
): Promise<readonly OpenSession[]> {
  const rows = await living(db)
    .where('clerk_session.clerk_id', '=', clerk)
    .orderBy('clerk_session.created_at', 'desc')
    .orderBy('clerk_session.id')
    .execute()
  return rows.filter((row) => !isOver(row, life, now)).map(toSession)
}

interface NewSession {
  readonly id: string
  readonly secret: string
  readonly clerk: string
  readonly method: SignInMethod
  readonly device: string
}

/** Begins a session, and forgets those that are over. */
export async function addSession(
  trx: Trx,
  { id, secret, clerk, method, device }: NewSession,
  { hours }: Pick<SignInSettings, 'hours'>,
  now: Date,
): Promise<void> {
  const at = now.toISOString()
  await trx.deleteFrom('clerk_session').where('ends_at', '<=', at).execute()
  await trx
    .insertInto('clerk_session')
    .values({
      ...{ id, hash: hashOf(secret), clerk_id: clerk, method, device, created_at: at, last_seen_at: at },
      ends_at: new Date(now.getTime() + hours * 3_600_000).toISOString(),
    })
    .execute()
  await trx
    .updateTable('clerk')
    .set({ last_seen_on: at.slice(0, 10) })
    .where('id', '=', clerk)
    .execute()
}

/** Milliseconds for which nobody notes again that a session is used. */
const noteAgain = 60_000

export const isToNote = ({ lastSeenAt }: OpenSession, now: Date): boolean =>
  now.getTime() - Date.parse(lastSeenAt) >= noteAgain

export const noteSeen = (db: Db, session: string, now: Date) =>
  db.updateTable('clerk_session').set({ last_seen_at: now.toISOString() }).where('id', '=', session).execute()

/** Ends the session that a cookie stands for, if any. */
export const endSessionOf = (trx: Trx, secret: string) =>
  trx.deleteFrom('clerk_session').where('hash', '=', hashOf(secret)).execute()

/** Ends a session of a clerk; false where they have none of this id. */
export async function endSession(trx: Trx, clerk: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('clerk_session')
    .where('clerk_id', '=', clerk)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends all sessions of a clerk but one, if any. */
export async function endSessions(trx: Trx, clerk: string, but?: string): Promise<void> {
  const all = trx.deleteFrom('clerk_session').where('clerk_id', '=', clerk)
  await (but === undefined ? all : all.where('id', '!=', but)).execute()
  // Whoever has proved a password that is none any more has still to prove the second time, and must begin anew.
  await trx
    .deleteFrom('sign_in_step')
    .where('clerk_id', '=', clerk)
    .where('kind', '=', 'second-factor')
    .execute()
}
