import { type QueryExecutorProvider, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { postgresCopying } from './copying.postgres.ts'
import { sqliteCopying } from './copying.sqlite.ts'
import type { Copying } from './copying.ts'
import { type Engine, engineAt, engineOf } from './engine.ts'
import { postgresFullText, postgresFullTextMigrations } from './full-text.postgres.ts'
import { sqliteFullText, sqliteFullTextMigrations } from './full-text.sqlite.ts'
import type { FullText } from './full-text.ts'
import { migrations } from './migrations/index.ts'
import { postgresSpatialIndex, postgresSpatialMigrations } from './spatial.postgres.ts'
import { sqliteSpatialIndex, sqliteSpatialMigrations } from './spatial.sqlite.ts'
import type { SpatialIndex } from './spatial.ts'

/** Changes of the schema by name, in the order of their names. */
export type AllMigrations = Readonly<Record<string, Migration>>

/** What each engine does in a way of its own. */
interface Dialect {
  readonly fullText: FullText
  readonly spatialIndex: SpatialIndex
  readonly copying: Copying
  /** After much has been written: how a query is best answered depends on how much there is of what. */
  readonly takeStock: (db: QueryExecutorProvider) => Promise<void>
  /** All that this program knows, of both engines' and of this one's own. */
  readonly migrations: AllMigrations
}

const dialects: Readonly<Record<Engine, Dialect>> = {
  sqlite: {
    fullText: sqliteFullText,
    spatialIndex: sqliteSpatialIndex,
    copying: sqliteCopying,
    // Every query of ours has one index to go by.
    takeStock: async () => {},
    migrations: { ...migrations, ...sqliteFullTextMigrations, ...sqliteSpatialMigrations },
  },
  postgres: {
    fullText: postgresFullText,
    spatialIndex: postgresSpatialIndex,
    copying: postgresCopying,
    takeStock: async (db) => void (await sql`analyze`.execute(db)),
    migrations: { ...migrations, ...postgresFullTextMigrations, ...postgresSpatialMigrations },
  },
}

/** What the engine behind a database, a transaction or a connection does in a way of its own. */
export const dialectOf = (db: QueryExecutorProvider): Dialect => dialects[engineOf(db)]

/** All migrations that this program knows for the engine of an address. */
export const migrationsAt = (url: string): AllMigrations => dialects[engineAt(url)].migrations
