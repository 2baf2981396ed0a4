/** Requests of one client in the window that is running and in the one before it. */
export interface Counted {
  readonly before: number
  readonly current: number
}

/** What is left of a quota, and the seconds after which something is again (nothing left) or all of it is (something left). */
export interface Standing {
  readonly allowed: boolean
  /** After this request. */
  readonly remaining: number
  /** Whole seconds, at least 1. */
  readonly seconds: number
}

/**
 * Judges one more request by a sliding window: the window before counts by the part of it that is still less than a window
 * ago, as if its requests had been spread evenly. Two numbers each client instead of a list of moments.
 * `part` is how much of the running window has passed, from 0 to 1.
 */
export function judge({ before, current }: Counted, quota: number, window: number, part: number): Standing {
  const used = before * (1 - part) + current
  const left = Math.floor(quota - used)
  if (left >= 1) return { allowed: true, remaining: left - 1, seconds: whole((1 - part) * window) }
  return { allowed: false, remaining: 0, seconds: whole(freeAt(before, current, quota, part) * window) }
}

/** Parts of a window until there is room for one more. */
function freeAt(before: number, current: number, quota: number, part: number): number {
  if (current <= quota - 1) return 1 - (quota - 1 - current) / before - part
  return 1 - part + Math.max(0, 1 - (quota - 1) / current)
}

const whole = (seconds: number) => Math.max(1, Math.ceil(seconds))
