import { SqliteAdapter, SqliteDialect } from 'kysely'

/**
 * SQLite can take back changes of the schema, though Kysely does not count on it: all pending migrations are one transaction,
 * and whatever stops them, a power cut included, leaves the schema as it was.
 */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** The dialect of SQLite with migrations that succeed as a whole or not at all. */
export class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}
