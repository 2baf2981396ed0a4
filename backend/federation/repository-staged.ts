import type { Db, Trx } from '../database/database.ts'
import { insertAll, someOf } from '../import/index.ts'
import type { FeedStagedRow } from './tables.ts'

/** Lays what has come aside; a later word about a record counts, not an earlier one. */
export async function stage(trx: Trx, rows: readonly FeedStagedRow[]): Promise<void> {
  const unique = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
  for (const [kind, some] of Map.groupBy(unique.values(), (row) => row.kind))
    for (const part of someOf(some))
      await trx
        .deleteFrom('feed_staged')
        .where('subscription_id', '=', part[0]?.subscription_id ?? '')
        .where('kind', '=', kind)
        .where(
          'id',
          'in',
          part.map(({ id }) => id),
        )
        .execute()
  await insertAll(trx, 'feed_staged', [...unique.values()])
}

const of = (db: Db, subscription: string) =>
  db.selectFrom('feed_staged').where('subscription_id', '=', subscription)

/** Records of a kind in the order of their ids, a page behind the last one; those that are gone, or those that are not. */
export async function stagedOf(
  db: Db,
  subscription: string,
  { kind, deleted, behind, limit }: { kind: string; deleted: 0 | 1; behind: string; limit: number },
): Promise<readonly FeedStagedRow[]> {
  const rows = await of(db, subscription)
    .selectAll()
    .where('kind', '=', kind)
    .where('deleted', '=', deleted)
    .where('id', '>', behind)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, version: Number(row.version) }))
}

/** Sources that records other than sources belong to. */
export async function stagedSources(db: Db, subscription: string): Promise<ReadonlySet<string>> {
  const rows = await of(db, subscription)
    .select('source_id')
    .distinct()
    .where('kind', '!=', 'source')
    .execute()
  return new Set(rows.map((row) => row.source_id))
}

/** Why a source waits of which nothing has come: nobody needs to know. */
export const unused = 'unused'

export const stagedKinds = async (db: Db, subscription: string): Promise<readonly string[]> =>
  (await of(db, subscription).select('kind').distinct().orderBy('kind').execute()).map(({ kind }) => kind)

/** Whether there is something that was not looked at yet. */
export const hasFresh = async (db: Db, subscription: string): Promise<boolean> =>
  (await of(db, subscription).select('id').where('withheld', 'is', null).limit(1).execute()).length > 0

/** Characters a record takes beside its content. */
const besides = 200

/** Characters of all that lies aside. */
export async function stagedSize(db: Db, subscription: string): Promise<number> {
  const { records, characters } = await of(db, subscription)
    .select(({ fn }) => [
      fn.countAll().as('records'),
      fn.sum(fn<number>('length', ['content'])).as('characters'),
    ])
    .executeTakeFirstOrThrow()
  return Number(characters ?? 0) + besides * Number(records)
}

export async function unstage(
  trx: Trx,
  subscription: string,
  kind: string,
  ids: readonly string[],
): Promise<void> {
  for (const some of someOf(ids))
    await trx
      .deleteFrom('feed_staged')
      .where('subscription_id', '=', subscription)
      .where('kind', '=', kind)
      .where('id', 'in', some)
      .execute()
}

/** Leaves records where they are and says why. */
export async function withhold(
  trx: Trx,
  subscription: string,
  kind: string,
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [reason, some] of Map.groupBy(reasons, ([, why]) => why))
    for (const part of someOf(some))
      await trx
        .updateTable('feed_staged')
        .set({ withheld: reason })
        .where('subscription_id', '=', subscription)
        .where('kind', '=', kind)
        .where(
          'id',
          'in',
          part.map(([id]) => id),
        )
        .execute()
}

export const forgetStaged = (trx: Trx, subscription: string) =>
  trx.deleteFrom('feed_staged').where('subscription_id', '=', subscription).execute()

/** How many records are withheld, by reason. */
export async function withheldBy(
  db: Db,
  subscription: string,
): Promise<readonly { readonly reason: string; readonly count: number }[]> {
  const rows = await of(db, subscription)
    .select(['withheld', ({ fn }) => fn.countAll().as('count')])
    .where('withheld', 'is not', null)
    .where('withheld', '!=', unused)
    .groupBy('withheld')
    .orderBy('withheld')
    .execute()
  return rows.map(({ withheld, count }) => ({ reason: withheld ?? '', count: Number(count) }))
}
