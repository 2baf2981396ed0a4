import pointInPolygon from 'point-in-polygon-hao'
import { type Box, boxHolds, boxOf, type Geometry, type Position } from '../geometry/geometry.ts'
import type { FaultCode } from './finding.ts'
import { meetingOf, type Segments } from './segment-meeting.ts'

/** Comparisons of segments for one geometry, some tenths of a second; a sound outline of 100,000 points needs a tenth of them. */
const mostComparisons = 20_000_000
/** For a whole file: ten seconds or so, which only a hostile one takes. */
const mostInAll = 1_000_000_000

interface Budget {
  left: number
}

/** Tells what is wrong with the areas of geometries whose rings are closed (OGC 06-103r4, 6.1.11), and where it gave up. */
export function createValidityCheck(inAll = mostInAll): (geometry: Geometry) => ReadonlySet<FaultCode> {
  let left = inAll
  return (geometry) => {
    const budget: Budget = { left: Math.min(left, mostComparisons) }
    const before = budget.left
    const faults = new Set<FaultCode>()
    checkGeometry(geometry, faults, budget)
    left -= before - Math.max(budget.left, 0)
    return faults
  }
}

function checkGeometry(geometry: Geometry, faults: Set<FaultCode>, budget: Budget): void {
  if (geometry.type === 'Polygon') checkAreas([geometry.coordinates], faults, budget)
  if (geometry.type === 'MultiPolygon') checkAreas(geometry.coordinates, faults, budget)
  if (geometry.type === 'GeometryCollection')
    for (const part of geometry.geometries) checkGeometry(part, faults, budget)
}

interface Rings {
  readonly segments: Segments
  /** For each segment its ring, its place in it, and how many that has. */
  readonly ring: Int32Array
  readonly place: Int32Array
  readonly sizes: readonly number[]
  /** For each ring its polygon. */
  readonly polygon: readonly number[]
}

function checkAreas(polygons: readonly Position[][][], faults: Set<FaultCode>, budget: Budget): void {
  const rings = collect(polygons)
  sweep(rings, budget, (i, j) => judge(rings, i, j, faults))
  if (faults.has('self-intersection') || faults.has('rings-wrong')) {
    // Where it is worse than that, it is not worth a word.
    faults.delete('ring-touches')
    return
  }
  const sound = budget.left >= 0 && nested(polygons, budget)
  // What was not looked at to the end is not called wrong.
  if (budget.left < 0) faults.add('validity-unchecked')
  else if (!sound) faults.add('rings-wrong')
}

function collect(polygons: readonly Position[][][]): Rings {
  const all = polygons.flatMap((rings, polygon) => rings.map((ring) => ({ ring, polygon })))
  const count = all.reduce((sum, { ring }) => sum + ring.length - 1, 0)
  const segments = new Float64Array(count * 4)
  const ringOf = new Int32Array(count)
  const place = new Int32Array(count)
  let at = 0
  all.forEach(({ ring }, number) => {
    for (let index = 0; index + 1 < ring.length; index++) {
      const [ax = NaN, ay = NaN] = ring[index] ?? []
      const [bx = NaN, by = NaN] = ring[index + 1] ?? []
      segments.set([ax, ay, bx, by], at * 4)
      ringOf[at] = number
      place[at] = index
      at += 1
    }
  })
  const sizes = all.map(({ ring }) => ring.length - 1)
  return { segments, ring: ringOf, place, sizes, polygon: all.map(({ polygon }) => polygon) }
}

/** Calls `visit` with each two segments whose boxes meet, until it says that it has seen enough or the budget is spent. */
function sweep({ segments }: Rings, budget: Budget, visit: (i: number, j: number) => boolean): void {
  const count = segments.length / 4
  const of = (end: (a: number, b: number) => number, axis: 0 | 1) =>
    Float64Array.from({ length: count }, (_, at) =>
      end(segments[at * 4 + axis] as number, segments[at * 4 + 2 + axis] as number),
    )
  const minX = of(Math.min, 0)
  const maxX = of(Math.max, 0)
  const minY = of(Math.min, 1)
  const maxY = of(Math.max, 1)
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (minX[a] ?? 0) - (minX[b] ?? 0),
  )
  /** Segments that the line has come to and not yet left. */
  let active: number[] = []
  for (const at of order) {
    const left = minX[at] ?? 0
    const low = minY[at] ?? 0
    const high = maxY[at] ?? 0
    active = active.filter((other) => (maxX[other] ?? 0) >= left)
    budget.left -= active.length
    if (budget.left < 0) return
    for (const other of active)
      if ((maxY[other] ?? 0) >= low && (minY[other] ?? 0) <= high && !visit(other, at)) return
    active.push(at)
  }
}

/** Notes what two segments do to each other; false where nothing worse can come. */
function judge(
  { segments, ring, place, sizes, polygon }: Rings,
  i: number,
  j: number,
  faults: Set<FaultCode>,
): boolean {
  const meeting = meetingOf(segments, i, j)
  if (meeting === 'not') return true
  const [ringI = 0, ringJ = 0] = [ring[i], ring[j]]
  if (ringI === ringJ) {
    const apart = Math.abs((place[i] ?? 0) - (place[j] ?? 0))
    const neighbours = apart === 1 || apart === (sizes[ringI] ?? 0) - 1
    if (meeting === 'touch') {
      if (!neighbours) faults.add('ring-touches')
      return true
    }
    faults.add('self-intersection')
    return false
  }
  if (meeting === 'touch') return true
  // Two parts with a common border are often meant so; a hole with one is not.
  if (meeting === 'overlap' && polygon[ringI] !== polygon[ringJ]) {
    faults.add('ring-touches')
    return true
  }
  faults.add('rings-wrong')
  return false
}

interface Boxed {
  readonly ring: readonly Position[]
  readonly box: Box
}

const boxed = (ring: Position[]): Boxed => ({ ring, box: boxOf({ type: 'LineString', coordinates: ring }) })

/** Whether holes lie in their outer rings and parts beside one another, where no borders cross. */
function nested(polygons: readonly Position[][][], budget: Budget): boolean {
  const areas = polygons.map((rings) => {
    const [outer = boxed([]), ...holes] = rings.map(boxed)
    return { outer, holes }
  })
  return areas.every((area, index) => {
    const { outer, holes } = area
    const inside = holes.every(
      (hole, number) =>
        lies(hole, outer, budget) &&
        holes.slice(0, number).every((other) => !lies(hole, other, budget) && !lies(other, hole, budget)),
    )
    const liesIn = ({ ring, box }: Boxed, other: typeof area) =>
      lies({ ring, box }, other.outer, budget) &&
      !other.holes.some((hole) => lies({ ring, box }, hole, budget))
    return (
      inside && areas.slice(0, index).every((other) => !liesIn(outer, other) && !liesIn(other.outer, area))
    )
  })
}

/** By the first point that is not on the border; false where all are. Costs what is left of the budget, and then nothing is wrong any more. */
function lies(inner: Boxed, outer: Boxed, budget: Budget): boolean {
  budget.left -= 1
  if (budget.left < 0 || !boxHolds(outer.box, inner.box)) return false
  const closed = [outer.ring.map(([x = NaN, y = NaN]): [number, number] => [x, y])]
  for (const [x = NaN, y = NaN] of inner.ring) {
    budget.left -= outer.ring.length
    const found = pointInPolygon([x, y], closed)
    if (found !== 0) return found
  }
  return false
}
