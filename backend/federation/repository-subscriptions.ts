import type { Db, Trx } from '../database/database.ts'
import { someOf } from '../import/index.ts'
import type { SubscriptionRow, SubscriptionTable } from './tables.ts'

/** Name of the job, and of the lease, of a subscription. */
export const jobOf = (id: string): string => `subscription:${id}`

export const findSubscription = (db: Db, id: string): Promise<SubscriptionRow | undefined> =>
  db.selectFrom('subscription').selectAll().where('id', '=', id).executeTakeFirst()

/** Those of one authority, or all. */
export async function listSubscriptions(db: Db, authority?: string): Promise<readonly SubscriptionRow[]> {
  const all = db.selectFrom('subscription').selectAll().orderBy('created_at').orderBy('id')
  return (authority === undefined ? all : all.where('authority_id', '=', authority)).execute()
}

export async function addSubscription(
  trx: Trx,
  order: Pick<
    SubscriptionTable,
    'id' | 'authority_id' | 'kind' | 'url' | 'areas' | 'every_seconds' | 'created_at'
  >,
): Promise<void> {
  const nothing = {
    node: null,
    cursor: null,
    etag: null,
    last_modified: null,
    checksum: null,
    trail_seq: null,
  }
  const never = {
    tried_at: null,
    succeeded_at: null,
    changed_at: null,
    error: null,
    written_count: 0,
    deleted_count: 0,
  }
  await trx
    .insertInto('subscription')
    .values({ ...order, ...nothing, ...never, whole: 1 })
    .execute()
}

export const changeSubscription = (db: Db, id: string, change: Partial<Omit<SubscriptionTable, 'id'>>) =>
  db.updateTable('subscription').set(change).where('id', '=', id).execute()

export const deleteSubscription = (trx: Trx, id: string) =>
  trx.deleteFrom('subscription').where('id', '=', id).execute()

/** Whoever brings again what a subscription has left behind takes it over. */
export const forgetVia = (trx: Trx, id: string) =>
  trx.updateTable('feed_entry').set({ via: null }).where('via', '=', id).execute()

/** Nodes that other subscriptions ask themselves. */
export async function otherNodes(db: Db, id: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('subscription').select('node').where('id', '!=', id).execute()
  return new Set(rows.flatMap(({ node }) => node ?? []))
}

/** Living records that a subscription has brought, of one kind, a page behind the last one. */
export async function broughtBy(
  db: Db,
  id: string,
  kind: string,
  behind: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('feed_entry')
    .select('id')
    .where('via', '=', id)
    .where('kind', '=', kind)
    .where('deleted', '=', 0)
    .where('id', '>', behind)
    .orderBy('id')
    .limit(2_000)
    .execute()
  return rows.map((row) => row.id)
}

/** How many records each subscription has brought that are here. */
export async function recordCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('feed_entry')
    .select(['via', ({ fn }) => fn.countAll().as('count')])
    .where('via', 'is not', null)
    .where('deleted', '=', 0)
    .where('kind', '!=', 'source')
    .groupBy('via')
    .execute()
  return new Map(rows.map(({ via, count }) => [via ?? '', Number(count)]))
}

/** Sources among these that are known. */
export async function knownSources(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const some of someOf(ids)) {
    const rows = await db.selectFrom('source').select('id').where('id', 'in', some).execute()
    for (const { id } of rows) found.add(id)
  }
  return found
}

/** A source that a feed names without telling of it: what hangs on it must not be lost. */
export const addBareSource = (trx: Trx, id: string, name: string, at: string) =>
  trx
    .insertInto('source')
    .values({ id, name, invented: 0, imported_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
