import { type Box, boxOf, type Geometry, type Position } from '../geometry/geometry.ts'

/** What one .shp file holds. */
export const shapeKinds = { points: 1, groups: 8, lines: 3, areas: 5 } as const
export type ShapeKind = keyof typeof shapeKinds

/** The kind of a geometry; nothing for collections, which a Shapefile does not know. */
export function kindOf({ type }: Pick<Geometry, 'type'>): ShapeKind | undefined {
  if (type === 'Point') return 'points'
  if (type === 'MultiPoint') return 'groups'
  if (type === 'LineString' || type === 'MultiLineString') return 'lines'
  return type === 'GeometryCollection' ? undefined : 'areas'
}

/** The content of a record, without heights; type 0 where there is no geometry. */
export function shapeBytes(geometry: Geometry | null, kind: ShapeKind): Buffer {
  if (!geometry) return Buffer.alloc(4)
  const type = integers(shapeKinds[kind])
  if (geometry.type === 'Point') return Buffer.concat([type, doubles(geometry.coordinates.slice(0, 2))])
  const box = boxBytes(boxOf(geometry))
  if (geometry.type === 'MultiPoint')
    return Buffer.concat([type, box, integers(geometry.coordinates.length), flat(geometry.coordinates)])
  const lines = linesOf(geometry)
  let start = 0
  const starts = lines.map(({ length }) => {
    start += length
    return start - length
  })
  return Buffer.concat([type, box, integers(lines.length, start, ...starts), flat(lines.flat())])
}

export const boxBytes = ({ minX, minY, maxX, maxY }: Box): Buffer => doubles([minX, minY, maxX, maxY])

function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  if (geometry.type === 'LineString') return [geometry.coordinates]
  if (geometry.type === 'MultiLineString') return geometry.coordinates
  if (geometry.type === 'Polygon') return clockwise(geometry.coordinates)
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flatMap(clockwise) : []
}

/** Outer rings with the clock, holes against it: the other way round than RFC 7946. */
const clockwise = (rings: readonly Position[][]): Position[][] =>
  rings.map((ring, index) => (areaOf(ring) > 0 === (index === 0) ? [...ring].reverse() : ring))

function areaOf(ring: readonly Position[]): number {
  const [originX = 0, originY = 0] = ring[0] ?? []
  return ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    return sum + (x - originX) * (nextY - originY) - (nextX - originX) * (y - originY)
  }, 0)
}

const flat = (positions: readonly Position[]) => doubles(positions.flatMap(([x = NaN, y = NaN]) => [x, y]))

function doubles(numbers: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(numbers.length * 8)
  numbers.forEach((number, index) => bytes.writeDoubleLE(number, index * 8))
  return bytes
}

function integers(...numbers: number[]): Buffer {
  const bytes = Buffer.allocUnsafe(numbers.length * 4)
  numbers.forEach((number, index) => bytes.writeInt32LE(number, index * 4))
  return bytes
}
