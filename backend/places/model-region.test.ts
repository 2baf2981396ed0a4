import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type ImportReport, runImport } from '../import/index.ts'
import { placesDerivations as derivations, placesProfiles } from './index.ts'
import { resolveArea } from './repository.ts'
import { areaAtPoint } from './repository-point.ts'
import { typeAhead } from './repository-type-ahead.ts'

const folder = join(import.meta.dirname, '..', '..', 'demo-site', 'data')
const steps = (
  [
    ['areas', 'areas.csv'],
    ['area-successors', 'successors.csv'],
    ['boundaries-geojson', 'outlines.geojson'],
    ['postcode-areas', 'postcodes.csv'],
    ['place-names', 'places.csv'],
  ] as const
).map(([name, file]) => ({
  profile: placesProfiles.find((profile) => profile.name === name)!,
  path: join(folder, file),
}))

describe('the model region, without any download,', () => {
  let db: Db
  let reports: readonly ImportReport[]
  beforeAll(async () => {
    db = (await openTestDatabase()).db
    reports = await runImport(db, steps, { derivations })
  })

  test('is read without a single rejected record', () => {
    expect(reports.flatMap((report) => report.rejected)).toEqual([])
    expect(reports.every((report) => report.written === report.read)).toBe(true)
  })

  test('has an outline around the centre of each Gemeinde', async () => {
    const gemeinden = await db
      .selectFrom('area')
      .selectAll()
      .where('level', '=', 'gemeinde')
      .where('ended_by', 'is', null)
      .execute()
    expect(gemeinden.length).toBeGreaterThan(200)
    for (const { region_key, lat, lon } of gemeinden)
      expect((await areaAtPoint(db, lon!, lat!))?.areas).toMatchObject([{ regionKey: region_key }])
  })

  test('knows what its dissolved Gemeinden have become', async () => {
    const dissolved = await db.selectFrom('area').selectAll().where('ended_by', 'is not', null).execute()
    expect(dissolved.length).toBeGreaterThan(5)
    for (const { region_key } of dissolved)
      expect((await resolveArea(db, region_key))?.areas.length).toBeGreaterThan(0)
  })

  test.each([
    ['19230', { kind: 'postcode', areaCount: 20 }],
    ['19273', { kind: 'postcode' }],
    ['setzin', { label: 'Toddin', formerName: 'Setzin' }],
    ['amt gade', { kind: 'verband', label: 'Amt Gadebusch' }],
    ['ludwigslust-p', { kind: 'kreis', label: 'Landkreis Ludwigslust-Parchim' }],
  ])('suggests for %s what it should', async (text, expected) => {
    const { hits } = await typeAhead(db, { text, offset: 0, limit: 5 })
    expect(hits[0]).toMatchObject(expected)
  })
})
