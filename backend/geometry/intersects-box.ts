import type { Geometry, Position } from 'geojson'
import pointInPolygon from 'point-in-polygon-hao'
import type { Box } from './geometry.ts'

/** Whether a geometry and a box have a point in common; edges count. Exact, in the plane of its coordinates. */
export function intersectsBox(geometry: Geometry, box: Box): boolean {
  switch (geometry.type) {
    case 'Point':
      return holds(box, geometry.coordinates)
    case 'MultiPoint':
      return geometry.coordinates.some((position) => holds(box, position))
    case 'LineString':
      return lineMeets(geometry.coordinates, box)
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineMeets(line, box))
    case 'Polygon':
      return polygonMeets(geometry.coordinates, box)
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => polygonMeets(rings, box))
    case 'GeometryCollection':
      return geometry.geometries.some((part) => intersectsBox(part, box))
  }
}

const holds = (box: Box, [x = NaN, y = NaN]: Position): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY

function lineMeets(line: readonly Position[], box: Box): boolean {
  for (let index = 0; index < line.length; index += 1)
    if (segmentMeets(line[index] as Position, line[index + 1] ?? (line[index] as Position), box)) return true
  return false
}

function polygonMeets(rings: readonly (readonly Position[])[], box: Box): boolean {
  if (rings.some((ring) => lineMeets(ring, box))) return true
  // No edge meets the box: it lies wholly inside or wholly outside.
  const corner = [box.minX, box.minY]
  return rings.length > 0 && pointInPolygon(corner as never, rings as never) !== false
}

/** Cuts the segment at each side of the box (Liang and Barsky 1984). */
function segmentMeets([x1 = NaN, y1 = NaN]: Position, [x2 = NaN, y2 = NaN]: Position, box: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [from, to] = [0, 1]
  const sides = [
    [-dx, x1 - box.minX],
    [dx, box.maxX - x1],
    [-dy, y1 - box.minY],
    [dy, box.maxY - y1],
  ] as const
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false
    } else {
      const cut = room / step
      if (step < 0) from = Math.max(from, cut)
      else to = Math.min(to, cut)
      if (from > to) return false
    }
  }
  return true
}
