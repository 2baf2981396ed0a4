import type { Position } from '../geometry/geometry.ts'

/** How far a chord may lie from its arc, in metres. */
const deviation = 0.01
const mostPoints = 10_000

/**
 * An arc through three positions as points on it, first and last as given; a straight line where they lie on one. For a circle the
 * same three are gone round once.
 */
export function arcPoints(first: Position, second: Position, third: Position, circle = false): Position[] {
  const [x1 = 0, y1 = 0] = first
  // From the first point, so that large coordinates lose nothing.
  const [bx, by] = [(second[0] ?? 0) - x1, (second[1] ?? 0) - y1]
  const [cx, cy] = [(third[0] ?? 0) - x1, (third[1] ?? 0) - y1]
  const d = 2 * (bx * cy - by * cx)
  const b2 = bx * bx + by * by
  const c2 = cx * cx + cy * cy
  const ux = (cy * b2 - by * c2) / d
  const uy = (bx * c2 - cx * b2) / d
  const radius = Math.hypot(ux, uy)
  if (!Number.isFinite(radius) || radius > 1e7) return [first, second, third]
  const angle = (x: number, y: number) => Math.atan2(y - uy, x - ux)
  const start = angle(0, 0)
  const turn = (to: number) => (to - start + 4 * Math.PI) % (2 * Math.PI)
  const againstClock = turn(angle(bx, by)) < turn(angle(cx, cy))
  const sweep = sweepOf(turn(angle(cx, cy)), againstClock, circle)
  const step = 2 * Math.acos(Math.max(-1, 1 - deviation / Math.max(radius, deviation)))
  const count = Math.min(mostPoints, Math.max(circle ? 8 : 2, Math.ceil(Math.abs(sweep) / step)))
  const between = Array.from({ length: count - 1 }, (_, index): Position => {
    const at = start + (sweep * (index + 1)) / count
    return [x1 + ux + radius * Math.cos(at), y1 + uy + radius * Math.sin(at)]
  })
  return [first, ...between, circle ? first : third]
}

function sweepOf(toThird: number, againstClock: boolean, circle: boolean): number {
  if (circle) return againstClock ? 2 * Math.PI : -2 * Math.PI
  return againstClock ? toThird : toThird - 2 * Math.PI
}
