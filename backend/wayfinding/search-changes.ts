import { compiled } from '../database/compiled.ts'
import type { Db, Trx } from '../database/database.ts'

/** Notes that the index must be made anew because of a service. Rows are only added, so that editors never wait for each other. */
export async function noteSearchChange(trx: Trx, serviceId: string): Promise<void> {
  await trx.insertInto('search_change').values({ service_id: serviceId }).execute()
}

const anyChange = compiled((db: Db) => db.selectFrom('search_change').select('id').limit(1))

/** Whether services were changed after the index was made. */
export const hasSearchChanges = async (db: Db): Promise<boolean> => (await anyChange(db)).length > 0

/** The changes that an index made now takes in. */
export async function searchChanges(trx: Trx): Promise<readonly number[]> {
  const rows = await trx.selectFrom('search_change').select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

const atOnce = 500

/** Exactly these: one that was noted meanwhile may have a smaller number, and is not in the index. */
export async function forgetSearchChanges(trx: Trx, ids: readonly number[]): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce)
    await trx
      .deleteFrom('search_change')
      .where('id', 'in', ids.slice(from, from + atOnce))
      .execute()
}
