import { migrate, type OpenDatabase, openDatabase } from './database.ts'

/** A fresh, migrated database in memory. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const database = openDatabase('sqlite::memory:')
  await migrate(database.db)
  return database
}
