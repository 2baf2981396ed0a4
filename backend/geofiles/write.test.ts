import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Geometry } from '../geometry/geometry.ts'
import { systemOfCode } from '../geometry/reference-system.ts'
import { mend } from './check-geometry.ts'
import type { Field, PropertyValue } from './geofile.ts'
import { shortNames } from './shapefile-writer.ts'
import { anyGeometry, featuresOf, geometriesOf, opened, testFolder } from './testing.ts'
import { writeGeofile } from './write.ts'
import {
  columnsFor,
  plainName,
  type WriteAbout,
  type WriteFeature,
  type WriteFormat,
  writeFormats,
} from './written.ts'

const formats = Object.keys(writeFormats) as WriteFormat[]
const fields: readonly Field[] = [
  { name: 'name', type: 'text' },
  { name: 'whole', type: 'integer' },
  { name: 'part', type: 'number' },
  { name: 'old', type: 'boolean' },
  { name: 'day', type: 'date' },
  { name: 'at', type: 'date-time' },
]
const about: WriteAbout = {
  title: 'Bäume',
  attribution: 'Musterstadt',
  licence: { name: 'CC0', uri: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  system: systemOfCode('25833') ?? expect.fail(),
  fields,
  writtenAt: '2026-11-30T20:00:00.000Z',
}

async function written(
  format: WriteFormat,
  features: readonly WriteFeature[],
  more: Partial<WriteAbout> = {},
) {
  const path = join(testFolder(), `made${writeFormats[format].ending}`)
  const report = await writeGeofile(format, features, { ...about, ...more }, path)
  return { path, report }
}

const linde: WriteFeature = {
  id: 'b1',
  geometry: { type: 'Point', coordinates: [261811.55, 5945045.3] },
  properties: {
    ...{ name: 'Linde, „alt“\n', whole: -42, part: 12.125, old: true },
    ...{ day: '2026-11-30', at: '2026-11-30T20:15:00.000Z', left: 'out' },
  },
}
const blank: WriteFeature = { geometry: { type: 'Point', coordinates: [0, 0] }, properties: {} }

describe.each(formats)('%s', (format) => {
  test('keeps every kind of value, nothing, and the system', async () => {
    const { path } = await written(format, [linde, blank])
    const file = await opened(path)
    expect(file.declared?.system?.code).toBe('25833')
    const read: Record<string, PropertyValue>[] = []
    for await (const { properties } of file.features()) read.push({ ...properties })
    // A table of text has dates as text, and a Shapefile knows no line breaks.
    const { name, ...first } = read.find((one) => one['whole'] === -42) ?? {}
    expect(String(name).trim()).toBe('Linde, „alt“')
    expect(first).toMatchObject({
      whole: -42,
      part: 12.125,
      old: true,
      day: '2026-11-30',
      at: '2026-11-30T20:15:00.000Z',
    })
    expect('left' in first).toBe(false)
    expect(
      Object.values(read.find((one) => one['whole'] === null) ?? {}).every((value) => value === null),
    ).toBe(true)
  })

  test('of nothing is a sound file', async () => {
    const { path, report } = await written(format, [])
    expect(report).toEqual({ count: 0, findings: [] })
    expect(await featuresOf(path)).toEqual([])
  })

  test('keeps objects without geometry', async () => {
    const { path } = await written(format, [{ ...linde, geometry: null }, linde])
    expect((await featuresOf(path)).map(({ geometry }) => geometry?.type).sort()).toEqual([
      'Point',
      undefined,
    ])
  })

  test('gives any geometry back as it was', async () => {
    const shapes = format === 'shapefile' ? flatShapes : anyGeometry
    await fc.assert(
      fc.asyncProperty(
        fc.array(shapes, { minLength: 1, maxLength: format === 'shapefile' ? 1 : 8 }),
        async (geometries) => {
          const features = geometries.map((geometry, whole) => ({ geometry, properties: { whole } }))
          const { path } = await written(format, features)
          const read = await featuresOf(path)
          rmSync(path)
          const found = read.sort((a, b) => Number(a.properties['whole']) - Number(b.properties['whole']))
          expect(found.map(({ geometry }) => asWritten(geometry, format))).toEqual(
            geometries.map((geometry) => asWritten(geometry, format)),
          )
        },
      ),
      { numRuns: 15 },
    )
  })
})

/** What comes back from a Shapefile as it was: no heights, no collections, of several lines at least two; areas are tried with GDAL. */
const flatShapes = geometriesOf(fc.integer({ min: 0, max: 1e9 }).map((value) => value / 1000)).filter(
  (geometry) => {
    if (geometry.type === 'GeometryCollection' || geometry.type.endsWith('Polygon')) return false
    return (
      !JSON.stringify(geometry.coordinates).match(/\[[^[\],]+,[^[\],]+,[^[\]]+\]/) &&
      !(geometry.type === 'MultiLineString' && geometry.coordinates.length < 2)
    )
  },
)
/** Binary formats write a height for all positions or for none. */
const asWritten = (geometry: Geometry | null, format: WriteFormat) =>
  format === 'shapefile' ? geometry && mend(geometry).geometry : geometry

test('CSV keeps what would be a formula from being one, and numbers numbers', async () => {
  const { path } = await written('csv', [
    { geometry: blank.geometry, properties: { name: '=1+1', whole: -5 } },
  ])
  const [read] = await featuresOf(path)
  expect(read?.properties).toMatchObject({ name: '=1+1', whole: -5 })
  const { readFileSync } = await import('node:fs')
  expect(readFileSync(path, 'utf8')).toContain(",'=1+1,-5,")
})

test('CSV of points has two columns that tell their system', async () => {
  const { path } = await written('csv', [linde], { types: ['Point'] })
  expect((await opened(path)).declared?.said).toBe('ostwert_25833')
})

describe('a Shapefile', () => {
  test('of several kinds is several, and tells what it could not hold', async () => {
    const features: WriteFeature[] = [
      linde,
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [0, 0, 5],
            [1, 1, 5],
          ],
        },
        properties: { name: 'ä'.repeat(200) },
      },
      {
        geometry: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [0, 0] }] },
        properties: {},
      },
    ]
    const { path, report } = await written('shapefile', features)
    expect(report.findings.map(({ code }) => code)).toEqual([
      'text-cut',
      'collection-left-out',
      'heights-dropped',
    ])
    expect((await opened(path)).layers.map(({ name }) => name)).toEqual(['baeume_punkte', 'baeume_linien'])
    const [line] = await featuresOf(path, { layer: 'baeume_linien' })
    expect(line?.properties['name']).toBe('ä'.repeat(127))
  })

  test('has names of ten plain letters, each once', () => {
    expect(shortNames(['Straßenname', 'straßennamen', 'STRASSENNA', 'ÄÖÜ', '日本', '', 'a b', 'id'])).toEqual(
      ['Strassenna', 'strassen_2', 'STRASSEN_3', 'AeOeUe', '_', 'feld', 'a_b', 'id'],
    )
  })
})

test('a GeoPackage of a title that would be a table of its own, and of odd fields, is sound', async () => {
  const odd: readonly Field[] = ['fid', 'FID', 'geom', 'a"b', "x'; DROP TABLE gpkg_contents; --", 'id'].map(
    (name) => ({ name, type: 'text' }),
  )
  const { path } = await written(
    'geopackage',
    [{ ...linde, properties: { fid: '1', 'a"b': '2', id: 'x' } }],
    {
      ...{ title: 'gpkg_contents', fields: odd },
    },
  )
  const [read] = await featuresOf(path)
  expect(read?.properties).toMatchObject({ fid_2: '1', 'a"b': '2', id: 'x' })
  const db = new Database(path, { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
})

test.each([
  ['Spielplätze & Bäume', 'spielplaetze_baeume'],
  ['2026 Straßen', 'daten_2026_strassen'],
  ['日本', 'daten'],
  ['', 'daten'],
  ['Été', 'ete'],
])('%j is called %s', (title, name) => {
  expect(plainName(title)).toBe(name)
})

test('a field that is called id is not doubled', () => {
  expect(columnsFor([{ name: 'ID', type: 'integer' }]).map(({ name }) => name)).toEqual(['ID'])
  expect(
    columnsFor([
      { name: 'a', type: 'text' },
      { name: 'A', type: 'text' },
    ]).map(({ name }) => name),
  ).toEqual(['id', 'a', 'A_2'])
})
