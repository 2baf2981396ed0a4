import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Insertable } from 'kysely'
import { migrate, openDatabase, type Trx } from '@amtsweg/backend/database/database.ts'
import { dialectOf } from '@amtsweg/backend/database/dialect.ts'
import { insertAll, runImport } from '@amtsweg/backend/import/index.ts'
import { derivations, profiles } from '@amtsweg/backend/profiles.ts'
import type { ResponsibilityTable } from '@amtsweg/backend/responsibility/tables.ts'
import {
  nationAreas,
  nationResponsibilities,
  nationService,
  nationServiceRecord,
  nationUnits,
  servicesIn,
  sizeOf,
} from '../synthetic-nation.ts'

/**
 * Fills a database with an invented nation: `node nation-database.ts <database url> <share>`. Areas, offices and services are imported
 * from files as anybody's would be; responsibilities, too many for one file of ours, are written as rows.
 */
const [url = '', share = '1'] = process.argv.slice(2)
const seed = 20261130
const size = sizeOf(Number(share))
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-nation-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const step = (profile: string, name: string, content: string) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  const found = profiles.find((one) => one.name === profile)
  if (!found) throw new Error(`There is no profile ${profile}`)
  return {
    profile: found,
    path,
    source: { id: `nation-${profile}`, name: 'Erfundenes Land', invented: true },
  }
}

async function fillResponsibilities(trx: Trx): Promise<number> {
  let rows: Insertable<ResponsibilityTable>[] = []
  let written = 0
  const write = async () => {
    await insertAll(trx, 'responsibility', rows)
    written += rows.length
    rows = []
  }
  for (const { service, regionKey, unitId } of nationResponsibilities(size)) {
    rows.push({
      service_key: `leika:${nationService(service).leistungsschluessel}`,
      region_key: regionKey,
      role: 'responsible' as const,
      unit_id: unitId,
      note: null,
      basis: null,
      source_id: 'nation-units',
      derived: 0,
    })
    if (rows.length === 2_560) await write()
  }
  await write()
  await dialectOf(trx).takeStock(trx)
  for (const { from, rebuild } of derivations) if (from.includes('responsibility')) await rebuild(trx)
  return written
}

const { db, close } = openDatabase(url)
await migrate(db)
const services = Array.from({ length: servicesIn(size) }, (_, index) => nationServiceRecord(index, seed))
const steps = [
  step('areas', 'areas.csv', [...nationAreas(size)].join('')),
  step('units', 'units.json', JSON.stringify([...nationUnits(size)])),
  step('services', 'services.json', JSON.stringify(services)),
]
const began = performance.now()
const reports = await runImport(db, steps, { derivations })
for (const { profile, rejected } of reports)
  if (rejected.length > 0) throw new Error(`${profile}: ${rejected.length} rejected, ${rejected[0]?.reason}`)
const read = performance.now()
const rows = await db.transaction().execute(fillResponsibilities)
const seconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1)
console.log(
  `${size.gemeinden} Gemeinden, ${services.length} services, ${size.offices} offices in ${seconds(read - began)} s, ${rows} responsibilities in ${seconds(performance.now() - read)} s`,
)
await close()
