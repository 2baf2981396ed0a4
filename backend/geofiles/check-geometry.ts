import { orient2d } from 'robust-predicates'
import type { Geometry, Position } from '../geometry/geometry.ts'
import type { FaultCode } from './finding.ts'

/** A geometry as RFC 7946 wants it, and what had to be done for that, or could not be done. */
export interface Mended {
  /** Null where it is empty or beyond mending. */
  readonly geometry: Geometry | null
  readonly faults: ReadonlySet<FaultCode>
}

/** Closes rings, turns them (outer ones against the clock, holes with it) and removes repeated points. The shape stays the same. */
export function mend(geometry: Geometry): Mended {
  const faults = new Set<FaultCode>()
  const mended = mendOne(geometry, faults)
  const broken = faults.has('geometry-too-few-points')
  return { geometry: broken ? null : mended, faults }
}

type Faults = Set<FaultCode>

function mendOne(geometry: Geometry, faults: Faults): Geometry | null {
  switch (geometry.type) {
    case 'Point':
      noteHeight(geometry.coordinates, faults)
      return geometry.coordinates.length === 0 ? null : geometry
    case 'MultiPoint': {
      const coordinates = geometry.coordinates.filter((position) => position.length > 0)
      for (const position of coordinates) noteHeight(position, faults)
      return full({ ...geometry, coordinates })
    }
    case 'LineString': {
      const coordinates = mendLine(geometry.coordinates, faults)
      return coordinates.length === 0 ? null : { ...geometry, coordinates }
    }
    case 'MultiLineString': {
      const lines = geometry.coordinates.filter((line) => line.length > 0)
      return full({ ...geometry, coordinates: lines.map((line) => mendLine(line, faults)) })
    }
    case 'Polygon':
      return full({ ...geometry, coordinates: mendPolygon(geometry.coordinates, faults) })
    case 'MultiPolygon': {
      const polygons = geometry.coordinates.map((rings) => mendPolygon(rings, faults))
      return full({ ...geometry, coordinates: polygons.filter((rings) => rings.length > 0) })
    }
    case 'GeometryCollection': {
      const parts = geometry.geometries.map((part) => mendOne(part, faults)).filter((part) => part !== null)
      return parts.length === 0 ? null : { ...geometry, geometries: parts }
    }
  }
}

const full = <One extends Geometry & { coordinates: readonly unknown[] }>(geometry: One): One | null =>
  geometry.coordinates.length === 0 ? null : geometry

function noteHeight(position: Position, faults: Faults): void {
  if (position.length > 2) faults.add('heights-kept')
}

const same = (a: Position | undefined, b: Position | undefined) =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]

function withoutRepeats(positions: readonly Position[], faults: Faults): Position[] {
  for (const position of positions) noteHeight(position, faults)
  // A vertical wall has the same place twice at two heights; only what is wholly the same is a repeat.
  const kept = positions.filter(
    (position, index) => !(same(position, positions[index - 1]) && position[2] === positions[index - 1]?.[2]),
  )
  if (kept.length < positions.length) faults.add('points-repeated')
  return kept
}

function mendLine(positions: readonly Position[], faults: Faults): Position[] {
  if (positions.length === 0) return []
  const kept = withoutRepeats(positions, faults)
  if (kept.length < 2) faults.add('geometry-too-few-points')
  return kept
}

function mendPolygon(rings: readonly (readonly Position[])[], faults: Faults): Position[][] {
  const [outer = []] = rings
  if (outer.length === 0) return []
  return rings.filter((ring) => ring.length > 0).map((ring, index) => mendRing(ring, index === 0, faults))
}

function mendRing(positions: readonly Position[], outer: boolean, faults: Faults): Position[] {
  const ring = withoutRepeats(positions, faults)
  const [first] = ring
  if (first && !same(first, ring.at(-1))) {
    ring.push(first)
    faults.add('ring-unclosed')
  }
  const area = areaOf(ring)
  if (ring.length < 4 || (area === 0 && isFlat(ring))) {
    faults.add('geometry-too-few-points')
    return ring
  }
  // Of a bow tie, whose halves run against each other, no direction is right.
  if (area > 0 === outer || area === 0) return ring
  faults.add('ring-direction')
  return ring.reverse()
}

/** Whether all of a ring lies on one line. */
function isFlat(ring: readonly Position[]): boolean {
  const [[ax = NaN, ay = NaN] = [], [bx = NaN, by = NaN] = []] = ring
  return ring.every(([x = NaN, y = NaN]) => orient2d(ax, ay, bx, by, x, y) === 0)
}

/** Twice the signed area, positive against the clock; from the first point, so that large coordinates lose nothing. */
function areaOf(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let area = 0
  for (let index = 1; index < ring.length; index++) {
    const [x1 = 0, y1 = 0] = ring[index - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[index] ?? []
    area += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)
  }
  return area
}
