import { setImmediate as turn } from 'node:timers/promises'
import type { Db } from '../database/database.ts'
import type { FeatureBox } from '../database/spatial.ts'
import type { Box, Geometry } from '../geometry/geometry.ts'
import { crs84 } from '../geometry/reference-system.ts'
import { boxElsewhere, boxOfTile, type Tile } from '../geometry/tile-matrix-set.ts'
import type { Version } from './collection.ts'
import { featuresById, featuresMeeting } from './repository-features.ts'
import { thinOut } from './thin-out.ts'
import { tileBuffer, type TileFeature } from './vector-tile.ts'

/** Features that a tile draws at most. */
const most = 10_000

/** Rows read before others get a turn. */
const atOnce = 500

/** Metres on the ground that a degree takes at most. */
const degree = 111_320

/** Larger tiles reach to where their system means nothing any more. */
const largest = 500_000

/** What a tile is made of: what lies in it, or what can be told apart there if that is too much. */
export async function tileFeatures(db: Db, version: Version, tile: Tile): Promise<readonly TileFeature[]> {
  const side = tile.set.side / 2 ** tile.matrix
  const box = areaOf(version, tile, side)
  const boxes: readonly FeatureBox[] = box ? await featuresMeeting(db, version.id, box) : []
  const ids = thinOut(boxes, side / degree, most)
  const features: TileFeature[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    if (from > 0) await turn()
    for (const { ext_id, geometry, properties } of await featuresById(db, ids.slice(from, from + atOnce)))
      if (geometry !== null)
        features.push({
          id: ext_id,
          geometry: JSON.parse(geometry) as Geometry,
          properties: JSON.parse(properties) as Record<string, unknown>,
        })
  }
  return features
}

function areaOf(version: Version, tile: Tile, side: number): Box | undefined {
  if (side > largest) return version.box
  return boxElsewhere(boxOfTile(tile, tileBuffer), tile.set.system, crs84)
}
