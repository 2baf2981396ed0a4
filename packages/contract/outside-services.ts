import { z } from 'zod'

/** A service of others that maps may show. */
export const OutsideServiceSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(['wms', 'wmts', 'tiles', 'geocoder']),
    attribution: z.string().meta({ description: 'Has to stand beside what it shows' }),
  })
  .meta({ id: 'OutsideService' })

export const OutsideServicePath = z.object({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Small letters, digits and hyphens'),
})

export const OutsideServiceList = z
  .object({ items: z.array(OutsideServiceSummary) })
  .meta({ id: 'OutsideServiceList' })
