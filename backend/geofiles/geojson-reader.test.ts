import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { all, collection, featuresOf, fileOf, opened, refusal } from './testing.ts'

const point = { type: 'Point', coordinates: [11.4, 53.6] }
const feature = (more: object = {}) =>
  JSON.stringify({ type: 'Feature', geometry: point, properties: {}, ...more })

describe('what GeoJSON says of itself', () => {
  test.each([
    ['nothing: longitude and latitude', undefined, 'CRS84'],
    ['a name of the OGC', 'urn:ogc:def:crs:EPSG::25833', '25833'],
    ['a short name', 'EPSG:25832', '25832'],
    ['CRS84 by name', 'urn:ogc:def:crs:OGC:1.3:CRS84', 'CRS84'],
    ['what we do not know', 'urn:ogc:def:crs:EPSG::27700', undefined],
  ])('%s', async (_, name, code) => {
    const crs = name && { type: 'name', properties: { name } }
    const file = await opened(fileOf(JSON.stringify({ type: 'FeatureCollection', features: [], crs })))
    expect(file.declared?.system?.code).toBe(code)
  })

  test('the name of its layer and how many there are', async () => {
    const file = await opened(fileOf(`{"type":"FeatureCollection","features":[${feature()}],"name":"Bäume"}`))
    expect(file).toMatchObject({ format: 'geojson', layer: 'Bäume', layers: [{ name: 'Bäume', count: 1 }] })
  })
})

describe('objects', () => {
  test('keep id, geometry and properties', async () => {
    const [read] = await featuresOf(
      fileOf(feature({ id: 'b1', properties: { name: 'Linde', high: 12.5, old: true } })),
    )
    expect(read).toEqual({
      id: 'b1',
      geometry: point,
      properties: { name: 'Linde', high: 12.5, old: true },
      position: 1,
    })
  })

  test('hold flat values: what is nested becomes text, and is said', async () => {
    const [read] = await featuresOf(fileOf(feature({ properties: { tags: ['a', 'b'] } })))
    expect(read).toMatchObject({ properties: { tags: '["a","b"]' }, faults: [{ code: 'value-nested' }] })
  })

  test('may be named like what every object has', async () => {
    const [read] = await featuresOf(
      fileOf('{"type":"Feature","geometry":null,"properties":{"__proto__":"x"}}'),
    )
    expect(Object.entries(read?.properties ?? {})).toEqual([['__proto__', 'x']])
  })

  test.each([
    ['a bare geometry', JSON.stringify(point), 1],
    ['one feature', feature(), 1],
    ['one per line', `${feature()}\n${feature()}\n`, 2],
    ['with record separators', `\u001e${feature()}\n\u001e${feature()}\n`, 2],
  ])('are read from %s', async (_, text, count) => {
    expect(await featuresOf(fileOf(text))).toHaveLength(count)
  })

  test.each([
    ['no geometry of ours', { type: 'Circle', coordinates: [1, 2] }],
    ['a line of points too flat', { type: 'LineString', coordinates: [1, 2] }],
    ['text for numbers', { type: 'Point', coordinates: ['1', '2'] }],
    ['half a position', { type: 'LineString', coordinates: [[1], [2]] }],
    ['no coordinates', { type: 'Polygon' }],
    ['a member of all objects', { type: 'toString', coordinates: [1, 2] }],
  ])('with %s are kept without it, and said', async (_, geometry) => {
    const [read] = await featuresOf(fileOf(collection([geometry], { name: 'Linde' })))
    expect(read).toMatchObject({
      geometry: null,
      properties: { name: 'Linde' },
      faults: [{ code: 'geometry-unreadable' }],
    })
  })
})

describe('letters', () => {
  const text = feature({ properties: { name: 'Bäume' } })

  test('are UTF-8, with a mark or packed', async () => {
    for (const content of [text, `\ufeff${text}`, gzipSync(text)]) {
      const [read] = await featuresOf(fileOf(content))
      expect(read?.properties).toEqual({ name: 'Bäume' })
    }
  })

  test('of Windows-1252 are read, with a warning', async () => {
    const file = await opened(fileOf(Buffer.from(text, 'latin1')))
    const [read] = await all(file.features())
    expect(read?.properties).toEqual({ name: 'Bäume' })
    expect(file.faults.map(({ code }) => code)).toEqual(['encoding-guessed'])
  })
})

test.each([
  ['empty', '', 'file-empty'],
  ['blank', ' \n ', 'file-empty'],
  ['cut off', collection([point]).slice(0, -9), 'file-truncated'],
  ['TopoJSON', '{"type":"Topology","objects":{},"arcs":[]}', 'format-topojson'],
  ['other JSON', '{"type":"Feat"}', 'format-unknown'],
  ['a list', '[1,2]', 'format-unknown'],
  ['broken at the top', '{"type":FeatureCollection,"features":[]}', 'json-broken'],
])('a file that is %s is refused in German', async (_, text, code) => {
  const finding = await refusal(fileOf(text))
  expect(finding).toMatchObject({ code, severity: 'error' })
  expect(finding.words).toMatch(/Bitte/)
})

test('an object that is broken in the middle ends the reading there', async () => {
  const file = await opened(fileOf(`{"type":"FeatureCollection","features":[${feature()},{"type":Feature}]}`))
  await expect(all(file.features())).rejects.toMatchObject({
    fault: { code: 'json-broken', detail: { position: 2 } },
  })
})
