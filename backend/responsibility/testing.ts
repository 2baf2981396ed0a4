import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Tier } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type ImportProfile, runImport } from '../import/index.ts'
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
  const importText = async (profile: ImportProfile, text: string, options: { force?: boolean } = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'amtsweg-responsibility-'))
    const path = join(folder, 'file')
    writeFileSync(path, text)
    try {
      const steps = [{ profile, path }]
      const [report] = await runImport(db, steps, { derivations: responsibilityDerivations, ...options })
      if (!report) throw new Error('There is no report')
      return report
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
  return { db, importText }
}
