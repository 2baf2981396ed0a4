import type { Db } from '../database/database.ts'
import type { JobRow } from './tables.ts'

/** Who asks for a lease, when, and until when. Times are RFC 3339 UTC. */
export interface Claim {
  readonly name: string
  readonly holder: string
  readonly now: string
  readonly until: string
  /** Only if the job is still due then; left out, due or not. */
  readonly dueBy?: string | undefined
}

/** Notes that there is such a job; one that is known keeps its times. */
export async function addJob(db: Db, name: string, dueAt: string): Promise<void> {
  await db
    .insertInto('job')
    .values({ name, due_at: dueAt, holder: null, lease_until: null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute()
}

/** Failures in a row of a job that is due and that nobody works on; undefined for any other. Only reads. */
export async function dueJob(db: Db, name: string, now: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('job')
    .select('failures')
    .where('name', '=', name)
    .where('due_at', '<=', now)
    .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]))
    .executeTakeFirst()
  return row?.failures
}

/** Jobs whose last run failed, and how often in a row. */
export const failingJobs = (db: Db) =>
  db.selectFrom('job').select(['name', 'failures']).where('failures', '>', 0).orderBy('name').execute()

/**
 * Takes the lease where nobody holds it any more: the one statement that decides between processes. The number of this lease, or
 * undefined where somebody else has it.
 */
export async function claim(db: Db, { name, holder, now, until, dueBy }: Claim): Promise<number | undefined> {
  const free = db
    .updateTable('job')
    .set((is) => ({ holder, lease_until: until, fence: is('fence', '+', 1) }))
    .where('name', '=', name)
    .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]))
  const row = await (dueBy === undefined ? free : free.where('due_at', '<=', dueBy))
    .returning('fence')
    .executeTakeFirst()
  return row?.fence
}

/** Keeps a lease longer; false when another process has taken it meanwhile. */
export async function renew(
  db: Db,
  { name, holder, until }: Pick<Claim, 'name' | 'holder' | 'until'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ lease_until: until })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Gives the lease back and says when the job is due again. Without effect for who has lost it. */
export async function release(
  db: Db,
  { name, holder }: Pick<Claim, 'name' | 'holder'>,
  next: { readonly dueAt?: string; readonly failures?: number },
): Promise<void> {
  await db
    .updateTable('job')
    .set({
      holder: null,
      lease_until: null,
      ...(next.dueAt === undefined ? {} : { due_at: next.dueAt }),
      ...(next.failures === undefined ? {} : { failures: next.failures }),
    })
    .where('name', '=', name)
    .where('holder', '=', holder)
    .execute()
}

/** A lease somebody has taken. */
export interface Taken {
  readonly name: string
  readonly fence: number
}

/** Whether a lease is still that of whoever took it; only reads. */
export async function isKept(db: Db, { name, fence }: Taken): Promise<boolean> {
  const row = await db
    .selectFrom('job')
    .select('name')
    .where('name', '=', name)
    .where('fence', '=', fence)
    .where('holder', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Ends a lease in the transaction that holds what was done under it; false, and the transaction must not be committed, when another
 * process has taken it meanwhile. Who was stopped for an hour and goes on cannot write what is no longer true.
 */
export async function endLease(
  trx: Db,
  { name, fence }: Taken,
  { dueAt, failures }: { readonly dueAt: string; readonly failures: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('job')
    .set({ holder: null, lease_until: null, due_at: dueAt, failures })
    .where('name', '=', name)
    .where('fence', '=', fence)
    .where('holder', 'is not', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/**
 * Takes a lease from a holder that is gone, as a failure; the failures in a row, or undefined where that holder has given it back
 * or lost it.
 */
export async function abandonJob(
  db: Db,
  name: string,
  holder: string,
  dueAfter: (failures: number) => string,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('job')
    .select('failures')
    .where('name', '=', name)
    .where('holder', '=', holder)
    .executeTakeFirst()
  if (!row) return undefined
  const failures = row.failures + 1
  await release(db, { name, holder }, { dueAt: dueAfter(failures), failures })
  return failures
}

/** Makes a job due at another time; without effect on who works on it. */
export async function setDue(db: Db, name: string, dueAt: string): Promise<void> {
  await db.updateTable('job').set({ due_at: dueAt }).where('name', '=', name).execute()
}

/** Forgets a job. Who works on it finds its lease gone. */
export async function removeJob(db: Db, name: string): Promise<void> {
  await db.deleteFrom('job').where('name', '=', name).execute()
}

/** One job; undefined where there is none. */
export const findJob = (db: Db, name: string): Promise<JobRow | undefined> =>
  db.selectFrom('job').selectAll().where('name', '=', name).executeTakeFirst()

/** Every job: when it is due, who works on it until when, how often it has failed in a row. */
export const listJobs = (db: Db): Promise<JobRow[]> =>
  db.selectFrom('job').selectAll().orderBy('name').execute()
