import { headOf, type InTransaction, recorded } from './access/index.ts'
import type { Db, Trx } from './database/database.ts'
import { dialectOf } from './database/dialect.ts'
import {
  changeSubscription,
  ensureFeedState,
  findSubscription,
  followTaken,
  forgetStaged,
  hasFresh,
  newNodeId,
  otherNodesOf,
  pageFrom,
  stagedSize,
  stagePage,
  subscriptionJob,
  type SubscriptionRow,
  type SyncFailure,
  takeStaged,
  withheldBy,
} from './federation/index.ts'
import { ImportError } from './import/index.ts'
import { fetchFeedPage } from './integration/feed-page.ts'
import type { GuardedClient } from './integration/guarded-client.ts'
import { endLease, findJob, isKept, retryDelay, type Taken as Lease, underLease } from './jobs/index.ts'
import type { RunParts } from './scheduled-import.ts'
import { noteSearchChange } from './wayfinding/index.ts'

/** What a sync came to. */
export type SyncResult =
  | { readonly kind: 'taken'; readonly written: number; readonly deleted: number; readonly pages: number }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly code: SyncFailure }
  /** Another process works on it, or it is not due. */
  | { readonly kind: 'busy' }
  /** Another process took over meanwhile. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'stopped' }

export interface SyncParts extends RunParts {
  /** Asks for pages of feeds; `ask` brings files. */
  readonly askNode: GuardedClient
  /** Brings a file of XZuFi; `finish` is the last thing in its transaction. */
  readonly importXzufi: (
    parts: SyncParts,
    subscription: SubscriptionRow,
    finish: (trx: Db, counts: SyncCounts) => Promise<void>,
  ) => Promise<'taken' | 'unchanged' | SyncFailure>
  /** Characters of all that is taken in at once. */
  readonly longest: number
}

/** What a change came to. */
export interface SyncCounts {
  readonly written: number
  readonly deleted: number
}

class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

class SyncError extends Error {
  override name = 'SyncError'
  readonly code: SyncFailure
  constructor(code: SyncFailure) {
    super(code)
    this.code = code
  }
}

/** Records of a change after which the engine’s idea of the data is worth nothing. */
const many = 10_000
/** Milliseconds between two tries while the other node is busy, and how many. */
const busyPause = 3_000
const busyTries = 30
/** Pages without a record in a row: of ours, what was deleted a moment ago is left out of one. */
const mostEmpty = 50

/**
 * Brings here what is new at another node, unless another process is at it. Pages are laid aside one by one, each with the place where the
 * next begins; then all of it becomes a part of the catalogue in one transaction, which also ends the lease. Killed at any moment, it goes
 * on from there, and readers never see half of it. Throws ImportError where there is no such subscription.
 */
export async function runSync(
  parts: SyncParts,
  id: string,
  { onlyDue = false }: { readonly onlyDue?: boolean } = {},
): Promise<SyncResult> {
  const { db, clock, write, holder, signal } = parts
  if (!(await findSubscription(db, id))) throw new ImportError(`There is no subscription ${id.slice(0, 60)}.`)
  let result: SyncResult = { kind: 'busy' }
  const name = subscriptionJob(id)
  const due = onlyDue ? { dueBy: clock.now().toISOString() } : {}
  await underLease({ write, clock, holder, name, signal, ...due }, async (inner, fence) => {
    result = await attempt({ ...parts, signal: inner }, id, { name, fence }).catch((error: unknown) => {
      if (error instanceof LeaseLostError) return { kind: 'lost' } as const
      if (signal.aborted) return { kind: 'stopped' } as const
      if (inner.aborted) return { kind: 'lost' } as const
      throw error
    })
    return {}
  })
  return result
}

async function attempt(parts: SyncParts, id: string, lease: Lease): Promise<SyncResult> {
  const { db, write, signal, onProgress = () => {} } = parts
  const { failures = 0 } = (await findJob(db, lease.name)) ?? {}
  const settle = async (trx: Db, error: SyncFailure | undefined, counts?: SyncCounts) => {
    const subscription = await findSubscription(trx, id)
    if (!subscription) throw new LeaseLostError()
    await endWith(trx, parts, { subscription, lease, failures }, error, counts)
  }
  try {
    const subscription = await findSubscription(db, id)
    if (!subscription) throw new LeaseLostError()
    if (subscription.kind !== 'amtsweg') {
      const counts: SyncCounts = { written: 0, deleted: 0 }
      const came = await parts.importXzufi(parts, subscription, (trx, made) =>
        settle(trx, undefined, Object.assign(counts, made)),
      )
      if (came === 'taken') return { kind: 'taken', pages: 1, ...counts }
      await write((trx) => settle(trx, came === 'unchanged' ? undefined : came))
      return came === 'unchanged' ? { kind: 'unchanged' } : { kind: 'failed', code: came }
    }
    const pages = await fetchAll(parts, id, lease)
    onProgress(`${pages} pages have come`)
    if (!(await hasWork(db, id))) {
      await write((trx) => settle(trx, undefined))
      return { kind: 'unchanged' }
    }
    const counts = await takeAll(parts, id, settle)
    await write(async (trx) => changeSubscription(trx, id, { trail_seq: await trailEnd(trx) }))
    return { kind: 'taken', pages, ...counts }
  } catch (error) {
    if (error instanceof LeaseLostError || signal.aborted) throw error
    const code = error instanceof SyncError ? error.code : 'unforeseen'
    await write((trx) => settle(trx, code))
    if (code === 'unforeseen') throw error
    return { kind: 'failed', code }
  }
}

/** Lays aside everything that is new; tells how many pages that were. */
async function fetchAll(parts: SyncParts, id: string, lease: Lease): Promise<number> {
  const { db, write, askNode, signal, clock, longest } = parts
  const { node: own } = await write((trx) => ensureFeedState(trx as Trx, newNodeId))
  let tries = busyTries
  let size = await stagedSize(db, id)
  let empty = 0
  let hasBegunAnew = false
  for (let pages = 0; ;) {
    const subscription = await findSubscription(db, id)
    if (!subscription) throw new LeaseLostError()
    const { cursor, etag } = subscription
    const answer = await fetchFeedPage(askNode, { url: addressOf(subscription, own), etag, signal })
    if (answer.kind === 'unchanged') return pages
    if (answer.kind === 'failed') throw new SyncError(answer.code)
    if (answer.kind === 'busy') {
      tries -= 1
      if (tries < 0) throw new SyncError('busy')
      await clock.wait(busyPause, signal)
      signal.throwIfAborted()
    }
    if (answer.kind === 'gone') {
      if (cursor === null || hasBegunAnew) throw new SyncError('malformed')
      hasBegunAnew = true
      size = 0
      await underOwnLease(parts, lease, (trx) => beginAnew(trx, id))
    }
    if (answer.kind === 'page') {
      size += answer.bytes
      if (size > longest) throw new SyncError('too-large')
      const page = await pageFrom(db, answer.body, subscription, own)
      if (typeof page === 'string') throw new SyncError(page)
      empty = page.items.length === 0 ? empty + 1 : 0
      if (empty > mostEmpty) throw new SyncError('malformed')
      const isIdle = page.items.length === 0 && page.next === cursor
      await underOwnLease(parts, lease, async (trx) => {
        await stagePage(trx as Trx, id, page)
        await changeSubscription(trx, id, { etag: isIdle ? answer.etag : null })
      })
      pages += 1
      tries = busyTries
      if (page.complete) return pages
    }
  }
}

/** Makes a subscription read everything: what does not come any more goes at the end. */
export async function beginAnew(trx: Db, id: string): Promise<void> {
  await forgetStaged(trx as Trx, id)
  await changeSubscription(trx, id, {
    cursor: null,
    whole: 1,
    etag: null,
    checksum: null,
    last_modified: null,
  })
}

/** Nothing is written for who has lost the lease. */
const underOwnLease = ({ write }: SyncParts, lease: Lease, work: (trx: Db) => Promise<unknown>) =>
  write(async (trx) => {
    if (!(await isKept(trx, lease))) throw new LeaseLostError()
    await work(trx)
  })

/** Address of the feed of a node. */
const feedAt = (url: string): URL => new URL('api/v1/changes', url.endsWith('/') ? url : `${url}/`)

/** The shortest question to it. */
export function firstPageOf(url: string): string {
  const address = feedAt(url)
  address.searchParams.set('limit', '1')
  return address.href
}

/** The address of the next page. */
function addressOf({ url, cursor }: Pick<SubscriptionRow, 'url' | 'cursor'>, own: string): string {
  const address = feedAt(url)
  address.searchParams.set('without', own)
  if (cursor !== null) address.searchParams.set('since', cursor)
  return address.href
}

/** Whether there is something to take: new records, or such as were withheld while this node has changed since. */
async function hasWork(db: Db, id: string): Promise<boolean> {
  const subscription = await findSubscription(db, id)
  if (subscription?.whole === 1 || (await hasFresh(db, id))) return true
  if ((await withheldBy(db, id)).length === 0) return false
  return subscription?.trail_seq !== (await trailEnd(db))
}

/** Where the trail of changes ends: nothing was written since as long as it is the same. */
const trailEnd = async (db: Db): Promise<number> => (await headOf(db)).seq

async function takeAll(
  { db: _, write, clock }: SyncParts,
  id: string,
  settle: (trx: Db, error: undefined, counts: SyncCounts) => Promise<void>,
): Promise<SyncCounts> {
  const inTransaction: InTransaction = (work) => write((connection) => work(connection as Trx))
  const at = clock.now().toISOString()
  return recorded(inTransaction, { token: null, authority: null }, at, async (trx) => {
    const subscription = await findSubscription(trx, id)
    if (!subscription) throw new LeaseLostError()
    const { node } = await ensureFeedState(trx, newNodeId)
    const taken = await takeStaged(trx, subscription, { own: node, others: await otherNodesOf(trx, id), at })
    const counts = { written: sumOf(taken.written), deleted: sumOf(taken.deleted) }
    await followTaken(trx, taken, noteSearchChange)
    await settle(trx, undefined, counts)
    await changeSubscription(trx, id, { whole: 0 })
    if (counts.written >= many) await dialectOf(trx).takeStock(trx)
    if (counts.written + counts.deleted === 0) return { result: counts }
    const change = {
      action: 'subscription.sync',
      subject: `${id} (${counts.written} written, ${counts.deleted} deleted)`,
      before: undefined,
      after: subscription.cursor,
    }
    return { result: counts, change }
  })
}

const sumOf = (ids: ReadonlyMap<string, readonly string[]>): number =>
  [...ids.values()].reduce((sum, some) => sum + some.length, 0)

/** Records what came of it and ends the lease, both or neither. */
async function endWith(
  trx: Db,
  { clock, random }: SyncParts,
  {
    subscription,
    lease,
    failures,
  }: { readonly subscription: SubscriptionRow; readonly lease: Lease; readonly failures: number },
  error: SyncFailure | undefined,
  counts: SyncCounts | undefined,
): Promise<void> {
  const now = clock.now()
  const every = subscription.every_seconds * 1_000
  const inARow = error === undefined ? 0 : failures + 1
  const rest = error === undefined ? every : Math.min(every, retryDelay(inARow))
  // Many towns must not ask one node at the same moment.
  const dueAt = new Date(now.getTime() + rest * (0.95 + 0.1 * random())).toISOString()
  if (!(await endLease(trx, lease, { dueAt, failures: inARow }))) throw new LeaseLostError()
  const at = now.toISOString()
  const hasChanged = counts !== undefined && counts.written + counts.deleted > 0
  await changeSubscription(trx, subscription.id, {
    tried_at: at,
    error: error ?? null,
    ...(error === undefined ? { succeeded_at: at } : {}),
    ...(hasChanged ? { changed_at: at, written_count: counts.written, deleted_count: counts.deleted } : {}),
  })
}
