import { setTimeout as sleep } from 'node:timers/promises'

/** A comparison may take a tenth of the time at most, however often somebody asks. */
const rest = 9
/** Milliseconds a caller waits for that at most. */
const longestRest = 5_000

interface NoterParts<State> {
  /** The state where nothing was written since the last comparison. */
  readonly current: () => Promise<State | undefined>
  /** Compares. */
  readonly note: () => Promise<State>
}

/**
 * Shares comparisons among all who ask: each gets one that began after it asked, and between two the server has time for others.
 */
export function createNoter<State>({ current, note }: NoterParts<State>): () => Promise<State> {
  let running: Promise<State> | undefined
  let next: Promise<State> | undefined
  let restUntil = 0
  const once = async (): Promise<State> => {
    const wait = Math.min(restUntil - performance.now(), longestRest)
    if (wait > 1) await sleep(wait)
    const began = performance.now()
    try {
      return await note()
    } finally {
      restUntil = performance.now() + rest * (performance.now() - began)
    }
  }
  const start = (): Promise<State> => {
    next = undefined
    running = once().finally(() => (running = undefined))
    return running
  }
  const shared = (): Promise<State> => {
    if (!running) return start()
    next ??= running.catch(() => undefined).then(start)
    return next
  }
  return async () => (await current()) ?? shared()
}
