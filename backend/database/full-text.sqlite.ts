import type { Migration } from 'kysely/migration'

/** Full-text tables of SQLite (FTS5). */
export const fullTextMigrations: Record<string, Migration> = {}
