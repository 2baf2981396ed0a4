import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '../geometry/geometry.ts'
import { crs84, systemOfCode } from '../geometry/reference-system.ts'
import { transformer, transformGeometry } from '../geometry/transform.ts'
import { checked, collection, fileOf } from './testing.ts'

/** Around an invented town near Schwerin. */
const town = { minX: 11.3, minY: 53.5, maxX: 11.5, maxY: 53.7 }
const point: Geometry = { type: 'Point', coordinates: [11.4, 53.6] }
const system = (code: string) => systemOfCode(code) ?? expect.fail(code)
const named = (code: string, geometries: readonly unknown[], properties: object = {}) =>
  fileOf(
    JSON.stringify({
      type: 'FeatureCollection',
      crs: { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${code}` } },
      features: geometries.map((geometry) => ({ type: 'Feature', geometry, properties })),
    }),
  )
const inSystem = (code: string, geometry = point) =>
  transformGeometry(geometry, transformer(crs84, system(code)))
const swapped = (geometry: Geometry): Geometry =>
  transformGeometry(geometry, ([x = 0, y = 0]: Position) => [y, x])

describe('a sound file', () => {
  test('may be published, with its numbers', async () => {
    const { report } = await checked(named('25833', [inSystem('25833')], { name: 'Linde' }), { town })
    expect(report).toMatchObject({
      ...{ publishable: true, count: 1, withGeometry: 1, points: 1, types: { Point: 1 }, findings: [] },
      system: { code: '25833' },
      storage: { code: '25833' },
      fields: [{ name: 'name', type: 'text', nulls: 0 }],
    })
    expect(report.extent?.minX).toBeCloseTo(11.4, 8)
  })

  test('hands on geometries as they came and in longitude and latitude', async () => {
    const there = inSystem('25833')
    const { features } = await checked(named('25833', [there]))
    expect(features).toEqual([{ geometry: there, geometry84: point, properties: {}, position: 1 }])
  })

  test('in an old system is handed on in UTM of its zone', async () => {
    const { report, features } = await checked(named('31468', [inSystem('31468')]), { town })
    expect(report).toMatchObject({ publishable: true, storage: { code: '25833' } })
    const { coordinates } = features[0]?.geometry as { coordinates: Position }
    const expected = (inSystem('25833') as { coordinates: Position }).coordinates
    expect(
      Math.hypot((coordinates[0] ?? 0) - (expected[0] ?? 0), (coordinates[1] ?? 0) - (expected[1] ?? 0)),
    ).toBeLessThan(0.001)
  })
})

describe('where it lies', () => {
  test.each([
    ['zone 33 taken for zone 32', '25832', inSystem('25833'), 'system-suggested', ['25833']],
    ['zone 32 taken for zone 33', '25833', inSystem('25832'), 'system-suggested', ['25832']],
    ['a zone before the easting', '25833', inSystem('5650'), 'system-suggested', ['5650']],
    ['the other zone before it', '25832', inSystem('4647'), 'system-suggested', ['4647']],
    ['EPSG:2398 taken for UTM', '25833', inSystem('2398'), 'system-suggested', ['31468', '2398']],
    ['Gauss-Krüger taken for UTM', '25832', inSystem('31468'), 'system-suggested', ['31468', '2398']],
    ['degrees taken for metres', '25833', point, 'system-suggested', ['CRS84']],
    ['metres taken for degrees', '4326', inSystem('25833'), 'system-suggested', ['25833']],
    ['Web Mercator taken for UTM', '25832', inSystem('3857'), 'system-suggested', ['3857']],
    ['latitude first', '4326', swapped(point), 'axes-swapped', ['CRS84']],
    ['northing first', '25833', swapped(inSystem('25833')), 'axes-swapped', ['25833']],
    ['a system that we do not know', '27700', inSystem('25833'), 'system-unknown', ['25833']],
  ])('%s is told with what fits', async (_, declared, geometry, code, fitting) => {
    const { report, codes } = await checked(named(declared, [geometry]), { town })
    expect(codes).toEqual([code])
    expect(report.publishable).toBe(false)
    expect(report.suggestions.map((one) => one.code)).toEqual(fitting)
  })

  test('is right once a person chose what was suggested', async () => {
    const path = named('25833', [swapped(inSystem('2398'))])
    const { report, codes } = await checked(path, { town, system: system('2398'), swapAxes: true })
    expect(codes).toEqual([])
    expect(report.extent?.minY).toBeCloseTo(53.6, 6)
  })

  test('needs no town to see that swapped axes are swapped', async () => {
    expect((await checked(fileOf(collection([swapped(point)])))).codes).toEqual(['axes-swapped'])
  })

  test('may be the whole Land: it holds the town', async () => {
    const land: Geometry = {
      type: 'LineString',
      coordinates: [
        [10.6, 53.2],
        [13.9, 54.6],
        [13.9, 54.5],
      ],
    }
    expect((await checked(fileOf(collection([land])), { town })).codes).toEqual([])
  })

  test('may be far, without anything that fits better: a warning', async () => {
    const { report, codes } = await checked(fileOf(collection([{ type: 'Point', coordinates: [8, 48] }])), {
      town,
    })
    expect(codes).toEqual(['place-far'])
    expect(report.publishable).toBe(true)
    expect(report.findings[0]?.words).toMatch(/^Die Daten liegen rund 6\d\d km entfernt/)
  })

  test('is told object by object where only some are astray', async () => {
    const nullIsland = { type: 'Point', coordinates: [0, 0] }
    const { report } = await checked(fileOf(collection([point, nullIsland, point])), { town })
    expect(report.findings.find(({ code }) => code === 'objects-far')?.positions).toEqual([2])
  })

  test('cannot be beyond the poles', async () => {
    const { codes } = await checked(
      fileOf(collection([point, { type: 'Point', coordinates: [11, 95] }, point])),
    )
    expect(codes).toContain('coordinates-outside')
  })
})

describe('what is found in objects', () => {
  const found = async (geometries: readonly unknown[], properties: object = {}) =>
    (await checked(fileOf(collection(geometries, properties)))).codes

  test('equal ones', async () => {
    expect(await found([point, point])).toEqual(['object-duplicate'])
  })

  test('equal ids', async () => {
    const text = [1, 2, 1]
      .map((id) =>
        JSON.stringify({ type: 'Feature', id, geometry: point, properties: { id: Math.random() } }),
      )
      .join('\n')
    const { report } = await checked(fileOf(text))
    expect(report.findings).toMatchObject([{ code: 'id-duplicate', positions: [3] }])
  })

  test('mixed types, but not one and several of the same', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [11.4, 53.6],
        [11.5, 53.6],
      ],
    }
    expect(await found([point, line])).toEqual(['types-mixed'])
    expect(await found([point, { type: 'MultiPoint', coordinates: [[11.5, 53.6]] }])).toEqual([])
  })

  test('heights, which stay', async () => {
    const { codes, features } = await checked(
      fileOf(collection([{ type: 'Point', coordinates: [11.4, 53.6, 38] }])),
    )
    expect(codes).toEqual(['heights-kept'])
    expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [11.4, 53.6, 38] })
  })

  test.each([
    ['umlauts as two letters', 'BÃ¤ume', 'text-mojibake'],
    ['a sharp s as two', 'StraÃŸe', 'text-mojibake'],
    ['a dash as three', 'Mo â€“ Fr', 'text-mojibake'],
    ['lost letters', 'B\uFFFDume', 'text-replaced'],
  ])('%s', async (_, name, code) => {
    const { report } = await checked(fileOf(collection([point], { name })))
    expect(report.findings).toMatchObject([{ code, count: 1, positions: [1] }])
  })

  test.each(['Bäume', 'Ærø', 'Ã', 'São Paulo', 'Â', 'Straße – Mo'])('not in %s', async (name) => {
    expect(await found([point], { name })).toEqual([])
  })

  test('areas that cross themselves, by their numbers', async () => {
    const ring = [
      [11, 53],
      [12, 54],
      [12, 53],
      [11.2, 54],
      [11, 53],
    ]
    const bow = { type: 'Polygon', coordinates: [ring] }
    const { report } = await checked(fileOf(collection([point, bow])))
    expect(report.publishable).toBe(false)
    expect(report.findings.find(({ code }) => code === 'self-intersection')).toMatchObject({ positions: [2] })
  })

  test('nothing at all', async () => {
    expect(await found([])).toEqual(['objects-none'])
  })
})

describe('what is found in fields', () => {
  const objects = (rows: readonly object[]) =>
    checked(
      fileOf(
        rows.map((properties) => JSON.stringify({ type: 'Feature', geometry: null, properties })).join('\n'),
      ),
    )

  test.each([
    [[1, 2], 'integer'],
    [[1, 2.5], 'number'],
    [[true, false], 'boolean'],
    [['2026-11-30', '2026-12-01'], 'date'],
    [['2026-11-30T10:00:00Z', '2026-12-01 10:00'], 'date-time'],
    [['2026-11-30', 'bald'], 'text'],
    [['2026-13-30', 'bald'], 'text'],
    [[null, 3], 'integer'],
    [['', ' x'], 'text'],
  ])('%j is %s', async (values, type) => {
    const { report } = await objects(values.map((value) => ({ value })))
    expect(report.fields[0]).toMatchObject({ name: 'value', type, mixed: false })
  })

  test('numbers and text in one field are told', async () => {
    const { report, codes } = await objects([{ value: 1 }, { value: 'zwei' }])
    expect(codes).toContain('field-mixed')
    expect(report.fields[0]).toMatchObject({ type: 'text', mixed: true })
  })

  test('those that say nothing, and how often others do', async () => {
    const { report, codes } = await objects([{ a: null, b: 1 }, { a: '' }])
    expect(codes).toContain('field-empty')
    expect(report.fields).toMatchObject([
      { name: 'a', nulls: 2 },
      { name: 'b', nulls: 1 },
    ])
  })

  test('names that the interface uses itself', async () => {
    expect((await objects([{ BBOX: 1 }])).codes).toContain('field-reserved')
  })

  test('more than anybody reads', async () => {
    const { codes, report } = await objects([
      Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}`, 1])),
    ])
    expect(codes).toContain('fields-too-many')
    expect(report.fields).toHaveLength(500)
  })

  test.each([
    [{ email: 'rathaus' }, 'E-Mail-Adressen'],
    [{ kontakt: 'erika.muster@example.org' }, 'E-Mail-Adressen'],
    [{ Tel: '12' }, 'Telefonnummern'],
    [{ nummer: '0385 123456' }, 'Telefonnummern'],
    [{ geburtsdatum: '1970-01-01' }, 'Geburtsdaten'],
    [{ Nachname: 'Muster' }, 'Namen von Personen'],
  ])('%j may be about persons', async (properties, what) => {
    const { report } = await objects([properties])
    expect(report.findings.find(({ code }) => code === 'field-personal')?.detail['what']).toBe(what)
  })

  test.each([{ nummer: '0702020' }, { hotel: 'Stern' }, { name: 'Linde' }, { plz: '19053' }])(
    '%j is not',
    async (properties) => {
      expect((await objects([properties])).codes).not.toContain('field-personal')
    },
  )
})

test('a file that breaks off in the middle keeps what was counted, and may not be published', async () => {
  const { report, codes } = await checked(
    fileOf(
      `{"type":"FeatureCollection","features":[${JSON.stringify({ type: 'Feature', geometry: point, properties: {} })},{"type":X}]}`,
    ),
  )
  expect(codes).toEqual(['json-broken'])
  expect(report).toMatchObject({ publishable: false, count: 1 })
})
