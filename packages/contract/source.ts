import { z } from 'zod'

/** Where data come from and on which terms; shown wherever the data are shown. */
export const Source = z
  .object({
    id: z.string(),
    name: z.string(),
    publisher: z.string().optional(),
    licence: z.string().optional(),
    licenceUrl: z.string().optional(),
    url: z.string().optional(),
    attribution: z.string().optional(),
    asOf: z.string().optional().meta({ description: 'ISO date the data describe (Stand)' }),
    invented: z.boolean().meta({ description: 'true for demo data that is made up' }),
  })
  .meta({ id: 'Source' })
export type Source = z.infer<typeof Source>
