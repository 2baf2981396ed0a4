import type { FeatureBox } from '../database/spatial.ts'

/** Cells of a tile from side to side that can be told apart: two per pixel. */
const finest = 512

/**
 * What is drawn of too many features: of those that are smaller than a cell the first of each cell, and all that are larger. Cells
 * grow until few enough are left. `side` is the tile's, in degrees.
 */
export function thinOut(boxes: readonly FeatureBox[], side: number, most: number): readonly FeatureBox[] {
  if (boxes.length <= most) return inOrder(boxes)
  let kept = boxes
  for (let cells = finest; cells >= 1 && kept.length > most; cells /= 2)
    kept = firstOfEach(kept, side / cells)
  return inOrder(kept.slice(0, most))
}

const inOrder = (boxes: readonly FeatureBox[]) => boxes.toSorted((a, b) => a.id - b.id)

function firstOfEach(boxes: readonly FeatureBox[], cell: number): readonly FeatureBox[] {
  const taken = new Set<string>()
  return boxes.filter(({ min_lon, min_lat, max_lon, max_lat }) => {
    if (max_lon - min_lon >= cell || max_lat - min_lat >= cell) return true
    const place = `${Math.floor(min_lon / cell)} ${Math.floor(min_lat / cell)}`
    if (taken.has(place)) return false
    taken.add(place)
    return true
  })
}
