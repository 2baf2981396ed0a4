import type { Db } from '../database/database.ts'
import { serverFacts } from '../database/server-facts.ts'
import { type ServerFailure, serverFailure } from '../database/server-failure.ts'
import { OperationError } from './operation-error.ts'

/** Oldest version of PostgreSQL that is looked after by its makers. */
export const oldestPostgres = 14

const guide = 'see docs/guides/postgresql.md'
const explanations: Readonly<Record<ServerFailure, string>> = {
  unreachable: `The database server cannot be reached: is PostgreSQL running there, may this computer reach it, and is the address (DATABASE_URL) right?`,
  starting: 'The database server is starting or stopping: try again in a moment.',
  full: 'The database server takes no more connections: lower AMTSWEG_POOL_SIZE, or raise max_connections or the pool of PgBouncer.',
  'no-connection-left':
    'No connection to the database became free in time: raise AMTSWEG_POOL_SIZE, or look what keeps the server busy.',
  'no-room': 'There is no room left on the disk of the database: make room first.',
  login: `The database server refuses the user or the password of the address. Signs such as @ : / # in a password are written %40 %3A %2F %23; ${guide}.`,
  'no-database': `The database of the address does not exist: create it, ${guide}.`,
  'no-rights': `The user of the address may not do this in the database: make it the owner of the database, ${guide}.`,
}

/** What a failure of a database server means and what to do; undefined for what is none. */
export function explainServer(error: unknown): OperationError | undefined {
  const failure = serverFailure(error)
  return failure && new OperationError(explanations[failure], { cause: error })
}

/** Throws OperationError where the server cannot be reached, or cannot be used; does nothing on SQLite. */
export async function demandServer(db: Db): Promise<void> {
  const facts = await serverFacts(db).catch((error: unknown) => {
    throw explainServer(error) ?? error
  })
  if (!facts) return
  if (facts.version < oldestPostgres)
    throw new OperationError(
      `The database server is PostgreSQL ${facts.version}; Amtsweg needs ${oldestPostgres} or newer: upgrade the server, or use another one.`,
    )
  if (facts.encoding !== 'UTF8')
    throw new OperationError(
      `The database keeps texts as ${facts.encoding}, which cannot hold every letter: create one with ENCODING 'UTF8' TEMPLATE template0, ${guide}.`,
    )
  if (facts.isReplica)
    throw new OperationError('The database server only repeats what another one is told: name that one.')
}
