import { orient2d } from 'robust-predicates'

/** How two segments meet. */
export type Meeting = 'not' | 'touch' | 'cross' | 'overlap'

/** The segments of rings as flat numbers: ax, ay, bx, by one after the other. */
export type Segments = Float64Array

/** Exact but for coordinates whose products overflow: signs are those of real numbers. */
export function meetingOf(s: Segments, i: number, j: number): Meeting {
  const [ax = 0, ay = 0, bx = 0, by = 0] = s.subarray(i * 4, i * 4 + 4)
  const [cx = 0, cy = 0, dx = 0, dy = 0] = s.subarray(j * 4, j * 4 + 4)
  const c = Math.sign(orient2d(ax, ay, bx, by, cx, cy))
  const d = Math.sign(orient2d(ax, ay, bx, by, dx, dy))
  if (c * d > 0) return 'not'
  const a = Math.sign(orient2d(cx, cy, dx, dy, ax, ay))
  const b = Math.sign(orient2d(cx, cy, dx, dy, bx, by))
  if (a * b > 0) return 'not'
  if (c === 0 && d === 0) return onOneLine(ax, ay, bx, by, cx, cy, dx, dy)
  return c * d < 0 && a * b < 0 ? 'cross' : 'touch'
}

function onOneLine(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): Meeting {
  // Along the axis on which they are longer; both are compared on the same.
  const wide = Math.abs(bx - ax) >= Math.abs(by - ay)
  const [a, b, c, d] = wide ? [ax, bx, cx, dx] : [ay, by, cy, dy]
  const shared = Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d))
  if (shared < 0) return 'not'
  return shared === 0 ? 'touch' : 'overlap'
}
