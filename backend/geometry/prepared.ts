import pointInPolygon from 'point-in-polygon-hao'
import { type Box, boxesMeet, boxOf, type Geometry, type Position, unionOf } from './geometry.ts'
import { linesOf, type Parts, partsOf } from './parts.ts'
import { boxOfSegment, type Segment, segmentsOf } from './segments.ts'

/** A geometry with what questions about it need: worked out once, and only when asked for, as one is made for each of many features. */
export interface Prepared {
  readonly geometry: Geometry
  readonly box: Box
  parts?: Parts
  bundles?: readonly Bundle[]
  areas?: readonly Area[]
}

interface Bundle {
  readonly box: Box
  readonly segments: readonly Segment[]
}

interface Area {
  readonly box: Box
  readonly rings: [number, number][][]
}

/** How many pieces of a line share a box: few enough to look at, many enough to skip. */
const bundleLength = 16

export const prepare = (geometry: Geometry): Prepared => ({
  geometry,
  box: geometry.type === 'Point' ? boxOfPoint(geometry.coordinates) : boxOf(geometry),
})

const boxOfPoint = ([x = Infinity, y = Infinity]: Position): Box => ({
  minX: x,
  minY: y,
  maxX: x === Infinity ? -x : x,
  maxY: y === Infinity ? -y : y,
})

export const partsOfPrepared = (prepared: Prepared): Parts => (prepared.parts ??= partsOf(prepared.geometry))

/** Calls `visit` with each piece of its lines and outlines near a box until it says true. */
export function someSegmentNear(
  prepared: Prepared,
  near: Box,
  visit: (segment: Segment) => boolean,
): boolean {
  prepared.bundles ??= linesOf(partsOfPrepared(prepared)).flatMap(bundlesOf)
  return prepared.bundles.some(({ box, segments }) => boxesMeet(box, near) && segments.some(visit))
}

function bundlesOf(line: readonly Position[]): Bundle[] {
  const segments = segmentsOf(line)
  return Array.from({ length: Math.ceil(segments.length / bundleLength) }, (_, index) => {
    const some = segments.slice(index * bundleLength, (index + 1) * bundleLength)
    return { segments: some, box: some.map(boxOfSegment).reduce(unionOf) }
  })
}

/** Whether a position lies in one of its polygons: 1 inside, 0 on an outline, -1 outside. Exact. */
export function placeOf(prepared: Prepared, [x = NaN, y = NaN]: Position): 1 | 0 | -1 {
  prepared.areas ??= partsOfPrepared(prepared).polygons.map(areaOf)
  let best: 1 | 0 | -1 = -1
  for (const { box, rings } of prepared.areas) {
    const far = x < box.minX || x > box.maxX || y < box.minY || y > box.maxY
    const place = far ? false : pointInPolygon([x, y], rings)
    if (place === true) return 1
    if (place === 0) best = 0
  }
  return best
}

const areaOf = (rings: readonly (readonly Position[])[]): Area => ({
  rings: rings.map(closed),
  box: boxOf({ type: 'LineString', coordinates: [...(rings[0] ?? [])] }),
})

/** The library refuses rings that stay open. */
function closed(ring: readonly Position[]): [number, number][] {
  const flat = ring.map(([x = NaN, y = NaN]): [number, number] => [x, y])
  const first = flat[0]
  const last = flat.at(-1)
  if (first && (first[0] !== last?.[0] || first[1] !== last[1])) flat.push(first)
  return flat
}
