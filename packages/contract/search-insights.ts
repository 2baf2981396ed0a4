import { z } from 'zod'
import { PageQuery } from './parameters.ts'

const Count = z.number().int()

/** A word that leads readers nowhere; at least five networks have typed it. */
export const SearchInsight = z
  .object({
    term: z.string(),
    none: Count.meta({ description: 'Searches that found nothing' }),
    unopened: Count.meta({ description: 'Searches after which nothing was opened' }),
    opened: Count.meta({ description: 'Searches after which something was opened' }),
    periods: z
      .array(z.object({ period: z.string(), none: Count, unopened: Count, opened: Count }))
      .meta({ description: 'The same by the time in which it was counted, the latest first' }),
    services: z
      .array(z.object({ id: z.string(), title: z.string() }))
      .meta({ description: 'Services that the word could lead to as a keyword, the likeliest first' }),
  })
  .meta({ id: 'SearchInsight' })
export type SearchInsight = z.infer<typeof SearchInsight>

export const SearchInsightQuery = PageQuery.extend({
  min: z.coerce
    .number()
    .int()
    .min(5)
    .max(100_000)
    .default(5)
    .meta({ description: 'Only words that have helped so many searches nowhere' }),
})

/** Words that lead nowhere, the most missed first. */
export const SearchInsightPage = z
  .object({ items: z.array(SearchInsight), next: z.string().nullable(), total: Count })
  .meta({ id: 'SearchInsightPage' })
export type SearchInsightPage = z.infer<typeof SearchInsightPage>
