import fc from 'fast-check'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import { describe, expect, test } from 'vitest'
import type { Box, Geometry, Position } from './geometry.ts'
import { intersectsBox, loadRelate, prepare, type Relation } from './relate.ts'

interface Shape {
  getDimension(): number
}
const reader = new (GeoJSONReader as unknown as new () => { read(geometry: Geometry): Shape })()
const isValid = (geometry: Geometry): boolean =>
  (IsValidOp as unknown as { isValid(shape: Shape): boolean }).isValid(reader.read(geometry))

// On a small grid most shapes touch, cross or lie on each other; the other numbers are such that sums round.
const grid = fc.integer({ min: 0, max: 6 })
const fine = fc.integer({ min: 0, max: 60 }).map((step) => 11.1 + step / 10)
const positions = (of: fc.Arbitrary<number>): fc.Arbitrary<Position> => fc.tuple(of, of)

const rectangle = (at: fc.Arbitrary<number>): fc.Arbitrary<Position[]> =>
  fc.tuple(at, at, at, at).map(([ax, ay, bx, by]) => [
    [ax, ay],
    [bx, ay],
    [bx, by],
    [ax, by],
    [ax, ay],
  ])

function shapes(at: fc.Arbitrary<number>): fc.Arbitrary<Geometry> {
  const position = positions(at)
  const line = fc.array(position, { minLength: 2, maxLength: 5 })
  const ring = fc.oneof(
    fc.array(position, { minLength: 3, maxLength: 6 }).map((ring) => [...ring, ring[0] as Position]),
    rectangle(at),
  )
  const polygon = fc.array(ring, { minLength: 1, maxLength: 2 })
  return fc
    .oneof(
      position.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
      fc
        .array(position, { minLength: 1, maxLength: 4 })
        .map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
      line.map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
      fc
        .array(line, { minLength: 1, maxLength: 3 })
        .map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
      polygon.map((coordinates): Geometry => ({ type: 'Polygon', coordinates })),
      fc
        .array(polygon, { minLength: 1, maxLength: 2 })
        .map((coordinates): Geometry => ({ type: 'MultiPolygon', coordinates })),
    )
    .filter(isValid)
}

/** The same, written the other way round. */
const turned = (geometry: Geometry): Geometry =>
  geometry.type === 'Polygon'
    ? { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.toReversed()) }
    : geometry

const pairs = (): fc.Arbitrary<readonly [Geometry, Geometry]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.tuple(shapes(grid), shapes(grid)) },
    { weight: 3, arbitrary: fc.tuple(shapes(fine), shapes(fine)) },
    { weight: 1, arbitrary: shapes(grid).map((geometry) => [geometry, turned(geometry)] as const) },
  )

/** What JSTS says when it is asked without any of our short cuts. */
const oracle: Record<Relation, (a: Geometry, b: Geometry) => boolean> = {
  contains: (a, b) => matrix(a, b).isContains(),
  crosses: (a, b) => matrix(a, b).isCrosses(...dimensions(a, b)),
  disjoint: (a, b) => matrix(a, b).isDisjoint(),
  equals: (a, b) => matrix(a, b).isEquals(...dimensions(a, b)),
  intersects: (a, b) => matrix(a, b).isIntersects(),
  overlaps: (a, b) => matrix(a, b).isOverlaps(...dimensions(a, b)),
  touches: (a, b) => matrix(a, b).isTouches(...dimensions(a, b)),
  within: (a, b) => matrix(a, b).isWithin(),
}
const relations = Object.keys(oracle) as Relation[]

type Matrix = Record<`is${Capitalize<Relation>}`, (...dimensions: number[]) => boolean>
const matrix = (a: Geometry, b: Geometry): Matrix => RelateOp.relate(reader.read(a), reader.read(b)) as Matrix
const dimensions = (a: Geometry, b: Geometry): [number, number] => [
  reader.read(a).getDimension(),
  reader.read(b).getDimension(),
]

const polygonOf = ({ minX, minY, maxX, maxY }: Box): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [minX, minY],
      [maxX, minY],
      [maxX, maxY],
      [minX, maxY],
      [minX, minY],
    ],
  ],
})

describe('how geometries lie to each other', () => {
  test.each(relations)('%s as JSTS has it', async (relation) => {
    const relate = await loadRelate([relation])
    const seen = { true: 0, false: 0 }
    fc.assert(
      fc.property(pairs(), ([a, b]) => {
        const expected = oracle[relation](a, b)
        seen[`${expected}`] += 1
        expect(relate(relation, prepare(a), prepare(b))).toBe(expected)
      }),
      { numRuns: 300 },
    )
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(0)
  })

  test('a box meets a geometry as its polygon does', () => {
    fc.assert(
      fc.property(
        shapes(fine),
        rectangle(fine),
        (geometry, [[ax = 0, ay = 0] = [], , [bx = 0, by = 0] = []]) => {
          fc.pre(ax !== bx && ay !== by)
          const box = {
            minX: Math.min(ax, bx),
            minY: Math.min(ay, by),
            maxX: Math.max(ax, bx),
            maxY: Math.max(ay, by),
          }
          expect(intersectsBox(geometry, box)).toBe(oracle.intersects(geometry, polygonOf(box)))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a box without width or height meets what its line or point does', () => {
    fc.assert(
      fc.property(shapes(grid), grid, grid, grid, (geometry, x, from, to) => {
        const [minY, maxY] = [Math.min(from, to), Math.max(from, to)]
        const line: Geometry =
          minY === maxY
            ? { type: 'Point', coordinates: [x, minY] }
            : {
                type: 'LineString',
                coordinates: [
                  [x, minY],
                  [x, maxY],
                ],
              }
        expect(intersectsBox(geometry, { minX: x, minY, maxX: x, maxY })).toBe(
          oracle.intersects(geometry, line),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('a collection intersects what one of its parts does', async () => {
    const relate = await loadRelate(['intersects'])
    fc.assert(
      fc.property(
        fc.array(shapes(grid), { minLength: 1, maxLength: 3 }),
        shapes(grid),
        (geometries, other) => {
          const collection = prepare({ type: 'GeometryCollection', geometries })
          const expected = geometries.some((part) => oracle.intersects(part, other))
          expect(relate('intersects', collection, prepare(other))).toBe(expected)
          expect(relate('disjoint', prepare(other), collection)).toBe(!expected)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('what is no sound geometry', () => {
  const box: Geometry = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
        [0, 0],
      ],
    ],
  }
  const unsound: readonly Geometry[] = [
    { type: 'Point', coordinates: [] },
    { type: 'MultiPoint', coordinates: [] },
    { type: 'LineString', coordinates: [[1, 1]] },
    {
      type: 'LineString',
      coordinates: [
        [1, 1],
        [1, 1],
      ],
    },
    { type: 'Polygon', coordinates: [] },
    { type: 'Polygon', coordinates: [[]] },
    { type: 'Polygon', coordinates: [[[1, 1]]] },
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [2, 2],
          [1, 2],
        ],
      ],
    },
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [5, 5],
          [5, 1],
          [1, 5],
          [1, 1],
        ],
      ],
    },
    { type: 'MultiPolygon', coordinates: [[]] },
    { type: 'GeometryCollection', geometries: [] },
    { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }, box] },
  ]

  test.each(unsound.map((geometry) => [JSON.stringify(geometry), geometry] as const))(
    '%s never throws',
    async (_, geometry) => {
      const relate = await loadRelate(relations)
      const empty = !/\d/.test(JSON.stringify(geometry))
      for (const relation of relations) {
        expect([true, false, undefined]).toContain(relate(relation, prepare(geometry), prepare(box)))
        expect([true, false, undefined]).toContain(relate(relation, prepare(box), prepare(geometry)))
      }
      expect(relate('intersects', prepare(geometry), prepare(box))).toBe(!empty)
      expect(intersectsBox(geometry, { minX: 0, minY: 0, maxX: 9, maxY: 9 })).toBe(!empty)
    },
  )
})
