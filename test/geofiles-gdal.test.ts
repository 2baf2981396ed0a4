import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mend } from '@amtsweg/backend/geofiles/check-geometry.ts'
import { createValidityCheck } from '@amtsweg/backend/geofiles/check-validity.ts'
import {
  isFinding,
  openGeofile,
  type WriteFormat,
  writeFormats,
  writeGeofile,
} from '@amtsweg/backend/geofiles/index.ts'
import type { Geometry } from '@amtsweg/backend/geometry/geometry.ts'
import { systemOfCode } from '@amtsweg/backend/geometry/reference-system.ts'
import { transformer, transformGeometry } from '@amtsweg/backend/geometry/transform.ts'
import { type Kind, madeFeatures, madeFields } from './geofiles-made.ts'
import { describeGeo } from './optional-geo.ts'
import { createRandom } from './random.ts'
import { temporaryFolder } from './temporary-folder.ts'

const count = 60
/** Rings and heights are what differs; all kinds and more objects: `npm run proof -- geofiles`. */
const kinds = ['areas', 'heights'] as const
const system = (code: string) => systemOfCode(code) ?? expect.fail(code)

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (status !== 0) expect.fail(`${program} ${args.join(' ')}: ${stderr}`)
  return stdout
}

/** Coordinates by the number of their object: some formats have an order of their own. */
type ByNumber = ReadonlyMap<unknown, Geometry['type'] | unknown>
const coordinatesOf = (geometry: Geometry | null) =>
  (geometry as { coordinates: unknown } | null)?.coordinates
const expected = (kind: Kind, code = 'CRS84'): ByNumber =>
  new Map(
    [...madeFeatures(kind, count)].map(({ geometry, properties }) => [
      properties['nummer'],
      coordinatesOf(transformGeometry(geometry, transformer(system('CRS84'), system(code)))),
    ]),
  )

async function read(path: string) {
  const file = await openGeofile(path)
  if (isFinding(file)) return expect.fail(file.words)
  const found = new Map<unknown, unknown>()
  const names = new Set<unknown>()
  for await (const { geometry, properties } of file.features()) {
    found.set(Number(properties['nummer']), coordinatesOf(geometry))
    names.add(properties['name'])
  }
  file.close()
  return { found, names, file }
}

/** The made objects as a file that GDAL reads. */
function source(kind: Kind): string {
  const path = join(temporaryFolder(), 'source.geojson')
  const features = [...madeFeatures(kind, count)].map((feature) => ({ type: 'Feature', ...feature }))
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }))
  return path
}

describeGeo('what GDAL writes is read to the same coordinates', ['gdal'], () => {
  const formats: readonly (readonly [
    name: string,
    driver: string,
    ending: string,
    options?: readonly string[],
  ])[] = [
    ['GeoPackage', 'GPKG', '.gpkg'],
    ['GeoJSON', 'GeoJSON', '.geojson'],
    ['a sequence of lines', 'GeoJSONSeq', '.geojsonl'],
    ['a sequence by RFC 8142', 'GeoJSONSeq', '.geojsons', ['-lco', 'RS=YES']],
    ['FlatGeobuf', 'FlatGeobuf', '.fgb'],
    ['FlatGeobuf without index', 'FlatGeobuf', '.fgb', ['-lco', 'SPATIAL_INDEX=NO']],
    ['Shapefile', 'ESRI Shapefile', '.shz', ['-lco', 'ENCODING=UTF-8']],
    ['Shapefile in ISO-8859-1', 'ESRI Shapefile', '.shz', ['-lco', 'ENCODING=ISO-8859-1']],
    ['KML', 'KML', '.kml'],
    ['KMZ', 'LIBKML', '.kmz'],
    ['CSV', 'CSV', '.csv', ['-lco', 'GEOMETRY=AS_WKT']],
  ]
  const cases = formats.flatMap((format) => kinds.map((kind) => [format[0], kind, format] as const))

  test.each(cases)('%s with %s', async (_, kind, [, driver, ending, options = []]) => {
    const path = join(temporaryFolder(), `made${ending}`)
    run('ogr2ogr', '-f', driver, path, source(kind), ...options)
    const { found, names } = await read(path)
    expect(found).toEqual(expected(kind))
    // ISO-8859-1 has no German quotation marks.
    if (!options.some((option) => option.includes('8859'))) expect(names).toContain('Bäume, „7“')
  })

  test('GPX with waypoints', async () => {
    const path = join(temporaryFolder(), 'made.gpx')
    run('ogr2ogr', '-f', 'GPX', path, source('points'), '-sql', 'SELECT name, hoch FROM source')
    const file = await openGeofile(path)
    if (isFinding(file)) return expect.fail(file.words)
    const found: unknown[] = []
    for await (const { geometry } of file.features()) found.push(coordinatesOf(geometry))
    expect(found).toEqual([...expected('points').values()])
  })

  test.each(['25833', '4647', '5650', '31468', '2398', '3035'])(
    'EPSG:%s is known by a Shapefile, a GeoPackage and a FlatGeobuf',
    async (code) => {
      for (const [driver, ending] of [
        ['ESRI Shapefile', '.shz'],
        ['GPKG', '.gpkg'],
        ['FlatGeobuf', '.fgb'],
      ] as const) {
        const path = join(temporaryFolder(), `made${ending}`)
        run('ogr2ogr', '-f', driver, path, source('points'), '-a_srs', `EPSG:${code}`)
        expect((await read(path)).file.declared?.system?.code).toBe(code)
      }
    },
  )
})

/** What GDAL finds in a file, in the file's own system. */
function byGdal(path: string): ByNumber {
  const text = run(
    'ogr2ogr',
    '-f',
    'GeoJSON',
    '/vsistdout/',
    path,
    '-lco',
    'COORDINATE_PRECISION=17',
    '-lco',
    'RFC7946=NO',
  )
  const { features } = JSON.parse(text) as {
    features: { geometry: Geometry; properties: Record<string, unknown> }[]
  }
  return new Map(
    features.map(({ geometry, properties }) => [Number(properties['nummer']), coordinatesOf(geometry)]),
  )
}

async function write(format: WriteFormat, kind: Kind, code: string, more: object = {}): Promise<string> {
  const path = join(temporaryFolder(), `made${writeFormats[format].ending}`)
  const move = transformer(system('CRS84'), system(code))
  const features = function* () {
    for (const feature of madeFeatures(kind, count))
      yield { ...feature, geometry: transformGeometry(feature.geometry, move) }
  }
  await writeGeofile(format, features(), { ...about, system: system(code), ...more }, path)
  return path
}
const about = {
  title: 'Spielplätze & Bäume',
  attribution: 'Musterstadt, dl-de/by-2-0, https://example.org/',
  licence: {
    name: 'Datenlizenz Deutschland – Namensnennung – 2.0',
    uri: 'https://www.govdata.de/dl-de/by-2-0',
  },
  source: 'https://example.org/',
  fields: madeFields,
  writtenAt: '2026-11-30T20:00:00.000Z',
}

describeGeo('what we write is read by GDAL to the same coordinates', ['gdal'], () => {
  const formats = ['geojson', 'geopackage', 'flatgeobuf', 'shapefile', 'csv'] as const
  const cases = formats.flatMap((format) => kinds.map((kind) => [format, kind] as const))

  test.each(cases)('%s with %s, in degrees and in UTM', async (format, kind) => {
    for (const code of ['CRS84', '25833']) {
      const path = await write(format, kind, code)
      // A table of text tells GDAL nothing of its system, and a Shapefile has no heights here.
      const flat = format === 'shapefile' && kind === 'heights'
      const found =
        format === 'csv' ? byGdalCsv(path) : byGdal(format === 'shapefile' ? `/vsizip/${path}` : path)
      const whole = expected(kind, code)
      const turned = format === 'shapefile' && kind === 'areas' ? withRingsTurned(whole) : whole
      const wanted = flat ? withoutHeights(whole) : turned
      expect(found).toEqual(wanted)
    }
  })

  const withoutHeights = (all: ByNumber) =>
    new Map([...all].map(([number, at]) => [number, (at as number[]).slice(0, 2)]))

  /** In a Shapefile outer rings run with the clock, and GDAL hands them on like that. */
  const withRingsTurned = (all: ByNumber) =>
    new Map(
      [...all].map(([number, rings]) => [number, (rings as unknown[][]).map((ring) => [...ring].reverse())]),
    )

  /** A virtual layer tells GDAL which column holds the geometry. */
  function byGdalCsv(path: string): ByNumber {
    const column = /wkt_\d+/.exec(readFileSync(path, 'utf8'))?.[0]
    const layer = join(temporaryFolder(), 'made.vrt')
    writeFileSync(
      layer,
      `<OGRVRTDataSource><OGRVRTLayer name="made"><SrcDataSource>${path}</SrcDataSource><GeometryField encoding="WKT" field="${column}"/></OGRVRTLayer></OGRVRTDataSource>`,
    )
    return byGdal(layer)
  }

  test.each(['25833', '5650', '4258', '3035', '3857'])(
    'EPSG:%s is known to it by every format',
    async (code) => {
      for (const format of ['geojson', 'geopackage', 'flatgeobuf', 'shapefile'] as const) {
        const path = await write(format, 'points', code)
        const text = run('ogrinfo', '-al', '-so', format === 'shapefile' ? `/vsizip/${path}` : path)
        expect(text.match(/ID\["EPSG",(\d+)\]\]\n/g)?.at(-1), `${format}: ${text}`).toContain(
          `EPSG",${code}]`,
        )
      }
    },
  )

  test('a GeoPackage is valid, with licence and source in it', async () => {
    for (const [kind, more] of [
      ['areas', { types: ['Polygon', 'MultiPolygon'] }],
      ['points', { types: ['Point'] }],
      ['heights', {}],
    ] as const) {
      const path = await write('geopackage', kind, '25833', more)
      run('/usr/bin/python3', '-m', 'osgeo_utils.samples.validate_gpkg', path)
      expect(run('ogrinfo', '-al', '-so', path)).toContain('https://www.govdata.de/dl-de/by-2-0')
    }
  })

  test('the index of a FlatGeobuf finds what a look at every object finds', async () => {
    const path = await write('flatgeobuf', 'areas', 'CRS84')
    const box = ['11.2', '53.5', '11.5', '53.7']
    const numbers = (from: string) =>
      (
        JSON.parse(run('ogr2ogr', '-f', 'GeoJSON', '/vsistdout/', from, '-spat', ...box)) as {
          features: { properties: { nummer: number } }[]
        }
      ).features.map(({ properties }) => properties.nummer)
    const found = numbers(path)
    expect(found.length).toBeGreaterThan(5)
    expect(found.sort((a, b) => a - b)).toEqual(numbers(source('areas')))
  })

  test('a GeoPackage can be edited by others, and its index goes along', async () => {
    const path = await write('geopackage', 'points', '25833')
    run(
      'ogr2ogr',
      '-append',
      '-f',
      'GPKG',
      path,
      source('points'),
      '-nln',
      'spielplaetze_baeume',
      '-t_srs',
      'EPSG:25833',
    )
    run('/usr/bin/python3', '-m', 'osgeo_utils.samples.validate_gpkg', path)
    expect(
      run('ogrinfo', '-q', path, '-sql', 'SELECT count(*) AS n FROM rtree_spielplaetze_baeume_geom'),
    ).toContain(`= ${2 * count}`)
  })
})

describeGeo('what GEOS calls valid', ['gdal'], () => {
  test('is what we do, for small rings, pairs of areas and areas with holes on a grid', () => {
    const random = createRandom(11)
    const corner = () => [Math.floor(random() * 7), Math.floor(random() * 7)]
    const ring = (corners: number) => {
      const open = Array.from({ length: corners }, corner)
      return [...open, open[0] as number[]]
    }
    const square = [
      [1, 1],
      [6, 1],
      [6, 6],
      [1, 6],
      [1, 1],
    ]
    const shapes = [
      (): Geometry => ({ type: 'Polygon', coordinates: [ring(3 + Math.floor(random() * 5))] }),
      (): Geometry => ({ type: 'MultiPolygon', coordinates: [[ring(3)], [ring(4)]] }),
      (): Geometry => ({ type: 'Polygon', coordinates: [square, ring(3)] }),
    ]
    const onSquare = ([x = 0, y = 0]: readonly number[]) => [x, y].some((value) => value === 1 || value === 6)
    // A hole that touches its outer ring twice cuts the area in two: GEOS tells that, we do not.
    const cutsInTwo = ({ type, coordinates }: { type: string; coordinates: unknown }) =>
      type === 'Polygon' && ((coordinates as number[][][])[1]?.filter(onSquare).length ?? 0) > 1
    const geometries = Array.from(
      { length: 1_500 },
      (_, index) => mend(shapes[index % 3]?.() as Geometry).geometry,
    )
      .filter((geometry) => geometry !== null)
      .filter((geometry) => !cutsInTwo(geometry as never))
    const path = join(temporaryFolder(), 'source.geojson')
    const features = geometries.map((geometry, nummer) => ({
      type: 'Feature',
      geometry,
      properties: { nummer },
    }))
    writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }))
    const sql = 'SELECT nummer, ST_IsValid(geometry) AS valid FROM source'
    const table = run('ogr2ogr', '-f', 'CSV', '/vsistdout/', path, '-dialect', 'SQLite', '-sql', sql)
    const valid = new Map(
      table
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.replaceAll('"', '').split(',').map(Number) as [number, number]),
    )
    const check = createValidityCheck()
    const different = geometries.filter(
      (geometry, nummer) => (check(geometry).size === 0) !== (valid.get(nummer) === 1),
    )
    expect(valid.size).toBe(geometries.length)
    expect([...valid.values()].filter((one) => one === 1).length).toBeGreaterThan(100)
    expect(different.map((geometry) => JSON.stringify(geometry))).toEqual([])
  })
})

describe('nothing of the parts', () => {
  test('stays behind after writing', async () => {
    const folder = temporaryFolder()
    for (const format of ['flatgeobuf', 'shapefile'] as const)
      await write(format, 'areas', '25833', { folder })
    expect(readdirSync(folder)).toEqual([])
  })
})
