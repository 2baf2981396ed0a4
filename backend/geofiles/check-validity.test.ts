import { describe, expect, test } from 'vitest'
import type { Geometry, Position } from '../geometry/geometry.ts'
import { createValidityCheck } from './check-validity.ts'

type Ring = Position[]
const box = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const polygon = (...coordinates: Ring[]): Geometry => ({ type: 'Polygon', coordinates })
const several = (...coordinates: Ring[][]): Geometry => ({ type: 'MultiPolygon', coordinates })
const far = (ring: Ring): Ring =>
  ring.map(([x = 0, y = 0]) => [33_261_811.55 + x / 1000, 5_945_045.3 + y / 1000])

describe('an area', () => {
  test.each<[string, Geometry, string[]]>([
    ['that is plain is sound', polygon(box(0, 0, 9)), []],
    ['with a hole is sound', polygon(box(0, 0, 9), box(1, 1, 2)), []],
    [
      'with a hole that touches its border in a point is sound',
      polygon(box(0, 0, 9), [
        [0, 4],
        [2, 5],
        [2, 3],
        [0, 4],
      ]),
      [],
    ],
    ['that lies beside another is sound', several([box(0, 0, 1)], [box(5, 5, 1)]), []],
    ['that meets another in a corner is sound', several([box(0, 0, 1)], [box(1, 1, 1)]), []],
    ['that lies in the hole of another is sound', several([box(0, 0, 9), box(1, 1, 7)], [box(3, 3, 2)]), []],
    [
      'like a bow tie crosses itself',
      polygon([
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
        [0, 0],
      ]),
      ['self-intersection'],
    ],
    [
      'like a bow tie of millimetres, far off, crosses itself',
      polygon(
        far([
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ]),
      ),
      ['self-intersection'],
    ],
    [
      'with a thorn crosses itself',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [4, 6],
        [4, 4],
        [0, 4],
        [0, 0],
      ]),
      ['self-intersection'],
    ],
    [
      'that runs along itself crosses itself',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 4],
        [2, 0],
        [1, 0],
        [0, 4],
        [0, 0],
      ]),
      ['self-intersection'],
    ],
    [
      'that touches itself in a corner is told',
      polygon([
        [0, 0],
        [4, 0],
        [2, 2],
        [4, 4],
        [0, 4],
        [2, 2],
        [0, 0],
      ]),
      ['ring-touches'],
    ],
    [
      'that touches itself along the way is told',
      polygon([
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
        [0, 0],
      ]),
      ['ring-touches'],
    ],
    ['with a hole across its border is wrong', polygon(box(0, 0, 9), box(8, 8, 4)), ['rings-wrong']],
    ['with a hole outside is wrong', polygon(box(0, 0, 9), box(20, 20, 1)), ['rings-wrong']],
    ['with a hole along its border is wrong', polygon(box(0, 0, 9), box(0, 3, 2)), ['rings-wrong']],
    ['that is its own hole is wrong', polygon(box(0, 0, 9), box(0, 0, 9)), ['rings-wrong']],
    ['with a hole in a hole is wrong', polygon(box(0, 0, 9), box(1, 1, 6), box(2, 2, 2)), ['rings-wrong']],
    [
      'with a hole around a hole is wrong',
      polygon(box(0, 0, 9), box(2, 2, 2), box(1, 1, 6)),
      ['rings-wrong'],
    ],
    ['that lies in another is wrong', several([box(0, 0, 9)], [box(3, 3, 2)]), ['rings-wrong']],
    ['around another is wrong', several([box(3, 3, 2)], [box(0, 0, 9)]), ['rings-wrong']],
    ['that crosses another is wrong', several([box(0, 0, 3)], [box(2, 2, 3)]), ['rings-wrong']],
    ['that shares a border with another is told', several([box(0, 0, 1)], [box(1, 0, 1)]), ['ring-touches']],
    [
      'in a collection is looked at',
      { type: 'GeometryCollection', geometries: [polygon(box(0, 0, 9), box(20, 20, 1))] },
      ['rings-wrong'],
    ],
    [
      'that is a line is none',
      {
        type: 'LineString',
        coordinates: [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
        ],
      },
      [],
    ],
  ])('%s', (_, geometry, faults) => {
    expect([...createValidityCheck()(geometry)]).toEqual(faults)
  })
})

describe('a large one', () => {
  /** A wheel with so many corners, its rim rough. */
  const wheel = (corners: number): Ring => {
    const rim = Array.from({ length: corners }, (_, index): Position => {
      const radius = 1000 + (index % 7)
      return [
        Math.cos((index * 2 * Math.PI) / corners) * radius,
        Math.sin((index * 2 * Math.PI) / corners) * radius,
      ]
    })
    return [...rim, rim[0] ?? []]
  }

  test('of 50,000 corners is looked at to the end', () => {
    expect([...createValidityCheck()(polygon(wheel(50_000)))]).toEqual([])
  })

  test('that a hostile file has made to take for ever is told as not looked at', () => {
    const comb: Ring = Array.from({ length: 30_000 }, (_, index) => [index % 2 === 0 ? 0 : 1e6, index])
    expect([...createValidityCheck()(polygon([...comb, [-1, 30_000], [-1, 0], [0, 0]]))]).toEqual([
      'validity-unchecked',
    ])
  })

  test('after many others finds nothing left for it', () => {
    const check = createValidityCheck(1_000)
    expect([...check(polygon(wheel(1_000)))]).toEqual(['validity-unchecked'])
    expect([...check(polygon(box(0, 0, 9)))]).toEqual(['validity-unchecked'])
  })
})
