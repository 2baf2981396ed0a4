import { hostKey } from '../import/index.ts'
import type { Turn } from './link-visitor.ts'

/** Time as this domain needs it. */
export interface LinkClock {
  readonly now: () => Date
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** A host wants to be left in peace for longer than anybody waits. */
export class HostHeldError extends Error {
  override name = 'HostHeldError'
  readonly until: Date
  constructor(until: Date) {
    super('The host is left in peace')
    this.until = until
  }
}

interface TurnsOptions {
  readonly clock: LinkClock
  readonly signal: AbortSignal
  /** Milliseconds between two requests to one host. */
  readonly gap: number
  /** Requests to all hosts together. */
  readonly perMinute: number
  /** Until when hosts are left in peace, in milliseconds since 1970. */
  readonly held: ReadonlyMap<string, number>
}

/** Whose turn it is: one request at a time for each host, with a pause after each, and so many a minute for all. */
export interface Turns {
  readonly turn: Turn
  /** Leaves a host in peace until an instant (milliseconds since 1970). */
  readonly hold: (host: string, until: number) => void
  readonly held: ReadonlyMap<string, number>
}

/** Milliseconds that a request waits for its host before it is put off. */
export const patience = 2 * 60_000

export function createTurns({ clock, signal, gap, perMinute, held: known }: TurnsOptions): Turns {
  const held = new Map(known)
  const queues = new Map<string, Promise<unknown>>()
  const now = () => clock.now().getTime()
  let next = 0

  const hold = (host: string, until: number) => {
    const key = hostKey(host)
    held.set(key, Math.max(held.get(key) ?? 0, until))
  }
  const slot = async () => {
    const start = Math.max(next, now())
    next = start + 60_000 / perMinute
    if (start > now()) await clock.wait(start - now(), signal)
    signal.throwIfAborted()
  }
  const inTurn = async <Value>(host: string, work: () => Promise<Value>): Promise<Value> => {
    const until = held.get(hostKey(host)) ?? 0
    if (until - now() > patience) throw new HostHeldError(new Date(until))
    if (until > now()) await clock.wait(until - now(), signal)
    await slot()
    try {
      return await work()
    } finally {
      hold(host, now() + gap)
    }
  }
  return {
    held,
    hold,
    turn(host, work) {
      const key = hostKey(host)
      const before = queues.get(key) ?? Promise.resolve()
      const mine = before.then(() => inTurn(host, work))
      queues.set(
        key,
        mine.catch(() => undefined),
      )
      return mine
    },
  }
}
