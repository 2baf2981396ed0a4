import type { Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Runs work as a transaction unless somebody else is writing; tells whether it ran. An import writes for minutes: what may be left
 * to another time does not wait for that.
 */
export type WriteIfFree = (work: (db: Kysely<Schema>) => Promise<void>) => Promise<boolean>
