import type { Geometry, Position } from '../geometry/geometry.ts'

const codes = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const

/** A geometry in well-known binary (ISO 13249-3), the low byte first. Where one position has a height, all get one: 0 where it has none. */
export function toWkb(geometry: Geometry): Buffer {
  const heights = hasHeights(geometry)
  const parts: Buffer[] = []
  writeGeometry(geometry, heights, parts)
  return Buffer.concat(parts)
}

export function hasHeights(geometry: Geometry): boolean {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.some(hasHeights)
  return isHigh(geometry.coordinates)
}

type Nested = Position | readonly Nested[]

const isHigh = (coordinates: Nested): boolean =>
  typeof coordinates[0] === 'number'
    ? coordinates.length > 2
    : (coordinates as readonly Nested[]).some((part) => isHigh(part))

function writeGeometry(geometry: Geometry, heights: boolean, parts: Buffer[]): void {
  const head = Buffer.allocUnsafe(5)
  head[0] = 1
  head.writeUInt32LE(codes[geometry.type] + (heights ? 1000 : 0), 1)
  parts.push(head)
  const count = (number: number) => {
    const bytes = Buffer.allocUnsafe(4)
    bytes.writeUInt32LE(number)
    parts.push(bytes)
  }
  const line = (positions: readonly Position[]) => {
    count(positions.length)
    parts.push(...positions.map((position) => bytesOf(position, heights)))
  }
  const each = (geometries: readonly Geometry[]) => {
    count(geometries.length)
    for (const part of geometries) writeGeometry(part, heights, parts)
  }
  switch (geometry.type) {
    case 'Point':
      return void parts.push(bytesOf(geometry.coordinates, heights))
    case 'LineString':
      return line(geometry.coordinates)
    case 'Polygon':
      count(geometry.coordinates.length)
      return geometry.coordinates.forEach(line)
    case 'MultiPoint':
      return each(geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates })))
    case 'MultiLineString':
      return each(geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })))
    case 'MultiPolygon':
      return each(geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates })))
    case 'GeometryCollection':
      return each(geometry.geometries)
  }
}

function bytesOf([x = NaN, y = NaN, z = Number.isNaN(x) ? NaN : 0]: Position, heights: boolean): Buffer {
  const bytes = Buffer.allocUnsafe(heights ? 24 : 16)
  bytes.writeDoubleLE(x, 0)
  bytes.writeDoubleLE(y, 8)
  if (heights) bytes.writeDoubleLE(z, 16)
  return bytes
}
