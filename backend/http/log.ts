/** One line of JSON per event on standard error; never a query, a name or an address. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  facts?: Readonly<Record<string, unknown>>,
) => void

export const createLog =
  (write: (line: string) => void, now: () => Date): Log =>
  (level, event, facts = {}) =>
    write(JSON.stringify({ time: now().toISOString(), level, event, ...facts }))

/**
 * What may be logged of an error: its class, and where in our code it arose. Messages are left out because a message can
 * repeat what a person typed.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code } = error as { code?: unknown }
  return {
    error: error.name,
    // Of SQLite, of PostgreSQL (SQLSTATE) or of the system: what is wrong with the server, and nothing of a reader.
    ...(typeof code === 'string' && /^[A-Z0-9_]{4,40}$/.test(code) ? { code } : {}),
    at: frames.slice(0, 6).map((line) => line.trim().replace(/file:\/\/\S*\/(?=\w+\/)/, '')),
  }
}
