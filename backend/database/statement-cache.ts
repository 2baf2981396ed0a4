import type SQLite from 'better-sqlite3'

const limit = 500

/** better-sqlite3 prepares in about 25 us, more than most of our queries take: keep the last 500 statements. */
export function cacheStatements(database: SQLite.Database): SQLite.Database {
  const statements = new Map<string, SQLite.Statement>()
  const prepare = database.prepare.bind(database)
  database.prepare = ((sql: string) => {
    const known = statements.get(sql)
    if (known) {
      statements.delete(sql)
      statements.set(sql, known)
      return known
    }
    const statement = prepare(sql)
    statements.set(sql, statement)
    const oldest = statements.size > limit ? statements.keys().next().value : undefined
    if (oldest !== undefined) statements.delete(oldest)
    return statement
  }) as typeof database.prepare
  return database
}
