import { merge } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { Polygon } from './outline.ts'

/** What is known of where an area lies, or a part of it that was an area of its own. */
export interface Piece {
  /** The area it belongs to today. */
  readonly regionKey: string
  readonly polygons: readonly Polygon[]
}

/** Where areas lie, to be drawn. */
export type Drawing = ReadonlyMap<string, [number, number][][][]>

/**
 * Outlines with at most so many points, those that change the picture least left out. What neighbours share they keep sharing, and
 * pieces of one area become one. Islets too small for that disappear.
 */
export function outlinesToLookAt(pieces: readonly Piece[], mostPoints: number): Drawing {
  const drawn = topology({
    areas: {
      type: 'GeometryCollection',
      geometries: pieces.map(({ polygons }) => ({ type: 'MultiPolygon', coordinates: copied(polygons) })),
    } as never,
  })
  const weighted = presimplify(drawn as never)
  const simple = simplify(weighted, leastWeight(weighted.arcs as unknown as Weighted, mostPoints))
  const { geometries } = simple.objects['areas'] as unknown as { geometries: object[] }
  const byArea = Map.groupBy(geometries.keys(), (index) => pieces[index]!.regionKey)
  return new Map(
    [...byArea].flatMap(([regionKey, indexes]) => {
      const parts = indexes.map((index) => geometries[index])
      const { coordinates } = merge(simple as never, parts as never)
      const seen = visible(coordinates as [number, number][][][])
      return seen.length > 0 ? [[regionKey, seen] as const] : []
    }),
  )
}

/** The library rounds in place, and what is read from the database may be somebody else's too. */
const copied = (polygons: readonly Polygon[]) => polygons.map((rings) => rings.map((ring) => [...ring]))

type Weighted = readonly (readonly (readonly [lon: number, lat: number, weight: number])[])[]

/** Points below this weight are left out; the ends of arcs weigh without end. */
function leastWeight(arcs: Weighted, mostPoints: number): number {
  const weights = arcs.flatMap((arc) => arc.map(([, , weight]) => weight))
  if (weights.length <= mostPoints) return 0
  return Float64Array.from(weights).sort().at(-mostPoints)!
}

const visible = (polygons: [number, number][][][]) =>
  polygons
    .map((rings) => rings.map((ring) => ring.map(rounded)))
    .map((rings) => rings.filter(hasSurface))
    .filter((rings, index) => rings.length > 0 && hasSurface(polygons[index]![0]!.map(rounded)))

/** About ten metres. */
const rounded = ([lon, lat]: readonly [number, number]): [number, number] => [
  Math.round(lon * 1e4) / 1e4,
  Math.round(lat * 1e4) / 1e4,
]

const hasSurface = (ring: readonly (readonly [number, number])[]) =>
  ring.length >= 4 && new Set(ring.map(String)).size >= 3
