import type { Db, Trx } from '../database/database.ts'

/** An account at an identity provider: `sub` means nothing without its issuer. */
export interface Subject {
  readonly issuer: string
  readonly subject: string
}

/** The clerk an account belongs to. */
export async function clerkOfSubject(db: Db, { issuer, subject }: Subject): Promise<string | undefined> {
  const row = await db
    .selectFrom('clerk_subject')
    .select('clerk_id')
    .where('provider', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.clerk_id
}

/** Issuers at which a clerk has an account that opens. */
export async function issuersOf(db: Db, clerk: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('clerk_subject').select('provider').where('clerk_id', '=', clerk).execute()
  return rows.map(({ provider }) => provider)
}

/** Lets an account open for a clerk, in the place of the one the clerk had at the same issuer. */
export async function linkSubject(trx: Trx, clerk: string, { issuer, subject }: Subject): Promise<void> {
  await trx.deleteFrom('clerk_subject').where('clerk_id', '=', clerk).where('provider', '=', issuer).execute()
  await trx.insertInto('clerk_subject').values({ clerk_id: clerk, provider: issuer, subject }).execute()
}
