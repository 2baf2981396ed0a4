import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxAround, distance } from './distance.ts'
import { boxesMeet, type Geometry, type Position } from './geometry.ts'
import { loadRelate, prepare } from './relate.ts'

const point = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] })
const between = (a: Geometry, b: Geometry): number => distance(prepare(a), prepare(b))

/** By PROJ 9.1 (`geod -I`), along the ellipsoid. */
const measured: readonly (readonly [a: Geometry, b: Geometry, metres: number])[] = [
  [point(11.4, 53.6), point(11.42, 53.61), 1_729.574],
  [point(12.1407, 54.0887), point(11.4148, 53.6288), 70_009.698],
  [point(10, 47.5), point(10.01, 47.5), 753.436],
  [point(11, 48), point(11, 49), 111_200.037],
]

describe('how far two geometries are apart', () => {
  test.each(measured)('%j and %j', (a, b, metres) => {
    expect(Math.abs(between(a, b) / metres - 1)).toBeLessThan(0.001)
    expect(between(b, a)).toBe(between(a, b))
  })

  test('is measured to the nearest place of lines and outlines', () => {
    const square: Geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [11, 53],
          [12, 53],
          [12, 54],
          [11, 54],
          [11, 53],
        ],
      ],
    }
    expect(between(square, point(11.5, 53.5))).toBe(0)
    expect(between(square, point(12, 53.5))).toBe(0)
    expect(between(square, point(11.3, 54.001))).toBeCloseTo(between(point(11.3, 54), point(11.3, 54.001)), 1)
    const line: Geometry = {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [11.3, 54.002],
          [11.4, 54.01],
        ],
      ],
    }
    expect(between(square, line)).toBeCloseTo(between(point(11.3, 54), point(11.3, 54.002)), 1)
    expect(between(square, { type: 'MultiPoint', coordinates: [] })).toBe(Infinity)
  })

  test('is nothing only where they meet, and never more than the box around tells', async () => {
    const relate = await loadRelate(['intersects'])
    const position = fc.tuple(
      fc.double({ min: 5, max: 15, noNaN: true }),
      fc.double({ min: 47, max: 70, noNaN: true }),
    )
    const shape = fc.oneof(
      position.map(([lon, lat]) => point(lon, lat)),
      fc
        .array(position, { minLength: 2, maxLength: 4 })
        .map((line): Geometry => ({ type: 'LineString', coordinates: line })),
      fc
        .array(position, { minLength: 3, maxLength: 4 })
        .map((ring): Geometry => ({ type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] })),
    )
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0, max: 500_000, noNaN: true }), (one, other, metres) => {
        const [a, b] = [prepare(one), prepare(other)]
        const apart = distance(a, b)
        expect(apart === 0).toBe(relate('intersects', a, b))
        if (apart <= metres) expect(boxesMeet(boxAround(a.box, metres), b.box)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
