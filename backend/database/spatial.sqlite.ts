import type { Migration } from 'kysely/migration'

/** Spatial index of SQLite (R*Tree). */
export const spatialMigrations: Record<string, Migration> = {}
