import type { Geometry, Position } from 'geojson'

export type { Feature, Geometry, Position } from 'geojson'

/** The smallest box around something: x east or longitude, y north or latitude, in any system. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** What nothing lies in; the start of a union. */
export const emptyBox: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }

export const isEmptyBox = (box: Box): boolean => box.minX > box.maxX || box.minY > box.maxY

export const unionOf = (a: Box, b: Box): Box => ({
  minX: Math.min(a.minX, b.minX),
  minY: Math.min(a.minY, b.minY),
  maxX: Math.max(a.maxX, b.maxX),
  maxY: Math.max(a.maxY, b.maxY),
})

/** Whether two boxes have a point in common; edges count. */
export const boxesMeet = (a: Box, b: Box): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY

/** Whether the first box holds the second; edges count. */
export const boxHolds = (outer: Box, inner: Box): boolean =>
  outer.minX <= inner.minX && outer.maxX >= inner.maxX && outer.minY <= inner.minY && outer.maxY >= inner.maxY

/** Calls `visit` with every position of a geometry, in the order in which they are written. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  if (geometry.type === 'GeometryCollection')
    for (const part of geometry.geometries) eachPosition(part, visit)
  else walk(geometry.coordinates, visit)
}

type Nested = Position | Nested[]

function walk(coordinates: Nested, visit: (position: Position) => void): void {
  if (typeof coordinates[0] === 'number') visit(coordinates as Position)
  else for (const part of coordinates) walk(part as Nested, visit)
}

/** The smallest box around a geometry; `emptyBox` where it has no position. */
export function boxOf(geometry: Geometry): Box {
  let { minX, minY, maxX, maxY } = emptyBox
  eachPosition(geometry, ([x = NaN, y = NaN]) => {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  })
  return { minX, minY, maxX, maxY }
}

/** The same geometry with every position replaced. */
export function mapPositions(geometry: Geometry, change: (position: Position) => Position): Geometry {
  if (geometry.type === 'GeometryCollection')
    return { ...geometry, geometries: geometry.geometries.map((part) => mapPositions(part, change)) }
  return { ...geometry, coordinates: mapNested(geometry.coordinates, change) } as Geometry
}

const mapNested = (coordinates: Nested, change: (position: Position) => Position): Nested =>
  typeof coordinates[0] === 'number'
    ? change(coordinates as Position)
    : coordinates.map((part) => mapNested(part as Nested, change))
