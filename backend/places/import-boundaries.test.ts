import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ImportError, listSources } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { boundariesGeojson, boundariesTopojson } from './import-boundaries.ts'
import { collection, oldMap, openPlaces, square } from './testing.ts'

const name = 'vg5000-2021-01-01-test.geojson'
const walkendorf = square('130725254111', 'Walkendorf', 12.8, 53.9)
const hagenow = square('130760060060', 'Hagenow', 11.1, 53.4)

async function setUp() {
  const { db } = await openPlaces()
  const run = (content: string, options = {}) =>
    importContent(db, { profile: boundariesGeojson, content, name, ...options })
  const outlines = (source = 'bkg-vg5000-2021-01-01') =>
    db.selectFrom('boundary').selectAll().where('source_id', '=', source).orderBy('region_key').execute()
  const area = (key: string) =>
    db.selectFrom('area').selectAll().where('region_key', '=', key).executeTakeFirst()
  return { db, run, outlines, area }
}

describe('a map', () => {
  test('is kept outline by outline, with scale, day and box', async () => {
    const { run, outlines } = await setUp()
    expect(await run(collection(hagenow, walkendorf))).toMatchObject({ read: 2, written: 2, rejected: [] })
    const [first, second] = await outlines()
    expect(first).toMatchObject({ region_key: '130725254111', as_of: '2021-01-01', scale: 5_000_000 })
    expect(second).toMatchObject({ min_lon: 11, max_lon: 11.2, min_lat: 53.3, max_lat: 53.5 })
    expect(JSON.parse(second!.geometry)).toEqual({
      type: 'MultiPolygon',
      coordinates: [hagenow.geometry.coordinates],
    })
  })

  test('tells by its name whose it is, how sharp and of which day', async () => {
    const { db, run, outlines } = await setUp()
    await run(collection(hagenow), { name: 'vg250-2024-12-31.geojson' })
    expect(await listSources(db)).toContainEqual(
      expect.objectContaining({
        id: 'bkg-vg250-2024-12-31',
        attribution: '© GeoBasis-DE / BKG 2024 (Daten verändert)',
        licence: 'Datenlizenz Deutschland Namensnennung 2.0',
        asOf: '2024-12-31',
      }),
    )
    expect(await outlines('bkg-vg250-2024-12-31')).toMatchObject([{ scale: 250_000 }])
  })

  test.each([
    ['vg250-2016-01-01-mv-gemeinden-simplified.geojson', 'bkg-vg250-2016-01-01-simplified', 1_000_000],
    ['outlines.geojson', 'amtsweg-outlines', 10_000_000],
  ])('named %s is of the source %s and of scale %i', async (file, source, scale) => {
    const { run, outlines } = await setUp()
    await run(collection(hagenow), { name: file })
    expect(await outlines(source)).toMatchObject([{ scale }])
  })

  test('changes nothing when imported again; an outline that moved is replaced, one that has gone goes', async () => {
    const { run, outlines } = await setUp()
    await run(collection(hagenow, walkendorf))
    const before = await outlines()
    expect(await run(collection(hagenow, walkendorf))).toMatchObject({ written: 0, deleted: 0 })
    expect(await outlines()).toEqual(before)
    const moved = square('130760060060', 'Hagenow', 11.15, 53.4)
    expect(await run(collection(moved))).toMatchObject({ written: 1, deleted: 1 })
    expect(await outlines()).toMatchObject([{ region_key: '130760060060', min_lon: 11.05 }])
  })

  test('of Kreise leaves the Gemeinden of the same map alone', async () => {
    const { run, outlines } = await setUp()
    await run(collection(hagenow, walkendorf))
    expect(await run(collection(square('13076', 'Ludwigslust-Parchim', 11.4, 53.4, 0.5)))).toMatchObject({
      deleted: 0,
    })
    expect(await outlines()).toHaveLength(3)
  })

  test('older than the register adds the Gemeinden that are gone, with the interval in which they ended', async () => {
    const { run, area } = await setUp()
    await run(collection(square('130725254068', 'Lühburg', 12.7, 54)))
    const interval = { ended_after: '2021-01-01', ended_by: '2023-11-30' }
    expect(await area('130725254068')).toMatchObject({
      name: 'Lühburg',
      ags: '13072068',
      ...interval,
      uninhabited: 0,
    })
  })

  test('finds a Gemeinde that has moved to another Verband by its AGS', async () => {
    const { run, outlines } = await setUp()
    await run(collection(square('130769999001', 'Alt Krenzlin', 11.3, 53.3)))
    expect(await outlines()).toMatchObject([{ region_key: '130765659001' }])
  })

  test('older than the register leaves out Verbände that are gone', async () => {
    const { run } = await setUp()
    const { rejected } = await run(collection(hagenow, square('130769999', 'Altes Amt', 11.3, 53.3)))
    expect(rejected).toMatchObject([
      { line: 2, reason: expect.stringMatching(/no longer exists/), expected: true },
    ])
  })

  test.each([
    [
      'a Gemeinde of a Land without register',
      square('010010000000', 'Flensburg', 9.4, 54.8),
      /no area of the register/,
    ],
    ['a second outline', hagenow, /second outline/],
    ['no geometry', { ...walkendorf, geometry: null }, /no polygon/],
    ['no key', { ...walkendorf, properties: {} }, /no ARS/],
  ])('with %s rejects it by position and reason', async (_, feature, reason) => {
    const { run } = await setUp()
    const { rejected } = await run(collection(hagenow, feature))
    expect(rejected).toMatchObject([{ line: 2, reason: expect.stringMatching(reason) }])
  })

  test.each([
    ['is cut off', oldMap.slice(0, -30), name, /not complete JSON/],
    ['is no map', '{"type":"Feature"}', name, /no FeatureCollection/],
    ['is nothing', 'null', name, /no FeatureCollection/],
    ['holds nothing', collection(), name, /holds no records/],
    ['does not tell its day', collection(hagenow), 'grenzen.geojson', /Which day/],
  ])('that %s changes nothing', async (_, content, file, words) => {
    const { db, run } = await setUp()
    const before = await db.selectFrom('boundary').selectAll().execute()
    await expect(run(content, { name: file })).rejects.toThrow(words)
    expect(await db.selectFrom('boundary').selectAll().execute()).toEqual(before)
  })
})

test('whatever JSON a hostile file holds, it is refused in words and changes nothing', async () => {
  const { db, run, outlines } = await setUp()
  const shell = fc.constantFrom('FeatureCollection', 'Topology', 'GeometryCollection', 'Polygon')
  const value = fc.jsonValue({ maxDepth: 3 })
  const map = fc.record({
    type: shell,
    features: fc.array(value),
    objects: value,
    arcs: value,
    transform: value,
  })
  const topojson = (content: string) =>
    importContent(db, { profile: boundariesTopojson, content, name: 'vg5000-2021-01-01.topojson' })
  await fc.assert(
    fc.asyncProperty(fc.oneof(map, value), async (content) => {
      for (const one of [run, topojson]) {
        const end = await one(JSON.stringify(content)).catch((error: unknown) => error)
        if (!(end instanceof ImportError)) expect(end).toMatchObject({ written: 0 })
      }
    }),
    { numRuns: 60 },
  )
  expect(await outlines()).toEqual([])
})

describe('a map as TopoJSON', () => {
  const topology = (arcs: unknown) =>
    JSON.stringify({
      type: 'Topology',
      transform: { scale: [0.1, 0.1], translate: [11, 53] },
      objects: {
        gemeinden: {
          type: 'GeometryCollection',
          geometries: [{ type: 'Polygon', arcs: [[0]], properties: { ARS: '130760060060', GEN: 'Hagenow' } }],
        },
        kreise: { type: 'Polygon', arcs: [[0]], properties: { ARS: '13076', GEN: 'Ludwigslust-Parchim' } },
      },
      arcs,
    })
  const arcs = [[[0, 0], [2, 0], [0, 2], [-2, 0], [0, -2]]] // prettier-ignore

  async function setUpTopology() {
    const { db, outlines } = await setUp()
    const file = 'vg5000-2021-01-01-de.topojson'
    const run = (content: string) => importContent(db, { profile: boundariesTopojson, content, name: file })
    return { run, outlines }
  }

  test('gives the outlines of all its objects', async () => {
    const { run, outlines } = await setUpTopology()
    expect(await run(topology(arcs))).toMatchObject({ read: 2, written: 2, rejected: [] })
    expect(await outlines()).toMatchObject([
      { region_key: '13076', scale: 5_000_000 },
      { region_key: '130760060060', min_lon: 11, max_lon: 11.2, min_lat: 53, max_lat: 53.2 },
    ])
  })

  test.each([
    ['is GeoJSON', oldMap, /no Topology/],
    ['is nothing', 'null', /no Topology/],
    ['lacks arcs', topology([]), /arcs that are not there/],
    ['has no list of arcs', topology(7), /arcs that are not there/],
  ])('that %s changes nothing', async (_, content, words) => {
    const { run, outlines } = await setUpTopology()
    await expect(run(content)).rejects.toThrow(words)
    expect(await outlines()).toEqual([])
  })
})
