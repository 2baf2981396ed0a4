import type { NewFeature } from '@amtsweg/backend/geodata/repository-versions.ts'
import type { Position } from '@amtsweg/backend/geometry/geometry.ts'
import { createRandom } from '../random.ts'

/** Germany, generously. */
const [west, south, east, north] = [5.8, 47.2, 15.1, 55.1]

/** Places all over Germany, the same for the same seed. */
export function scatteredPoints(count: number, seed = 7): readonly NewFeature[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    geometry: {
      type: 'Point',
      coordinates: [west + (east - west) * random(), south + (north - south) * random()],
    },
    properties: { name: `p${at}` },
  }))
}

/** Outlines of 24 corners, by default as large as a block of houses; `size` is in degrees. */
export function scatteredOutlines(count: number, seed = 7, size = 0.001): readonly NewFeature[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, at) => {
    const [lon, lat] = [west + (east - west) * random(), south + (north - south) * random()]
    const ring = Array.from({ length: 24 }, (__, corner): Position => {
      const [angle, radius] = [(corner / 24) * 2 * Math.PI, size + size * random()]
      return [lon + radius * Math.cos(angle), lat + radius * 0.6 * Math.sin(angle)]
    })
    return {
      id: `o${at}`,
      geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] as Position]] },
      properties: { name: `o${at}` },
    }
  })
}
