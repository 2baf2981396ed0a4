import { z } from 'zod'
import { AreaKey, Identifier, Lang, SearchText } from './parameters.ts'

/** One line below the search field: the words shown and the service they lead to. */
export const Suggestion = z
  .object({
    text: z.string(),
    service: z.object({ id: Identifier, title: z.string() }),
    matched: z.enum(['title', 'keyword', 'text']),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>

export const SuggestQuery = z.object({
  q: SearchText,
  area: AreaKey.optional(),
  lang: Lang.optional(),
  limit: z.coerce.number().int().min(1).max(20).default(8),
})
export const SuggestionList = z
  .object({ items: z.array(Suggestion), next: z.null() })
  .meta({ id: 'SuggestionList' })
export type SuggestionList = z.infer<typeof SuggestionList>
