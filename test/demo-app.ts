import { join } from 'node:path'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { loadDemoGeodata } from '@amtsweg/backend/demo-geodata.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { runImport } from '@amtsweg/backend/import/index.ts'
import { derivations, planFolder } from '@amtsweg/backend/profiles.ts'

const demoData = join(import.meta.dirname, '..', 'demo-site', 'data')

/** Monday, 23 November 2026, 10:00 in Schwerin. */
const testNow = new Date('2026-11-23T09:00:00Z')

/** The whole server on the demo data, in memory; `failures` collects what it would have logged. */
export async function openDemoApp() {
  const database = await openTestDatabase()
  await runImport(database.db, planFolder(demoData).steps, { derivations })
  await loadDemoGeodata({
    db: database.db,
    inTransaction: (work) => database.db.transaction().execute(work),
    now: testNow,
    folder: join(demoData, 'geodata'),
  })
  const failures: unknown[] = []
  const app = createApp({ database, now: () => testNow, report: (error) => failures.push(error) })
  return { app, database, failures }
}
