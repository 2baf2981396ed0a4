import type { Geometry, Position } from './geometry.ts'

/** What a geometry is made of, whatever its type: single points, lines, and polygons as lists of rings. */
export interface Parts {
  readonly points: readonly Position[]
  readonly lines: readonly (readonly Position[])[]
  readonly polygons: readonly (readonly (readonly Position[])[])[]
}

/** Takes a geometry apart; parts without positions are left out. */
export function partsOf(geometry: Geometry): Parts {
  switch (geometry.type) {
    case 'Point':
      return { points: some([geometry.coordinates]), lines: [], polygons: [] }
    case 'MultiPoint':
      return { points: some(geometry.coordinates), lines: [], polygons: [] }
    case 'LineString':
      return { points: [], lines: some([geometry.coordinates]), polygons: [] }
    case 'MultiLineString':
      return { points: [], lines: some(geometry.coordinates), polygons: [] }
    case 'Polygon':
      return { points: [], lines: [], polygons: some([some(geometry.coordinates)]) }
    case 'MultiPolygon':
      return { points: [], lines: [], polygons: some(geometry.coordinates.map(some)) }
    case 'GeometryCollection': {
      const all = geometry.geometries.map(partsOf)
      return {
        points: all.flatMap(({ points }) => points),
        lines: all.flatMap(({ lines }) => lines),
        polygons: all.flatMap(({ polygons }) => polygons),
      }
    }
  }
}

const some = <List extends readonly unknown[]>(lists: readonly List[]): List[] =>
  lists.filter(({ length }) => length > 0)

/** All lines, those around polygons too. */
export const linesOf = ({ lines, polygons }: Parts): readonly (readonly Position[])[] =>
  polygons.length > 0 ? [...lines, ...polygons.flat()] : lines
