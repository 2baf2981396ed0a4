/** Why a database does not do what it is asked; each passes by itself, or an administrator can do something about it. */
export type ServerFailure =
  | 'unreachable'
  | 'starting'
  | 'full'
  | 'no-connection-left'
  | 'login'
  | 'no-database'
  | 'no-rights'
  | 'no-room'

/** By SQLSTATE of PostgreSQL, and by codes of SQLite and of the operating system. */
const failures: Readonly<Record<string, ServerFailure>> = {
  ...{ ECONNREFUSED: 'unreachable', ECONNRESET: 'unreachable', ENOTFOUND: 'unreachable' },
  ...{
    EAI_AGAIN: 'unreachable',
    ETIMEDOUT: 'unreachable',
    EHOSTUNREACH: 'unreachable',
    EPIPE: 'unreachable',
  },
  ...{ '08000': 'unreachable', '08003': 'unreachable', '08006': 'unreachable', '57P01': 'unreachable' },
  ...{ '57P02': 'starting', '57P03': 'starting', '53300': 'full', '53400': 'full' },
  ...{ '28P01': 'login', '28000': 'login', '3D000': 'no-database', '42501': 'no-rights' },
  ...{ '53100': 'no-room', SQLITE_FULL: 'no-room' },
}

/** The driver gives these no code: the pool had none left in time, or the server took too long or went away. */
const words: readonly (readonly [RegExp, ServerFailure])[] = [
  [/^timeout exceeded when trying to connect/, 'no-connection-left'],
  [/^(?:Connection terminated|timeout expired)/, 'unreachable'],
  [/^Client has encountered a connection error/, 'unreachable'],
]

/** What an error of the driver means; undefined where it is no failure of the server. */
export function serverFailure(error: unknown): ServerFailure | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '' } = error as { code?: string }
  return failures[code] ?? words.find(([pattern]) => pattern.test(error.message))?.[1]
}

/** Whether it may work in a moment: whoever asked shall come again. */
export const isPassing = (error: unknown): boolean =>
  ['unreachable', 'starting', 'full', 'no-connection-left', 'no-room'].includes(serverFailure(error) ?? '')
