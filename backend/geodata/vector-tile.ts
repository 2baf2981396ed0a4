import { geoJSONToTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { type Geometry, mapPositions, type Position } from '../geometry/geometry.ts'
import { crs84 } from '../geometry/reference-system.ts'
import type { Tile } from '../geometry/tile-matrix-set.ts'
import { transformer } from '../geometry/transform.ts'

/** A feature as it goes into a tile. */
export interface TileFeature {
  readonly id: string
  /** Longitude and latitude. */
  readonly geometry: Geometry
  readonly properties: Readonly<Record<string, unknown>>
}

/** Name of the property that carries a feature's id: tiles know numbers only as ids. */
export const idInTiles = 'featureId'

/** What a tile draws beyond its edges, so that outlines and symbols are not cut: 64 of 4096 steps. */
export const tileBuffer = 64 / 4096

/** Positions beyond the last latitude of the web's square lie at its edge. */
const highest = 85.0511287798066

/**
 * A tile as Mapbox Vector Tile 2.1, one layer; undefined where nothing is left to be drawn. Made of the features that lie there, without an
 * index of the whole collection.
 */
export function encodeTile(
  layer: string,
  features: readonly TileFeature[],
  tile: Tile,
): Uint8Array | undefined {
  const { set, matrix, column, row } = tile
  const toSystem = transformer(crs84, set.system)
  const project = ([lon = NaN, lat = NaN]: Position): Position => {
    const [x = NaN, y = NaN] = toSystem([lon, Math.min(Math.max(lat, -highest), highest)])
    return [(x - set.left) / set.side, (set.top - y) / set.side]
  }
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map(({ id, geometry, properties }) => ({
      type: 'Feature' as const,
      geometry: mapPositions(geometry, project),
      properties: { ...simple(properties), [idInTiles]: id },
    })),
  }
  const made = geoJSONToTile(collection, matrix, column, row, {
    coordinates: 'unitSquare',
    clip: true,
    buffer: 64,
    maxZoom: 24,
  })
  return made.features.length > 0 ? fromGeojsonVt({ [layer]: made }, { version: 2, extent: 4096 }) : undefined
}

/** Tiles have no null, and nothing within a value. */
const simple = (properties: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
  )
