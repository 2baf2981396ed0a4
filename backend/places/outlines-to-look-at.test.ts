import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Point } from './outline.ts'
import { outlinesToLookAt, type Piece } from './outlines-to-look-at.ts'

const size = 4
const steps = 12

/** Cells side by side whose common edges wind the same for both. */
function cells(wind: readonly number[]): readonly Piece[] {
  const edge = (column: number, row: number, isUpright: boolean): Point[] =>
    Array.from({ length: steps }, (_, step) => {
      const bend = step === 0 ? 0 : (wind[(column * 31 + row * 17 + step * 7) % wind.length] ?? 0) / 100
      return isUpright ? [column + bend, row + step / steps] : [column + step / steps, row + bend]
    })
  return Array.from({ length: size * size }, (_, index) => {
    const [column, row] = [index % size, Math.floor(index / size)]
    const there = [...edge(column, row, false), ...edge(column + 1, row, true)]
    const back = [...edge(column, row, true), ...edge(column, row + 1, false), [column + 1, row + 1] as Point]
    const ring = [...there, ...back.reverse(), [column, row] as Point]
    return { regionKey: String(index), polygons: [[ring]] }
  })
}

const ringArea = (ring: readonly Point[]) =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!
    return sum + (x * nextY - nextX * y) / 2
  }, 0)
const areaOf = (polygons: readonly (readonly (readonly Point[])[])[] = []) =>
  polygons.reduce(
    (sum, [outer = [], ...holes]) =>
      sum + Math.abs(ringArea(outer)) - holes.reduce((hole, ring) => hole + Math.abs(ringArea(ring)), 0),
    0,
  )
const points = (drawing: ReturnType<typeof outlinesToLookAt>) => [...drawing.values()].flat(3).length

describe('outlines to look at', () => {
  const windings = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 40 })

  test('leave neither gaps nor overlaps between neighbours', () => {
    fc.assert(
      fc.property(windings, fc.integer({ min: 60, max: 600 }), (wind, most) => {
        const pieces = cells(wind)
        const apart = [...outlinesToLookAt(pieces, most).values()].reduce((sum, one) => sum + areaOf(one), 0)
        const whole = outlinesToLookAt(
          pieces.map(({ polygons }) => ({ regionKey: 'all', polygons })),
          most,
        )
        expect(apart).toBeCloseTo(areaOf(whole.get('all')), 6)
      }),
      { numRuns: 60 },
    )
  })

  test('keep every area, with few points where few are allowed', () => {
    const pieces = cells([3, -8, 5, 9, -2, 7, -6])
    const [all, few] = [outlinesToLookAt(pieces, 10_000), outlinesToLookAt(pieces, 100)]
    expect([...few.keys()]).toEqual([...all.keys()])
    expect(points(few)).toBeLessThan(points(all) / 2)
  })

  test('make one of what belongs together', () => {
    const pieces = cells([0, 0, 0, 0, 0]).map(({ polygons }, index) => ({
      regionKey: index < 2 ? 'two' : String(index),
      polygons,
    }))
    const two = outlinesToLookAt(pieces, 10_000).get('two')!
    expect(two.length).toBe(1)
    expect(areaOf(two)).toBeCloseTo(2, 6)
  })

  test('are none of nothing', () => expect(outlinesToLookAt([], 100).size).toBe(0))

  test('do not change what they are made of', () => {
    const pieces = cells([1, 2, 3, 4, 5])
    const before = JSON.stringify(pieces)
    outlinesToLookAt(pieces, 50)
    expect(JSON.stringify(pieces)).toBe(before)
  })
})
