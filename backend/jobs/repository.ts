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

/** Takes the lease where nobody holds it any more: the one statement that decides between processes. */
export async function claim(db: Db, { name, holder, now, until, dueBy }: Claim): Promise<boolean> {
  const free = db
    .updateTable('job')
    .set({ holder, lease_until: until })
    .where('name', '=', name)
    .where((is) => is.or([is('lease_until', 'is', null), is('lease_until', '<=', now)]))
  const { numUpdatedRows } = await (
    dueBy === undefined ? free : free.where('due_at', '<=', dueBy)
  ).executeTakeFirst()
  return numUpdatedRows === 1n
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

/** Every job: when it is due, who works on it until when, how often it has failed in a row. */
export const listJobs = (db: Db): Promise<JobRow[]> =>
  db.selectFrom('job').selectAll().orderBy('name').execute()
