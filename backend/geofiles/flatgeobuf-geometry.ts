import type { Feature } from 'flatgeobuf/lib/mjs/flat-geobuf/feature.js'
import type { Geometry as Flat } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js'
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js'
import type { Geometry, Position } from '../geometry/geometry.ts'
import { type Shape, unreadable } from './geometry-shape.ts'

const deepest = 4

class Malformed extends Error {}
class Curved extends Error {}

interface Reading {
  /** What has not been read yet: parts that point at one another would be read again and again. */
  left: number
  measured: boolean
}

/** The geometry of an object of `bytes` bytes; where its own type is missing, that of the whole file counts. */
export function readFlatGeometry(feature: Feature, type: GeometryType, bytes: number): Shape {
  const reading: Reading = { left: bytes, measured: false }
  try {
    const flat = feature.geometry()
    if (!flat) return { geometry: null, faults: [] }
    const geometry = read(flat, flat.type() || type, reading, 0)
    return { geometry, faults: reading.measured ? [{ code: 'measures-dropped' }] : [] }
  } catch (cause) {
    if (cause instanceof Curved) return { geometry: null, faults: [{ code: 'geometry-curve' }] }
    if (cause instanceof Malformed || cause instanceof RangeError || cause instanceof TypeError)
      return unreadable
    throw cause
  }
}

function read(flat: Flat, type: GeometryType, reading: Reading, depth: number): Geometry {
  if (depth > deepest) throw new Malformed()
  switch (type) {
    case GeometryType.Point:
      return { type: 'Point', coordinates: positions(flat, reading)[0] ?? [] }
    case GeometryType.MultiPoint:
      return { type: 'MultiPoint', coordinates: positions(flat, reading) }
    case GeometryType.LineString:
      return { type: 'LineString', coordinates: positions(flat, reading) }
    case GeometryType.MultiLineString:
      return { type: 'MultiLineString', coordinates: lines(flat, reading) }
    case GeometryType.Polygon:
      return { type: 'Polygon', coordinates: lines(flat, reading) }
    case GeometryType.MultiPolygon:
      return { type: 'MultiPolygon', coordinates: parts(flat, reading).map((part) => lines(part, reading)) }
    case GeometryType.GeometryCollection:
      return {
        type: 'GeometryCollection',
        geometries: parts(flat, reading).map((part) => read(part, part.type(), reading, depth + 1)),
      }
    default:
      throw type > GeometryType.GeometryCollection && type < 15 ? new Curved() : new Malformed()
  }
}

function positions(flat: Flat, reading: Reading): Position[] {
  const xy = flat.xyArray()
  if (!xy) return []
  take(xy.byteLength, reading)
  const heights = flat.zArray()
  reading.measured ||= flat.mLength() > 0
  const list: Position[] = []
  for (let index = 0; index * 2 + 1 < xy.length; index++) {
    const [x = NaN, y = NaN, z] = [xy[index * 2], xy[index * 2 + 1], heights?.[index]]
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Malformed()
    list.push(z === undefined || !Number.isFinite(z) ? [x, y] : [x, y, z])
  }
  return list
}

function lines(flat: Flat, reading: Reading): Position[][] {
  const all = positions(flat, reading)
  const ends = flat.endsArray()
  take(ends?.byteLength ?? 0, reading)
  if (!ends || ends.length === 0) return all.length > 0 ? [all] : []
  const rising = ends.every((end, index) => end >= (ends[index - 1] ?? 0) && end <= all.length)
  if (!rising) throw new Malformed()
  return [...ends].map((end, index) => all.slice(ends[index - 1] ?? 0, end))
}

function take(bytes: number, reading: Reading): void {
  reading.left -= bytes
  if (reading.left < 0) throw new Malformed()
}

/** Bytes by which a part is pointed at. */
const pointer = 4

function parts(flat: Flat, reading: Reading): Flat[] {
  const count = flat.partsLength()
  take(count * pointer, reading)
  return Array.from({ length: count }, (_, index) => {
    const part = flat.parts(index)
    if (!part) throw new Malformed()
    return part
  })
}
