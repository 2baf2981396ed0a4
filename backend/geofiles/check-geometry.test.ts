import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachPosition, type Geometry } from '../geometry/geometry.ts'
import { mend } from './check-geometry.ts'
import { geometriesOf } from './testing.ts'

const square = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
]
const hole = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 1],
  [1, 1],
]
const polygon = (...coordinates: number[][][]): Geometry => ({ type: 'Polygon', coordinates })
const millimetres = fc.integer({ min: -10, max: 1e10 }).map((value) => value / 1000)
const reversed = (ring: number[][]) => [...ring].reverse()

describe('a geometry', () => {
  test.each<[string, Geometry, Geometry | null, string[]]>([
    ['that is sound stays', polygon(square, hole), polygon(square, hole), []],
    [
      'whose rings run the wrong way round',
      polygon(reversed(square), reversed(hole)),
      polygon(square, hole),
      ['ring-direction'],
    ],
    ['whose ring is open', polygon(square.slice(0, -1)), polygon(square), ['ring-unclosed']],
    ['with a point twice', polygon([[0, 0], ...square]), polygon(square), ['points-repeated']],
    [
      'of two corners',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
      null,
      ['geometry-too-few-points'],
    ],
    [
      'of no area',
      polygon([
        [0, 0],
        [1, 1],
        [2, 2],
        [0, 0],
      ]),
      null,
      ['geometry-too-few-points'],
    ],
    [
      'of one point that is a line',
      {
        type: 'LineString',
        coordinates: [
          [1, 1],
          [1, 1],
        ],
      },
      null,
      ['points-repeated', 'geometry-too-few-points'],
    ],
    ['that is empty', polygon(), null, []],
    [
      'of empty parts',
      { type: 'GeometryCollection', geometries: [polygon(), { type: 'Point', coordinates: [] }] },
      null,
      [],
    ],
    [
      'with an empty part among others',
      { type: 'MultiPolygon', coordinates: [[], [square]] },
      { type: 'MultiPolygon', coordinates: [[square]] },
      [],
    ],
    [
      'with heights',
      { type: 'Point', coordinates: [1, 2, 3] },
      { type: 'Point', coordinates: [1, 2, 3] },
      ['heights-kept'],
    ],
    [
      'that climbs a wall',
      {
        type: 'LineString',
        coordinates: [
          [1, 1, 0],
          [1, 1, 9],
        ],
      },
      {
        type: 'LineString',
        coordinates: [
          [1, 1, 0],
          [1, 1, 9],
        ],
      },
      ['heights-kept'],
    ],
  ])('%s', (_, geometry, mended, faults) => {
    const result = mend(geometry)
    expect(result.geometry).toEqual(mended)
    expect([...result.faults]).toEqual(faults)
  })

  test('keeps a hair of a polygon far from the origin', () => {
    const hair = polygon([
      [33_261_811.001, 5_945_045.001],
      [33_261_811.003, 5_945_045.001],
      [33_261_811.003, 5_945_045.003],
      [33_261_811.001, 5_945_045.001],
    ])
    expect(mend(hair)).toEqual({ geometry: hair, faults: new Set() })
  })

  test('is mended for good: mending again changes nothing, and no place is new', () => {
    fc.assert(
      fc.property(geometriesOf(millimetres), (geometry) => {
        const { geometry: once } = mend(geometry)
        if (!once) return
        expect(mend(once).geometry).toEqual(once)
        const places = new Set<string>()
        eachPosition(geometry, (position) => void places.add(String(position)))
        eachPosition(once, (position) => expect(places).toContain(String(position)))
      }),
    )
  })
})
