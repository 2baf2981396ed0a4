import type { WriteSoon } from '../database/write-soon.ts'
import type { Clock } from './clock.ts'
import { claim, release, renew } from './repository.ts'

/** Milliseconds after which a process that no longer renews its lease counts as gone. */
export const leaseTime = 5 * 60_000

interface Lease {
  readonly write: WriteSoon
  readonly clock: Clock
  /** Unique for each process. */
  readonly holder: string
  readonly name: string
  readonly signal: AbortSignal
  /** Only if the job is still due then (RFC 3339); left out, due or not. */
  readonly dueBy?: string
}

/** When the job is due again, and its failures in a row; left out, both stay. */
export interface Next {
  readonly dueAt?: string
  readonly failures?: number
}

/**
 * Does the work while this process alone holds the lease, renewing it meanwhile; the work's signal is aborted when the lease
 * is lost, and `fence` tells this lease from any other. False when another process holds it. The work must not throw.
 */
export async function underLease(
  { write, clock, holder, name, signal, dueBy }: Lease,
  work: (signal: AbortSignal, fence: number) => Promise<Next>,
): Promise<boolean> {
  const times = () => {
    const now = clock.now()
    return { now: now.toISOString(), until: new Date(now.getTime() + leaseTime).toISOString() }
  }
  const fence = await write((db) => claim(db, { name, holder, dueBy, ...times() }))
  if (fence === undefined) return false
  const lost = new AbortController()
  const done = new AbortController()
  const keep = async () => {
    const over = AbortSignal.any([done.signal, lost.signal])
    await clock.wait(leaseTime / 2, over)
    while (!over.aborted) {
      const kept = await write((db) => renew(db, { name, holder, ...times() }))
      if (!kept) lost.abort()
      await clock.wait(leaseTime / 2, over)
    }
  }
  const kept = keep()
  const next = await work(AbortSignal.any([signal, lost.signal]), fence)
  done.abort()
  await kept
  await write((db) => release(db, { name, holder }, next))
  return true
}
