import { describe, expect, test } from 'vitest'
import { boxOf, readOutline, toGeometry } from './outline.ts'

const ring = [
  [11, 53],
  [12, 53],
  [12, 54],
  [11, 53],
]
const feature = (properties: unknown, geometry: unknown) => ({ type: 'Feature', properties, geometry })
const named = { RS: '130765659001', GEN: 'Alt Krenzlin', BEZ: 'Gemeinde' }
const polygon = { type: 'Polygon', coordinates: [ring] }

describe('an outline', () => {
  test('is read from a feature of either map', () => {
    expect(readOutline(feature(named, polygon), 7)).toEqual({
      regionKey: '130765659001',
      name: 'Alt Krenzlin',
      designation: 'Gemeinde',
      polygons: [[ring]],
      position: 7,
    })
    expect(readOutline(feature({ ARS: '13076', GEN: 'Ludwigslust-Parchim' }, polygon), 1)).toMatchObject({
      regionKey: '13076',
      designation: '',
    })
  })

  test('keeps a metre of precision', () => {
    const fine = { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lon! + 1e-9, lat!])] }
    expect(readOutline(feature(named, fine), 1)).toMatchObject({ polygons: [[ring]] })
  })

  test.each([
    ['nothing', undefined, /no ARS/],
    ['no properties', feature(null, polygon), /no ARS/],
    ['a key of odd length', feature({ ...named, RS: '1307' }, polygon), /no ARS/],
    ['a number as key', feature({ ...named, RS: 13 }, polygon), /no ARS/],
    ['no name', feature({ RS: '13' }, polygon), /no name/],
    ['no geometry', feature(named, null), /no polygon/],
    ['a point', feature(named, { type: 'Point', coordinates: [11, 53] }), /no polygon/],
    ['no rings', feature(named, { type: 'Polygon', coordinates: [] }), /ring/],
    ['no polygons', feature(named, { type: 'MultiPolygon', coordinates: [] }), /no polygon/],
    ['an open ring', feature(named, { type: 'Polygon', coordinates: [[...ring, [0, 0]]] }), /not closed/],
    [
      'two points',
      feature(named, {
        type: 'Polygon',
        coordinates: [
          [
            [1, 1],
            [1, 1],
          ],
        ],
      }),
      /too short/,
    ],
    [
      'metres',
      feature(named, { type: 'Polygon', coordinates: [ring.map(() => [700_000, 5_900_000])] }),
      /WGS 84/,
    ],
    ['text', feature(named, { type: 'Polygon', coordinates: [ring.map(() => ['11', '53'])] }), /WGS 84/],
    ['infinity', feature(named, { type: 'Polygon', coordinates: [ring.map(() => [Infinity, 1])] }), /WGS 84/],
  ])('with %s is refused', (_, value, words) => {
    expect(readOutline(value, 1)).toMatch(words)
  })

  test('has a box around all its parts', () => {
    const far = ring.map(([lon, lat]) => [lon! + 2, lat! - 1] as const)
    expect(boxOf([[ring as never], [far]])).toEqual({ min_lon: 11, min_lat: 52, max_lon: 14, max_lat: 54 })
  })

  test('is stored as GeoJSON', () => {
    expect(JSON.parse(toGeometry([[ring as never]]))).toEqual({ type: 'MultiPolygon', coordinates: [[ring]] })
  })
})
