import proj4 from 'proj4'
import { type Geometry, mapPositions, type Position } from './geometry.ts'
import type { ReferenceSystem } from './reference-system.ts'

/** One position in another system: x east, y north in both; a height stays as it is. */
export type Transform = (position: Position) => Position

const same: Transform = (position) => position
const known = new Map<string, Transform>()

const definitionOf = (system: ReferenceSystem): string =>
  system.proj === '' ? '+proj=longlat +ellps=GRS80 +no_defs' : system.proj

/** From one system to another. ETRS89 and WGS 84 count as the same, as they do for PROJ: they differ by less than a metre. */
export function transformer(from: ReferenceSystem, to: ReferenceSystem): Transform {
  if (from.proj === to.proj) return same
  const key = `${from.code} ${to.code}`
  const before = known.get(key)
  if (before) return before
  const { forward } = proj4(definitionOf(from), definitionOf(to))
  const transform: Transform = ([x = NaN, y = NaN, ...rest]) => {
    const [east, north] = forward([x, y]) as [number, number]
    return [east, north, ...rest]
  }
  known.set(key, transform)
  return transform
}

export const transformGeometry = (geometry: Geometry, transform: Transform): Geometry =>
  transform === same ? geometry : mapPositions(geometry, transform)

/** Coordinates in the order in which the system's register wants them written, and back: swapping twice changes nothing. */
export const inAxisOrder = (system: ReferenceSystem): Transform =>
  system.axes === 'east-north' ? same : ([x = NaN, y = NaN, ...rest]) => [y, x, ...rest]
