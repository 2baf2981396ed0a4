import type { WriteFeature } from '@amtsweg/backend/geofiles/index.ts'
import type { Geometry, Position } from '@amtsweg/backend/geometry/geometry.ts'
import { createRandom } from './random.ts'

export type Kind = 'points' | 'lines' | 'areas' | 'heights'

/** Invented objects around Schwerin in degrees of seven decimals, which every format can hold; each with its number and a name. */
export function* madeFeatures(
  kind: Kind,
  count: number,
  seed = 1,
): Generator<WriteFeature & { geometry: Geometry }> {
  const random = createRandom(seed)
  const degrees = (value: number) => Math.round(value * 1e7) / 1e7
  for (let number = 1; number <= count; number++) {
    const middle = [11 + random() * 0.8, 53.4 + random() * 0.4] as const
    const at = (angle: number, radius: number): Position => [
      degrees(middle[0] + Math.cos(angle) * radius),
      degrees(middle[1] + Math.sin(angle) * radius),
    ]
    const ring = (radius: number, turn: 1 | -1): Position[] => {
      const corners = Array.from({ length: 23 }, (_, index) =>
        at((turn * index * 2 * Math.PI) / 23, radius * (0.7 + random() * 0.3)),
      )
      return [...corners, corners[0] as Position]
    }
    const geometries: Readonly<Record<Kind, () => Geometry>> = {
      points: () => ({ type: 'Point', coordinates: at(0, 0) }),
      heights: () => ({ type: 'Point', coordinates: [...at(0, 0), degrees(random() * 100)] }),
      lines: () => ({ type: 'LineString', coordinates: ring(0.01, 1).slice(0, 9) }),
      areas: () => ({
        type: 'Polygon',
        coordinates: number % 3 === 0 ? [ring(0.01, 1), ring(0.004, -1)] : [ring(0.01, 1)],
      }),
    }
    yield {
      geometry: geometries[kind](),
      properties: { nummer: number, name: `Bäume, „${number}“`, hoch: number / 8, alt: number % 2 === 0 },
    }
  }
}

export const madeFields = [
  { name: 'nummer', type: 'integer' },
  { name: 'name', type: 'text' },
  { name: 'hoch', type: 'number' },
  { name: 'alt', type: 'boolean' },
] as const
