import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type ImportReport, runImport } from '../import/index.ts'
import { describeRegisters, testFile } from '../import/testing.ts'
import { placesProfiles } from '../places/index.ts'
import { directoryProfiles } from './index.ts'
import { unitsById } from './repository.ts'

const files = [
  ['gv100ad', 'municipalities/GV100AD_301123.txt.gz'],
  ['mv-bodies', 'municipalities/mv-verwaltungen-2023-mit-anschrift-2011.csv'],
  ['authority-addresses', 'municipalities/verwaltungsanschriften-de-2011.csv.gz'],
  ['berlin-units', 'services/berlin-standorte-2024.ndjson.gz'],
  ['munich-units', 'services/muenchen-locations_de-2026-06-08.json.gz'],
] as const

describeRegisters('the public registers of offices', () => {
  let db: Db
  let reports: readonly ImportReport[]
  const steps = files.map(([name, path]) => {
    const profile = [...placesProfiles, ...directoryProfiles].find((one) => one.name === name)
    if (!profile) throw new Error(`There is no profile ${name}`)
    return { profile, path: testFile(path) }
  })
  const reportOf = (profile: string) => reports.find((report) => report.profile === profile)

  beforeAll(async () => {
    ;({ db } = await openTestDatabase())
    reports = await runImport(db, steps, { derivations: [] })
  }, 120_000)

  test('MV has 116 bodies and 6 Landkreise', async () => {
    expect(reportOf('mv-bodies')).toMatchObject({ read: 116, written: 122, rejected: [] })
    const { count } = await db
      .selectFrom('unit')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('tier', '=', 'county')
      .executeTakeFirstOrThrow()
    expect(count).toBe(6)
  })

  test('every inhabited Gemeinde of MV lies in the Verband of exactly one body', async () => {
    const gemeinden = await db
      .selectFrom('area')
      .select('region_key')
      .where('level', '=', 'gemeinde')
      .where('region_key', 'like', '13%')
      .where('uninhabited', '=', 0)
      .execute()
    const bodies = await db.selectFrom('unit').select('region_key').where('id', 'like', 'body-%').execute()
    const verbaende = bodies.map((body) => body.region_key)
    expect(gemeinden).toHaveLength(726)
    for (const { region_key } of gemeinden)
      expect(verbaende.filter((key) => key === region_key.slice(0, 9))).toHaveLength(1)
  })

  test('the addresses of 2011 reach every Gemeinde outside MV that still exists', () => {
    const report = reportOf('authority-addresses')
    expect(report).toMatchObject({ read: 11_270, written: 9_909 })
    expect(report?.rejected).toHaveLength(556)
    expect(report?.rejected[0]?.reason).toContain('There is no Gemeinde with the AGS')
  })

  test('Berlin has 816 offices, 54 of them with hours (one of 55 says closed all week), Munich 109', async () => {
    expect(reportOf('berlin-units')).toMatchObject({ read: 816, written: 816, rejected: [] })
    expect(reportOf('munich-units')).toMatchObject({ read: 109, written: 109, rejected: [] })
    const rows = await db.selectFrom('unit').select('content').where('id', 'like', 'berlin-unit-%').execute()
    expect(rows.filter((row) => row.content.includes('"hours"'))).toHaveLength(54)
  })

  test('all of them can be shown', async () => {
    const rows = await db.selectFrom('unit').select('id').execute()
    const ids = rows.map((row) => row.id)
    const units = await unitsById(db, ids, { lang: 'de', now: new Date('2026-11-24T08:30:00Z') })
    expect(units.size).toBe(122 + 9_909 + 816 + 109)
    expect([...units.values()].filter((unit) => unit.addresses.length === 0)).toHaveLength(6)
  })

  test('importing again writes nothing', async () => {
    const again = await runImport(db, steps.slice(1), { derivations: [] })
    for (const report of again) expect(report).toMatchObject({ written: 0, deleted: 0 })
  }, 60_000)
})
