import { verifyAudit } from '@amtsweg/backend/access/index.ts'
import type { Db } from '@amtsweg/backend/database/database.ts'

/** Throws unless the trail is unbroken; the number of its entries. */
export async function wholeTrail(db: Db): Promise<number> {
  const end = await verifyAudit(db)
  if ('reason' in end) throw new Error(`The trail is broken: ${end.reason}`)
  return end.seq
}

/** How often each file was taken in by a schedule, by its SHA-256. */
export async function takenBySchedule(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => ['after_hash', fn.countAll<number>().as('count')])
    .where('action', 'like', 'schedule.units%')
    .groupBy('after_hash')
    .execute()
  return new Map(rows.map(({ after_hash: hash, count }) => [hash ?? '', Number(count)]))
}
