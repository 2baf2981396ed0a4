import pointInPolygon from 'point-in-polygon-hao'
import { type Box, boxesMeet, boxOf, type Geometry, type Position, unionOf } from './geometry.ts'
import { linesOf, type Parts, partsOf } from './parts.ts'
import { boxOfSegment, type Segment, segmentsOf } from './segments.ts'

/** A geometry with what questions about it need, worked out once and only when asked for. */
export interface Prepared {
  readonly geometry: Geometry
  readonly box: Box
  readonly parts: Parts
  /** Calls `visit` with each piece of its lines and outlines near a box until it says true. */
  readonly someSegmentNear: (box: Box, visit: (segment: Segment) => boolean) => boolean
  /** Whether a position lies in one of its polygons: 1 inside, 0 on an outline, -1 outside. */
  readonly placeOf: (position: Position) => 1 | 0 | -1
}

/** How many pieces share a box: few enough to look at, many enough to skip. */
const bundleLength = 16

interface Bundle {
  readonly box: Box
  readonly segments: readonly Segment[]
}

export function prepare(geometry: Geometry): Prepared {
  const parts = once(() => partsOf(geometry))
  const bundles = once(() => linesOf(parts()).flatMap(bundlesOf))
  const polygons = once(() =>
    parts().polygons.map((rings) => ({ rings: rings.map(closed), box: boxOfRing(rings[0] ?? []) })),
  )
  const box = once(() => boxOf(geometry))

  function placeOf(position: Position): 1 | 0 | -1 {
    const [x = NaN, y = NaN] = position
    let best: 1 | 0 | -1 = -1
    for (const { rings, box: around } of polygons()) {
      const far = x < around.minX || x > around.maxX || y < around.minY || y > around.maxY
      const place = far ? false : pointInPolygon([x, y], rings)
      if (place === true) return 1
      if (place === 0) best = 0
    }
    return best
  }

  return {
    geometry,
    get box() {
      return box()
    },
    get parts() {
      return parts()
    },
    someSegmentNear: (near, visit) =>
      bundles().some((bundle) => boxesMeet(bundle.box, near) && bundle.segments.some(visit)),
    placeOf,
  }
}

function bundlesOf(line: readonly Position[]): Bundle[] {
  const segments = segmentsOf(line)
  return Array.from({ length: Math.ceil(segments.length / bundleLength) }, (_, index) => {
    const some = segments.slice(index * bundleLength, (index + 1) * bundleLength)
    return { segments: some, box: some.map(boxOfSegment).reduce(unionOf) }
  })
}

const boxOfRing = (ring: readonly Position[]): Box => boxOf({ type: 'LineString', coordinates: [...ring] })

/** The library refuses rings that stay open. */
function closed(ring: readonly Position[]): [number, number][] {
  const flat = ring.map(([x = NaN, y = NaN]): [number, number] => [x, y])
  const first = flat[0]
  const last = flat.at(-1)
  if (first && (first[0] !== last?.[0] || first[1] !== last[1])) flat.push(first)
  return flat
}

function once<Result>(make: () => Result): () => Result {
  let made: { readonly result: Result } | undefined
  return () => (made ??= { result: make() }).result
}
