import pointInPolygon from 'point-in-polygon-hao'
import { boxHolds, boxOf, type Geometry, type Position } from '../geometry/geometry.ts'

type Ring = Position[]

/**
 * A Shapefile keeps the rings of an area in one list: outer ones run with the clock, holes against it. Each hole goes to the
 * smallest ring that it lies in; where none is marked as outer, or a hole lies nowhere, it counts as outer. What comes out runs as RFC 7946 has it.
 */
export function polygonOf(rings: readonly Ring[]): Geometry | null {
  const full = rings
    .filter((ring) => ring.length > 0)
    .map((ring) => ({ ring, area: areaOf(ring), box: boxOf({ type: 'LineString', coordinates: ring }) }))
  const clockwise = full.filter(({ area }) => area <= 0)
  const outers = (clockwise.length > 0 ? clockwise : full).map((one) => ({ ...one, holes: [] as Ring[] }))
  const bySize = [...outers].sort((a, b) => Math.abs(a.area) - Math.abs(b.area))
  for (const hole of clockwise.length > 0 ? full.filter(({ area }) => area > 0) : []) {
    const around = bySize.find((outer) => boxHolds(outer.box, hole.box) && lies(hole.ring, outer.ring))
    if (around) around.holes.push(hole.ring)
    else outers.push({ ...hole, holes: [] })
  }
  const polygons = outers.map(({ ring, area, holes }) => [
    area > 0 ? ring : [...ring].reverse(),
    ...holes.map((hole) => [...hole].reverse()),
  ])
  const [first] = polygons
  if (!first) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** By the first point that is not on the border. */
function lies(hole: Ring, outer: Ring): boolean {
  const closed = [...outer, outer[0] ?? []] as [number, number][]
  for (const [x = NaN, y = NaN] of hole) {
    const found = pointInPolygon([x, y], [closed])
    if (found !== 0) return found
  }
  return true
}

function areaOf(ring: Ring): number {
  const [originX = 0, originY = 0] = ring[0] ?? []
  let area = 0
  for (let index = 1; index < ring.length; index++) {
    const [x1 = 0, y1 = 0] = ring[index - 1] ?? []
    const [x2 = 0, y2 = 0] = ring[index] ?? []
    area += (x1 - originX) * (y2 - originY) - (x2 - originX) * (y1 - originY)
  }
  return area
}
