const first = 60_000
const longest = 6 * 60 * 60_000

/** Milliseconds before a job that has failed this often in a row is tried again: a minute, doubled each time, six hours at most. */
export const retryDelay = (failures: number): number =>
  Math.min(longest, first * 2 ** Math.min(Math.max(0, failures - 1), 30))
