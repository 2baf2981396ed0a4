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
const most = 5_000

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
  const drawn = thinOut(boxes, side / degree, most)
  const dot = side / degree / 256
  const features: TileFeature[] = []
  for (let from = 0; from < drawn.length; from += atOnce) {
    if (from > 0) await turn()
    const some = new Map(drawn.slice(from, from + atOnce).map((one) => [one.id, one]))
    for (const { id, ext_id, geometry, properties } of await featuresById(db, [...some.keys()]))
      if (geometry !== null)
        features.push({
          id: ext_id,
          geometry: drawable(geometry, some.get(id), dot),
          properties: JSON.parse(properties) as Record<string, unknown>,
        })
  }
  return features
}

const isArea = /^\{"type":"(Multi)?Polygon"/

/** What is smaller than a dot would be simplified away: an area is drawn as a dot then, so that it does not vanish from afar. */
function drawable(text: string, box: FeatureBox | undefined, dot: number): Geometry {
  if (!box || !isArea.test(text) || box.max_lon - box.min_lon >= dot || box.max_lat - box.min_lat >= dot)
    return JSON.parse(text) as Geometry
  const [west, south] = [(box.min_lon + box.max_lon - dot) / 2, (box.min_lat + box.max_lat - dot) / 2]
  const [east, north] = [west + dot, south + dot]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

function areaOf(version: Version, tile: Tile, side: number): Box | undefined {
  if (side > largest) return version.box
  return boxElsewhere(boxOfTile(tile, tileBuffer), tile.set.system, crs84)
}
