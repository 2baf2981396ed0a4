import type { Geometry, Position } from '../geometry/geometry.ts'
import type { Fault } from './finding.ts'
import { type Shape, unreadable } from './geometry-shape.ts'

const names = [
  undefined,
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
] as const
/** CircularString, CompoundCurve, CurvePolygon, MultiCurve, MultiSurface, Curve, Surface ... */
const isCurve = (type: number) => type >= 8 && type <= 14
const deepest = 4

class Malformed extends Error {}
class Curved extends Error {}

interface Cursor {
  readonly view: DataView
  at: number
  measured: boolean
}

/** A geometry in well-known binary (ISO 13249-3, and PostGIS's flags for heights and measures). Measures are left out. */
export function readWkb(bytes: Uint8Array): Shape {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const cursor: Cursor = { view, at: 0, measured: false }
  try {
    const geometry = readGeometry(cursor, 0)
    const faults: Fault[] = cursor.measured ? [{ code: 'measures-dropped' }] : []
    return { geometry, faults }
  } catch (cause) {
    if (cause instanceof Curved) return { geometry: null, faults: [{ code: 'geometry-curve' }] }
    // Beyond the end of the bytes DataView throws a RangeError.
    if (cause instanceof Malformed || cause instanceof RangeError) return unreadable
    throw cause
  }
}

function readGeometry(cursor: Cursor, depth: number): Geometry {
  const little = cursor.view.getUint8(cursor.at) === 1
  const raw = cursor.view.getUint32(cursor.at + 1, little)
  cursor.at += 5
  // PostGIS also says whether a number of the system follows.
  if (raw & 0x20000000) cursor.at += 4
  const plain = raw & 0x0fffffff
  const heights = (raw & 0x80000000) !== 0 || Math.trunc(plain / 1000) % 2 === 1
  const measures = (raw & 0x40000000) !== 0 || Math.trunc(plain / 1000) >= 2
  const type = plain % 1000
  if (plain >= 4000) throw new Malformed()
  if (isCurve(type)) throw new Curved()
  const name = names[type]
  if (!name || depth > deepest) throw new Malformed()
  cursor.measured ||= measures
  const size = 16 + (heights ? 8 : 0) + (measures ? 8 : 0)

  const readCount = (least: number) => {
    const count = cursor.view.getUint32(cursor.at, little)
    cursor.at += 4
    // A hostile count must not make us reserve memory for what cannot follow.
    if (count * least > cursor.view.byteLength - cursor.at) throw new Malformed()
    return count
  }
  const readPosition = (): Position => {
    const { view, at } = cursor
    cursor.at += size
    const x = view.getFloat64(at, little)
    const y = view.getFloat64(at + 8, little)
    if (measures) view.getFloat64(at + size - 8, little)
    return heights ? [x, y, view.getFloat64(at + 16, little)] : [x, y]
  }
  const list = <Part>(least: number, read: () => Part): Part[] => {
    const count = readCount(least)
    const parts: Part[] = []
    for (let index = 0; index < count; index++) parts.push(read())
    return parts
  }
  const positions = () => list(size, readPosition).map(finite)
  const rings = () => list(4, positions)
  const parts = () => list(5, () => readGeometry(cursor, depth + 1))
  const members = (member: string) =>
    parts().map((part) => {
      if (part.type !== member || part.type === 'GeometryCollection') throw new Malformed()
      return part.coordinates
    })

  if (name === 'Point') return { type: name, coordinates: pointOf(readPosition()) }
  if (name === 'LineString') return { type: name, coordinates: positions() }
  if (name === 'Polygon') return { type: name, coordinates: rings() }
  if (name === 'GeometryCollection') return { type: name, geometries: parts() }
  if (name === 'MultiPoint') return { type: name, coordinates: members('Point') as Position[] }
  if (name === 'MultiLineString') return { type: name, coordinates: members('LineString') as Position[][] }
  return { type: name, coordinates: members('Polygon') as Position[][][] }
}

/** An empty point has no numbers for coordinates (OGC 12-128r18, requirement 25). */
const pointOf = (position: Position): Position => (position.every(Number.isNaN) ? [] : finite(position))

function finite(position: Position): Position {
  const [x = NaN, y = NaN, z] = position
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Malformed()
  return z === undefined || Number.isFinite(z) ? position : [x, y]
}
