import { join } from 'node:path'
import type { Responsibility, Tier } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { type ImportProfile, runImport } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { derivations, planFolder } from '../profiles.ts'
import { responsibilityDerivations } from './index.ts'

const source = { id: 'test', name: 'Test', invented: 1, imported_at: '2026-01-01T00:00:00Z' }

/** A general unit is the administration of its region. */
export interface TestUnit {
  readonly id: string
  readonly regionKey?: string
  readonly tier?: Tier
}

export async function addUnits(db: Db, units: readonly TestUnit[]): Promise<void> {
  const content = JSON.stringify({ addresses: [], contacts: [] })
  await db
    .insertInto('unit')
    .values(
      units.map(({ id, regionKey, tier = 'municipal' }) => ({
        id,
        name: id,
        tier,
        region_key: regionKey ?? null,
        general: regionKey ? 1 : 0,
        content,
        batch: 'test',
        source_id: 'test',
      })),
    )
    .execute()
}

/** A database with these units, and a way to import text as a file. */
export async function openWith(units: readonly TestUnit[]) {
  const { db } = await openTestDatabase()
  await db.insertInto('source').values(source).execute()
  await addUnits(db, units)
  const importText = (profile: ImportProfile, content: string, options: { force?: boolean } = {}) =>
    importContent(db, { profile, content, derivations: responsibilityDerivations, ...options })
  return { db, importText }
}

/** The whole API on the demo data, at a moment when offices are open. */
export async function openDemo() {
  const database = await openTestDatabase()
  const { steps } = planFolder(join(import.meta.dirname, '..', '..', 'demo-site', 'data'))
  await runImport(database.db, steps, { derivations })
  const app = createApp({ database, now: () => new Date('2026-11-24T09:00:00Z') })
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(`/api/v1${path}`, { headers })
    return { status: response.status, headers: response.headers, body: (await response.json()) as unknown }
  }
  const find = async (query: Record<string, string>) =>
    (await ask(`/responsibilities?${new URLSearchParams(query)}`)).body as Responsibility
  return { db: database.db, ask, find }
}
