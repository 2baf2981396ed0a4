import { z } from 'zod'

/** Why a backup was made: `upgrade` by the program itself, before it changed the schema. */
export const backupKinds = ['manual', 'upgrade'] as const
export type BackupKind = (typeof backupKinds)[number]

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What stands on the first page of a backup. */
export const Manifest = z.object({
  format: z.literal('amtsweg-backup'),
  formatVersion: z.literal(1),
  /** Version of the program that made it. */
  program: z.string(),
  /** RFC 3339 UTC. */
  createdAt: z.iso.datetime(),
  kind: z.enum(backupKinds),
  /** Names of the applied migrations, in their order. */
  migrations: z.array(z.string()),
  /** Rows of each table. */
  tables: z.record(z.string(), z.int().nonnegative()),
  /** The database as it is once unpacked. */
  database: z.object({ bytes: z.int().nonnegative(), sha256 }),
})
export type Manifest = z.infer<typeof Manifest>

/** How two counts of the same tables differ, one sentence each; empty where they agree. */
export function countDifferences(
  expected: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()
  return names
    .filter((name) => expected[name] !== found[name])
    .map((name) => `${name} has ${found[name] ?? 'no'} rows instead of ${expected[name] ?? 'none'}`)
}

/** All rows of all tables together. */
export const rowsIn = (tables: Readonly<Record<string, number>>): number =>
  Object.values(tables).reduce((sum, count) => sum + count, 0)
