import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError, type ImportReport, runImport } from '../import/index.ts'
import { describeRegisters, importContent, testFile } from '../import/testing.ts'
import { placesDerivations as derivations, placesProfiles } from './index.ts'
import { findArea, postcodesOf, resolveArea } from './repository.ts'
import { areasOfPlaceName, areasOfPostcode, areasOfStreet } from './repository-matches.ts'
import { areaAtPoint } from './repository-point.ts'
import { typeAhead } from './repository-type-ahead.ts'

const profileNamed = (name: string) => placesProfiles.find((profile) => profile.name === name)!
const files = [
  ['gv100ad', 'municipalities/GV100AD_301123.txt.gz'],
  ['municipality-coordinates', 'municipalities/gemeinden-koordinaten-de-2023-12-31.csv.gz'],
  ['boundaries-geojson', 'boundaries/vg250-2016-01-01-mv-gemeinden.geojson.gz'],
  ['boundaries-topojson', 'boundaries/vg5000-2021-01-01-de.topojson.gz'],
  ['area-changes', 'municipalities/mv-gebietsaenderungen-2016-2021-abgeleitet.csv'],
  ['postcode-areas', 'postcodes/plz-ags-de-2022.csv.gz'],
  ['place-names', 'postcodes/mv-orte-plz-ags-abgeleitet.csv'],
  ['place-names', 'postcodes/geonames-plz-orte-de-2026-03.csv.gz'],
  ['streets', 'postcodes/vaterstetten-osm-strassen-plz.csv.gz'],
] as const
const steps = files.map(([name, file]) => ({ profile: profileNamed(name), path: testFile(file) }))

describeRegisters('with the registers of all of Germany', () => {
  let database: OpenDatabase
  let reports: readonly ImportReport[]
  beforeAll(async () => {
    database = await openTestDatabase()
    reports = await runImport(database.db, steps, { derivations })
  }, 120_000)
  afterAll(() => database.close())

  const mv = () =>
    database.db
      .selectFrom('area')
      .selectAll()
      .where('region_key', 'like', '13%')
      .where('ended_by', 'is', null)
      .where('uninhabited', '=', 0)
      .execute()
  const gemeindenOfMv = async () => (await mv()).filter((area) => area.level === 'gemeinde')
  const keysOf = (areas: readonly { readonly regionKey: string }[]) => areas.map((area) => area.regionKey)

  test('everything in the files arrives or is reported', () => {
    expect(
      reports.map(({ profile, read, written, rejected }) => ({
        profile,
        read,
        missing: read - written - rejected.length,
      })),
    ).toEqual([
      { profile: 'gv100ad', read: 16_035, missing: 12 },
      { profile: 'municipality-coordinates', read: 10_775, missing: 0 },
      { profile: 'boundaries-geojson', read: 753, missing: 0 },
      { profile: 'boundaries-topojson', read: 16_003, missing: 0 },
      { profile: 'area-changes', read: 34, missing: 0 },
      { profile: 'postcode-areas', read: 12_871, missing: 0 },
      { profile: 'place-names', read: 1_060, missing: 0 },
      { profile: 'place-names', read: 23_297, missing: 0 },
      { profile: 'streets', read: 302, missing: -20 },
    ])
  })

  test('Mecklenburg-Vorpommern has 726 Gemeinden, 116 bodies, 8 Kreise and 192 postcodes', async () => {
    const levels = Map.groupBy(await mv(), (area) => area.level)
    expect([...levels].map(([level, areas]) => [level, areas.length])).toEqual(
      expect.arrayContaining([
        ['land', 1],
        ['kreis', 8],
        ['verband', 116],
        ['gemeinde', 726],
      ]),
    )
    expect(await postcodesOf(database.db, '13')).toHaveLength(192)
  })

  test('all 34 mergers lead to living areas, by AGS and by ARS', async () => {
    const lines = readFileSync(testFile(files[4][1]), 'utf8').trim().split('\n').slice(1)
    expect(lines).toHaveLength(34)
    for (const line of lines) {
      const [ags = '', , successor = ''] = line.split(',')
      const row = await findArea(database.db, ags)
      expect(row).toMatchObject({ ended_after: '2016-01-01', ended_by: '2021-01-01' })
      const { areas } = (await resolveArea(database.db, row!.region_key))!
      expect(areas).toHaveLength(1)
      expect(await findArea(database.db, successor)).toMatchObject({
        region_key: areas[0]!.regionKey,
        ended_by: null,
      })
    }
  })

  test('no uninhabited area appears in any answer', async () => {
    const { db } = database
    const empty = await db.selectFrom('area').selectAll().where('uninhabited', '=', 1).execute()
    const keys = new Set(empty.flatMap((area) => [area.region_key, ...(area.ags ? [area.ags] : [])]))
    expect(keys).toContain('13000999')
    expect(empty.filter((area) => area.level === 'gemeinde').length).toBeGreaterThanOrEqual(206)
    for (const key of keys) expect(await resolveArea(db, key)).toBeUndefined()
    const hits = await db.selectFrom('place_hit').select('region_key').execute()
    expect(hits.filter((hit) => keys.has(hit.region_key ?? ''))).toEqual([])
    for (const table of ['postcode_area', 'place', 'street'] as const) {
      const rows = await db.selectFrom(table).select('region_key').distinct().execute()
      expect(rows.filter((row) => keys.has(row.region_key))).toEqual([])
    }
  })

  test('every Gemeinde of Mecklenburg-Vorpommern is suggested when its name is typed, and meant by it', async () => {
    for (const { name, region_key } of await gemeindenOfMv()) {
      const { hits } = await typeAhead(database.db, { text: name, within: '13', offset: 0, limit: 20 })
      expect(hits.map((hit) => hit.regionKey)).toContain(region_key)
      expect(keysOf((await areasOfPlaceName(database.db, name)).areas)).toContain(region_key)
    }
  })

  test('every Gemeinde of Mecklenburg-Vorpommern is the one at its centre', async () => {
    const elsewhere: string[] = []
    for (const { name, region_key, lat, lon } of await gemeindenOfMv()) {
      const areas = (await areaAtPoint(database.db, lon!, lat!))?.areas ?? []
      if (!keysOf(areas).includes(region_key)) elsewhere.push(`${name}: ${areas[0]?.name}`)
    }
    expect(elsewhere).toEqual([])
  })

  test('every postcode of Mecklenburg-Vorpommern lies in the Gemeinden the file says', async () => {
    const sizes = new Map<number, number>()
    for (const postcode of await postcodesOf(database.db, '13')) {
      const areas = (await areasOfPostcode(database.db, postcode)).filter(({ regionKey }) =>
        regionKey.startsWith('13'),
      )
      expect(areas.length).toBeGreaterThan(0)
      sizes.set(areas.length, (sizes.get(areas.length) ?? 0) + 1)
    }
    expect(sizes.get(1)).toBe(61)
    expect(await areasOfPostcode(database.db, '19230')).toHaveLength(20)
  })

  test('namesakes differ in what stands beside them', async () => {
    const { hits } = await typeAhead(database.db, {
      text: 'Neuenkirchen',
      within: '13',
      offset: 0,
      limit: 20,
    })
    const gemeinden = hits.filter((hit) => hit.kind === 'gemeinde' && hit.label === 'Neuenkirchen')
    expect(gemeinden.length).toBe(4)
    expect(new Set(gemeinden.map((hit) => hit.detail)).size).toBe(4)
  })

  test.each([
    ['boddin', 'Walkendorf', 'Boddin'],
    ['19273', '19273', undefined],
    ['Rpstock', 'Rostock', undefined],
    ['kuehlungsb', 'Kühlungsborn', undefined],
    ['halle', 'Halle (Saale)', undefined],
    ['sankt pe', 'Sankt Peter-Ording', undefined],
  ])('typing %s leads to %s', async (text, label, formerName) => {
    const { hits } = await typeAhead(database.db, { text, offset: 0, limit: 8 })
    expect(hits[0]).toMatchObject({ label, ...(formerName ? { formerName } : {}) })
  })

  test('a street in two postcodes lies in its Gemeinde by either', async () => {
    for (const postcode of ['85591', '85598'])
      expect(await areasOfStreet(database.db, { street: 'Ahornweg 3', postcode })).toMatchObject([
        { name: 'Vaterstetten' },
      ])
  })

  test('importing all of it again writes nothing', async () => {
    const again = await runImport(database.db, steps, { derivations })
    expect(again.map(({ profile, written, deleted }) => ({ profile, written, deleted }))).toEqual(
      files.map(([profile]) => ({ profile, written: 0, deleted: 0 })),
    )
  }, 60_000)

  describe('a damaged file changes nothing:', () => {
    const state = () =>
      database.db
        .selectFrom(['area', 'source'])
        .select((select) => [
          select.fn.countAll().as('areas'),
          select.fn.sum('population').as('people'),
          select.fn.count('ended_by').as('ended'),
          select.fn.max('imported_at').as('at'),
        ])
        .execute()
    const refused = async (name: string, content: Uint8Array, file: string) => {
      const before = await state()
      const content_ = { profile: profileNamed(name), content, name: file }
      await expect(importContent(database.db, content_)).rejects.toThrow(ImportError)
      expect(await state()).toEqual(before)
    }
    const cut = (size: number, count: number) => fc.sample(fc.nat(size - 1), { numRuns: count, seed: 2_026 })

    test.each(files)(
      '%s cut inside the archive',
      async (name, file) => {
        const bytes = readFileSync(testFile(file))
        if (file.endsWith('.gz'))
          for (const at of cut(bytes.length, 4))
            await refused(name, bytes.subarray(0, at), file.replace(/^.*\//, ''))
      },
      60_000,
    )

    test('the register cut at any byte', async () => {
      const bytes = gunzipSync(readFileSync(testFile(files[0][1])))
      for (const at of [
        ...cut(bytes.length, 12),
        ...cut(16_000, 3).map((line) => bytes.indexOf('\n', line * 220) + 1),
      ])
        await refused('gv100ad', bytes.subarray(0, at), 'GV100AD.txt')
    }, 60_000)

    test.each(files.filter(([, file]) => file.includes('.csv')))(
      '%s cut inside a row',
      async (name, file) => {
        const packed = readFileSync(testFile(file))
        const bytes = file.endsWith('.gz') ? gunzipSync(packed) : packed
        for (const at of cut(bytes.length, 4))
          if (bytes[at - 1] !== 10) await refused(name, bytes.subarray(0, at), 'file.csv')
      },
      60_000,
    )

    test.each(files.filter(([, file]) => file.includes('json')))(
      '%s cut anywhere',
      async (name, file) => {
        const bytes = gunzipSync(readFileSync(testFile(file)))
        for (const at of cut(bytes.length, 4))
          await refused(name, bytes.subarray(0, at), file.replace(/^.*\/|\.gz$/g, ''))
      },
      60_000,
    )
  })
})
