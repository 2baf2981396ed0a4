import { PostgresAdapter, type QueryExecutorProvider } from 'kysely'

/** What keeps the data. */
export type Engine = 'sqlite' | 'postgres'

/** The engine that an address names: `postgres://…` or `postgresql://…`, else SQLite. */
export const engineAt = (url: string): Engine => (/^postgres(?:ql)?:\/\//.test(url) ? 'postgres' : 'sqlite')

/** The engine of a database, of a transaction or of a connection. */
export const engineOf = (db: QueryExecutorProvider): Engine =>
  db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite'
