import { z } from 'zod'
import { pageOf } from './parameters.ts'
import { ServiceSummary } from './services.ts'

/** A service as the authority that asks sees it in its list. */
export const ServiceRecordSummary = ServiceSummary.extend({
  own: z.boolean().meta({ description: 'Described by the authority itself' }),
  holdsIn: z
    .object({ regionKey: z.string(), name: z.string() })
    .optional()
    .meta({ description: 'Where the description holds; left out, everywhere' }),
  added: z
    .array(z.enum(['text', 'fee', 'form', 'online-service']))
    .meta({ description: 'What the authority has of its own for it, beside the description' }),
  withdrawn: z.boolean().meta({ description: 'The authority does not offer it' }),
}).meta({ id: 'ServiceRecordSummary' })
export type ServiceRecordSummary = z.infer<typeof ServiceRecordSummary>

export const ServiceRecordPage = pageOf(ServiceRecordSummary).meta({ id: 'ServiceRecordPage' })
export type ServiceRecordPage = z.infer<typeof ServiceRecordPage>
