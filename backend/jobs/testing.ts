import { settled } from '../database/testing.ts'
import type { Clock } from './clock.ts'

/** A clock that a test turns: waiting ends when the hands have come far enough. */
export function handClock(start: string): Clock & { readonly turn: (milliseconds: number) => Promise<void> } {
  let now = Date.parse(start)
  const waiting = new Set<{ readonly until: number; readonly end: () => void }>()
  return {
    now: () => new Date(now),
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve()
        const one = {
          until: now + milliseconds,
          end: () => {
            waiting.delete(one)
            resolve()
          },
        }
        waiting.add(one)
        signal.addEventListener('abort', one.end, { once: true })
      }),
    async turn(milliseconds) {
      now += milliseconds
      ;[...waiting].filter(({ until }) => until <= now).forEach(({ end }) => end())
      // Whoever woke up does what needs no waiting before the test goes on.
      await settled()
    },
  }
}
