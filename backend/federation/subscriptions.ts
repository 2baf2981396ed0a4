import type { Subscription } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { forgetXzufi, someOf } from '../import/index.ts'
import { carriers } from './carriers.ts'
import { newNodeId } from './node-id.ts'
import { xzufiSource } from './node-source.ts'
import { ensureFeedState, noteRecords } from './repository-feed.ts'
import { forgetStaged, withheldBy } from './repository-staged.ts'
import {
  addSubscription,
  broughtBy,
  deleteSubscription,
  forgetVia,
  jobOf,
  listSubscriptions,
  recordCounts,
} from './repository-subscriptions.ts'
import { wordsOfFailure } from './sync-words.ts'
import type { SubscriptionRow } from './tables.ts'

/** What somebody subscribes to. */
export interface SubscriptionOrder {
  readonly id: string
  readonly kind: SubscriptionRow['kind']
  readonly url: string
  readonly areas: readonly string[]
  readonly everySeconds: number
  /** Who asks for it; null = the operator. */
  readonly authority: string | null
}

/** Notes a subscription and tells its id; the same address of the same authority is one subscription, however often it is asked for. */
export async function orderSubscription(trx: Trx, order: SubscriptionOrder, at: string): Promise<string> {
  const all = await listSubscriptions(trx)
  const same = all.find(({ url, authority_id }) => url === order.url && authority_id === order.authority)
  if (same) return same.id
  await addSubscription(trx, {
    id: order.id,
    authority_id: order.authority,
    kind: order.kind,
    url: order.url,
    areas: order.areas.join(' '),
    every_seconds: order.everySeconds,
    created_at: at,
  })
  return order.id
}

/** Ends a subscription; what it has brought stays as it is, or goes. Tells how many records went. */
export async function removeSubscription(
  trx: Trx,
  id: string,
  { records, at }: { readonly records: 'keep' | 'remove'; readonly at: string },
): Promise<number> {
  let gone = 0
  const all = await listSubscriptions(trx)
  const file = all.find((one) => one.id === id && one.kind !== 'amtsweg')
  const isShared = all.some((one) => one.id !== id && one.kind !== 'amtsweg' && one.url === file?.url)
  if (records === 'remove' && file && !isShared) gone += await removeSource(trx, xzufiSource(file.url), at)
  if (records === 'remove')
    for (const carrier of carriers.toReversed())
      for (let behind = ''; ;) {
        const ids = await broughtBy(trx, id, carrier.kind, behind)
        const end = ids.at(-1)
        if (end === undefined) break
        await carrier.remove(trx, ids)
        await noteRecords(trx, carrier, ids, { at })
        gone += ids.length
        behind = end
      }
  await forgetVia(trx, id)
  await forgetStaged(trx, id)
  await deleteSubscription(trx, id)
  return gone
}

/** Removes all that belongs to a source, the last in the order of building first; tells how many records that were. */
async function removeSource(trx: Trx, source: string, at: string): Promise<number> {
  await ensureFeedState(trx, newNodeId)
  let gone = 0
  for (const carrier of carriers.toReversed()) {
    const ids: string[] = []
    for await (const marks of carrier.marks(trx))
      for (const { id, sourceId } of marks) if (sourceId === source) ids.push(id)
    for (const some of someOf(ids)) {
      // Before the source itself, on which they hang.
      if (carrier.kind === 'source') await forgetXzufi(trx, source)
      await carrier.remove(trx, some)
      await noteRecords(trx, carrier, some, { at })
    }
    if (carrier.kind !== 'source') gone += ids.length
  }
  return gone
}

/** When each job is due, as far as a list tells it. */
interface JobFacts {
  readonly name: string
  readonly due_at: string
  readonly lease_until: string | null
}

/** Subscriptions of one authority, or all, and how they go. */
export async function listedSubscriptions(
  db: Db,
  jobs: readonly JobFacts[],
  now: Date,
  authority?: string,
): Promise<Subscription[]> {
  const counts = await recordCounts(db)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const rows = await listSubscriptions(db, authority)
  return Promise.all(
    rows.map(async (row) => {
      const job = byName.get(jobOf(row.id))
      const isWorking = (job?.lease_until ?? '') > now.toISOString()
      const rest = row.error === null ? 'waiting' : 'failing'
      return {
        id: row.id,
        kind: row.kind,
        url: row.url,
        areas: row.areas.split(' ').filter(Boolean),
        authority: row.authority_id,
        everyMinutes: Math.round(row.every_seconds / 60),
        node: row.node,
        state: isWorking ? 'working' : rest,
        triedAt: row.tried_at,
        succeededAt: row.succeeded_at,
        changedAt: row.changed_at,
        nextDueAt: job?.due_at ?? null,
        records: counts.get(row.id) ?? 0,
        written: row.written_count,
        deleted: row.deleted_count,
        withheld: [...(await withheldBy(db, row.id))],
        error: row.error === null ? null : { code: row.error, text: wordsOfFailure(row.error) },
      } satisfies Subscription
    }),
  )
}
