import { z } from 'zod'
import { AreaKey, Identifier, Lang, PageQuery, SearchText } from './parameters.ts'
import { Audience } from './services.ts'

/** What may be asked of services, keywords and life situations. */
export const ServiceListQuery = PageQuery.extend({
  q: SearchText.optional(),
  explain: z
    .enum(['0', '1'])
    .optional()
    .meta({ description: '1 = tell of each hit why it ranks where it does' }),
  area: AreaKey.optional(),
  lifeSituation: Identifier.optional(),
  letter: z
    .string()
    .regex(/^(?:[A-Za-zÄÖÜäöü]|0-9)$/, 'One letter, or 0-9')
    .optional(),
  audience: Audience.optional(),
  lang: Lang.optional(),
})
export type ServiceListQuery = z.infer<typeof ServiceListQuery>
/** The services of the caller’s area, and what of them is its own. */
export const ServiceRecordQuery = PageQuery.extend({
  q: SearchText.optional(),
  show: z
    .enum(['own', 'supplemented', 'withdrawn'])
    .optional()
    .meta({ description: 'Only those; then `q` is looked for in titles and keywords' }),
})
export type ServiceRecordQuery = z.infer<typeof ServiceRecordQuery>
/** RDF as text: Turtle, or JSON-LD 1.1 with prefixes as context. */
export const CpsvFormat = z.enum(['turtle', 'json-ld']).default('turtle')
export const ServicePath = z.object({ id: Identifier })
export const ServiceQuery = z.object({ area: AreaKey.optional(), lang: Lang.optional() })
export const DeadlineQuery = ServiceQuery.extend({
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'A date such as 2026-11-25')
    .meta({ description: 'The day from which to count' }),
})
export const KeywordQuery = PageQuery.extend({
  letter: z
    .string()
    .regex(/^(?:[A-Za-zÄÖÜäöü]|0-9)$/, 'One letter, or 0-9')
    .optional(),
  /** The list begins at this word. */
  from: SearchText.optional(),
  area: AreaKey.optional(),
  lang: Lang.optional(),
})
export const LifeSituationQuery = z.object({
  area: AreaKey.optional(),
  lang: Lang.optional(),
  arranged: z.enum(['0', '1']).optional().meta({
    description: '0 = as if no authority had hidden, renamed or ordered any; for whoever does that',
  }),
})
