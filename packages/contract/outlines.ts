import { z } from 'zod'
import { RegionKey } from './parameters.ts'
import { AreaLevel } from './places.ts'
import { Source } from './source.ts'

/** Longitude, then latitude, WGS 84, rounded to about ten metres. */
const Point = z.tuple([z.number(), z.number()])
const AreaOutline = z
  .object({
    type: z.literal('Feature'),
    id: RegionKey,
    properties: z.object({ regionKey: RegionKey, name: z.string() }),
    geometry: z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(Point))),
    }),
  })
  .meta({ id: 'AreaOutline' })
export type AreaOutline = z.infer<typeof AreaOutline>

export const AreaOutlinesQuery = z.object({
  level: AreaLevel.default('gemeinde').meta({ description: 'Which areas, each drawn once' }),
})

/** Outlines to look at (GeoJSON, RFC 7946): simplified together, so that neighbours keep one border. No answer where a point lies. */
export const AreaOutlines = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(AreaOutline),
    sources: z.array(Source).meta({ description: 'To be named wherever the outlines are shown' }),
  })
  .meta({ id: 'AreaOutlines' })
export type AreaOutlines = z.infer<typeof AreaOutlines>
