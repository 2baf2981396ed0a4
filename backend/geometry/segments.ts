import { orient2d } from 'robust-predicates'
import { type Box, boxesMeet, type Position } from './geometry.ts'

/** A piece of a line: x and y of its two ends. */
export type Segment = readonly [ax: number, ay: number, bx: number, by: number]

/** The pieces of a line; a line of one position is a piece without length. */
export const segmentsOf = (line: readonly Position[]): Segment[] =>
  line.length === 1
    ? [between(line[0], line[0])]
    : line.slice(1).map((position, index) => between(line[index], position))

const between = ([ax = NaN, ay = NaN]: Position = [], [bx = NaN, by = NaN]: Position = []): Segment => [
  ax,
  ay,
  bx,
  by,
]

export const boxOfSegment = ([ax, ay, bx, by]: Segment): Box => ({
  minX: Math.min(ax, bx),
  minY: Math.min(ay, by),
  maxX: Math.max(ax, bx),
  maxY: Math.max(ay, by),
})

/** On which side of a piece a point lies: -1, 1, or 0 in its line; exact. */
const side = ([ax, ay, bx, by]: Segment, x: number, y: number): number =>
  Math.sign(orient2d(ax, ay, bx, by, x, y))

/** Whether two pieces have a point in common; ends count. Exact, for pieces without length too. */
export function segmentsMeet(a: Segment, b: Segment): boolean {
  if (
    Math.max(a[0], a[2]) < Math.min(b[0], b[2]) ||
    Math.max(b[0], b[2]) < Math.min(a[0], a[2]) ||
    Math.max(a[1], a[3]) < Math.min(b[1], b[3]) ||
    Math.max(b[1], b[3]) < Math.min(a[1], a[3])
  )
    return false
  return side(a, b[0], b[1]) * side(a, b[2], b[3]) <= 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) <= 0
}

/** Whether a piece and a box have a point in common. */
export function segmentMeetsBox(segment: Segment, box: Box): boolean {
  if (!boxesMeet(boxOfSegment(segment), box)) return false
  const corners = [
    side(segment, box.minX, box.minY),
    side(segment, box.minX, box.maxY),
    side(segment, box.maxX, box.minY),
    side(segment, box.maxX, box.maxY),
  ]
  // With all corners on one side the line passes by.
  return !corners.every((one) => one > 0) && !corners.every((one) => one < 0)
}
