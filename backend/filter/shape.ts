import type { Geometry, Position } from '../geometry/geometry.ts'

/** Why a geometry of a filter is none: too few positions, or a ring that does not close. */
export function shapeFault(geometry: Geometry): string | undefined {
  if (!('coordinates' in geometry ? geometry.coordinates : geometry.geometries).length)
    return 'A geometry has at least one position.'
  switch (geometry.type) {
    case 'LineString':
      return lineFault(geometry.coordinates)
    case 'MultiLineString':
      return firstFault(geometry.coordinates, lineFault)
    case 'Polygon':
      return polygonFault(geometry.coordinates)
    case 'MultiPolygon':
      return firstFault(geometry.coordinates, polygonFault)
    case 'GeometryCollection':
      return firstFault(geometry.geometries, shapeFault)
    default:
      return undefined
  }
}

const polygonFault = (rings: Position[][]): string | undefined =>
  rings.length > 0 ? firstFault(rings, ringFault) : 'A polygon has at least one ring.'

const lineFault = (line: Position[]): string | undefined =>
  line.length >= 2 ? undefined : 'A line has at least two positions.'

function ringFault(ring: Position[]): string | undefined {
  const first = ring[0]
  const last = ring.at(-1)
  return ring.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
    ? undefined
    : 'A ring of a polygon has at least four positions, and its last is its first.'
}

function firstFault<Item>(
  items: readonly Item[],
  faultOf: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const fault = faultOf(item)
    if (fault !== undefined) return fault
  }
  return undefined
}
