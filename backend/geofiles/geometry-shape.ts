import type { Geometry, Position } from '../geometry/geometry.ts'
import type { Fault } from './finding.ts'

/** Collections inside collections: nobody means more. */
const deepest = 4

/** How deep positions lie in the lists of a type's coordinates. */
const depths = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
} as const
type Simple = keyof typeof depths

export interface Shape {
  /** Null where there is none, or nothing that can be read. */
  readonly geometry: Geometry | null
  readonly faults: readonly Fault[]
}

const nothing: Shape = { geometry: null, faults: [] }
export const unreadable: Shape = { geometry: null, faults: [{ code: 'geometry-unreadable' }] }

/** A geometry of somebody's GeoJSON: its lists have the right depth and numbers in them, two or three for each position. */
export function toShape(value: unknown): Shape {
  if (value === null || value === undefined) return nothing
  let measured = false
  const readPosition = (at: unknown): Position | undefined => {
    if (!Array.isArray(at) || at.length < 2) return undefined
    if (!at.every((number) => typeof number === 'number' && Number.isFinite(number))) return undefined
    if (at.length <= 3) return at as Position
    measured = true
    return at.slice(0, 3) as Position
  }
  const readList = (list: unknown, depth: number): unknown => {
    if (depth === 0) return readPosition(list)
    if (!Array.isArray(list)) return undefined
    const read: unknown[] = []
    for (const part of list as readonly unknown[]) {
      const one = readList(part, depth - 1)
      if (one === undefined) return undefined
      read.push(one)
    }
    return read
  }
  const readGeometry = (one: unknown, depth: number): Geometry | undefined => {
    if (typeof one !== 'object' || one === null || depth > deepest) return undefined
    const { type, coordinates, geometries } = one as Record<string, unknown>
    if (type === 'GeometryCollection') {
      if (!Array.isArray(geometries)) return undefined
      const parts = geometries.map((part) => readGeometry(part, depth + 1))
      return parts.every((part) => part !== undefined) ? { type, geometries: parts } : undefined
    }
    if (typeof type !== 'string' || !Object.hasOwn(depths, type)) return undefined
    // An empty point is written as an empty list.
    if (type === 'Point' && Array.isArray(coordinates) && coordinates.length === 0)
      return { type, coordinates: [] }
    const read = readList(coordinates, depths[type as Simple])
    return read === undefined ? undefined : ({ type, coordinates: read } as Geometry)
  }
  const geometry = readGeometry(value, 0)
  if (!geometry) return unreadable
  return { geometry, faults: measured ? [{ code: 'measures-dropped' }] : [] }
}
