import type { Box, Geometry, Position } from '../geometry/geometry.ts'
import { refuse } from './fault.ts'

/** The boxes that a BBOX stands for, x east and y north: two where it crosses the antimeridian. Refuses what is upside down. */
export function boxesOf(numbers: readonly number[]): readonly Box[] {
  const [minX, minY, maxX, maxY] = (numbers.length === 6 ? numbers.toSpliced(2, 1).slice(0, 4) : numbers) as [
    number,
    number,
    number,
    number,
  ]
  if (minY > maxY) refuse('The south of a box cannot be more than its north.')
  if (minX <= maxX) return [{ minX, minY, maxX, maxY }]
  if (minX > 180 || maxX < -180)
    refuse('The west of a box cannot be more than its east, unless it crosses 180°.')
  return [
    { minX, minY, maxX: 180, maxY },
    { minX: -180, minY, maxX, maxY },
  ]
}

/** A box as a polygon, each side in so many pieces; a line or a point where it has no width or height. */
export function boxGeometry(box: Box, pieces = 1): Geometry {
  const { minX, minY, maxX, maxY } = box
  if (minX === maxX && minY === maxY) return { type: 'Point', coordinates: [minX, minY] }
  const corners: Position[] = [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ]
  if (minX === maxX || minY === maxY)
    return {
      type: 'LineString',
      coordinates: along(corners[0] as Position, corners[2] as Position, pieces, true),
    }
  const ring = corners.flatMap((corner, index) =>
    along(corner, corners[(index + 1) % 4] as Position, pieces, false),
  )
  return { type: 'Polygon', coordinates: [[...ring, corners[0] as Position]] }
}

/** Several boxes as one geometry. */
export function boxesGeometry(boxes: readonly Box[], pieces = 1): Geometry {
  const geometries = boxes.map((box) => boxGeometry(box, pieces))
  if (geometries.length === 1) return geometries[0] as Geometry
  const polygons = geometries.flatMap((one) => (one.type === 'Polygon' ? [one.coordinates] : []))
  return polygons.length === geometries.length
    ? { type: 'MultiPolygon', coordinates: polygons }
    : { type: 'GeometryCollection', geometries }
}

function along(
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
  pieces: number,
  end: boolean,
): Position[] {
  const steps = Array.from({ length: pieces }, (_, step): Position => {
    const share = step / pieces
    return [ax + (bx - ax) * share, ay + (by - ay) * share]
  })
  return end ? [...steps, [bx, by]] : steps
}
