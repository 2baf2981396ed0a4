import type { Db } from '../database/database.ts'

/** Name of the job, and of the lease, under which the files of an authority are worked on: one at a time. */
export const uploadJob = (authorityId: string): string => `upload:${authorityId}`

/** Until when somebody works on files of an authority (RFC 3339 UTC); undefined where nobody does. */
export async function leaseOf(db: Db, authorityId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('job')
    .select('lease_until')
    .where('name', '=', uploadJob(authorityId))
    .executeTakeFirst()
  return row?.lease_until ?? undefined
}
