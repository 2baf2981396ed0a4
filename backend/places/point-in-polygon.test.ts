import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point, Polygon } from './outline.ts'
import { isInside } from './point-in-polygon.ts'

const box = (from: number, to: number): readonly Point[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]
const ringed: Polygon = [box(0, 10), box(4, 6)]

describe('a point', () => {
  test.each<[string, Point, readonly Polygon[], boolean]>([
    ['in the middle is inside', [2, 2], [ringed], true],
    ['in the hole is outside', [5, 5], [ringed], false],
    ['beyond is outside', [11, 5], [ringed], false],
    ['on the edge is inside', [0, 5], [ringed], true],
    ['on a corner is inside', [10, 10], [ringed], true],
    ['on the edge of the hole is inside', [4, 5], [ringed], true],
    ['in the second part is inside', [25, 25], [[box(0, 10)], [box(20, 30)]], true],
    ['between the parts is outside', [15, 15], [[box(0, 10)], [box(20, 30)]], false],
    ['level with a corner is not counted twice', [-1, 10], [[box(0, 10)]], false],
    ['in no outline is outside', [1, 1], [], false],
  ])('%s', (_, point, polygons, expected) => {
    expect(isInside(point, polygons)).toBe(expected)
  })

  test('is inside whichever way and from whichever corner the outline is drawn', () => {
    const coordinate = fc.integer({ min: -2, max: 12 })
    fc.assert(
      fc.property(coordinate, coordinate, fc.nat(3), (x, y, first) => {
        const open = box(0, 10).slice(0, 4)
        const turned = [...open.slice(first), ...open.slice(0, first)]
        const ring = [...turned, turned[0] as Point]
        const expected = x >= 0 && x <= 10 && y >= 0 && y <= 10
        expect(isInside([x, y], [[ring]])).toBe(expected)
        expect(isInside([x, y], [[ring.toReversed()]])).toBe(expected)
      }),
    )
  })
})
