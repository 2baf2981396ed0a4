import { join } from 'node:path'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { runImport } from '../import/index.ts'
import { derivations, planFolder } from '../profiles.ts'

/** Where the demo server says it is. */
export const publicUrl = 'https://dienste.stadt.example'

/** The whole server on the demo data, as one reads it: any address, as text. */
export async function openPages() {
  const database = await openTestDatabase()
  const { steps } = planFolder(join(import.meta.dirname, '..', '..', 'demo-site', 'data'))
  await runImport(database.db, steps, { derivations })
  const app = createApp({ database, publicUrl, now: () => new Date('2026-11-24T09:00:00Z') })
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { db: database.db, database, app, read }
}
