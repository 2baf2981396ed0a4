import { authorityOfSource } from '../access/index.ts'
import { forget } from '../changes/index.ts'
import type { Db, Trx } from '../database/database.ts'
import { personAddress } from './person-id.ts'
import type { PersonRow } from './tables.ts'

/** Days for which who was withdrawn can come back as they were; after that nothing is left of them. */
const daysKept = 30

/** Forgets what history and drafts hold of people. */
export async function forgetPeople(
  trx: Trx,
  people: readonly Pick<PersonRow, 'id' | 'source_id'>[],
): Promise<void> {
  for (const { id, source_id } of people) {
    const authority = authorityOfSource(source_id)
    if (authority !== undefined) await forget(trx, authority, personAddress(id))
  }
}

/** Whoever was withdrawn so long ago that they are to be deleted. */
export const peopleLongGone = (db: Db, now: Date) =>
  db
    .selectFrom('person')
    .select(['id', 'source_id'])
    .where('withdrawn_on', '<', new Date(now.getTime() - daysKept * 86_400_000).toISOString().slice(0, 10))
    .execute()

/** Deletes them, and what was kept of them. */
export async function deleteLongGone(trx: Trx, now: Date): Promise<void> {
  const people = await peopleLongGone(trx, now)
  await forgetPeople(trx, people)
  for (const { id } of people) await trx.deleteFrom('person').where('id', '=', id).execute()
}
