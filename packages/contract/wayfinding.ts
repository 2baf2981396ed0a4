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

/**
 * When a step is due: before what happens (at the latest `value` units ahead), at once, or after it (within `value` units).
 */
export const StepTime = z
  .object({
    moment: z.enum(['before', 'now', 'after']),
    value: z.number().int().optional(),
    unit: z.enum(['TAG', 'WOCHE', 'MONAT', 'JAHR']).optional(),
  })
  .meta({ id: 'StepTime' })
export type StepTime = z.infer<typeof StepTime>

/** One thing to do: a sentence, and the service that does it where one is described for the area. */
export const ChecklistStep = z
  .object({
    when: StepTime,
    text: z.string(),
    service: z.object({ id: Identifier, title: z.string(), lang: z.string() }).optional(),
    /** The law the step or its deadline follows from. */
    basis: z.string().optional(),
  })
  .meta({ id: 'ChecklistStep' })
export type ChecklistStep = z.infer<typeof ChecklistStep>

/** What to do in a life situation, in the order of time. */
export const Checklist = z
  .object({
    id: Identifier,
    title: z.string(),
    intro: z.string().optional(),
    lang: z.string(),
    lifeSituation: z.object({ id: Identifier, name: z.string() }).optional(),
    steps: z.array(ChecklistStep),
    updatedAt: z.string().optional(),
    source: z.object({ id: z.string(), name: z.string() }),
  })
  .meta({ id: 'Checklist' })
export type Checklist = z.infer<typeof Checklist>

export const ChecklistQuery = z.object({ q: SearchText, area: AreaKey.optional(), lang: Lang.optional() })

/** At most one: a question leads to one life situation or to none. */
export const ChecklistList = z
  .object({ items: z.array(Checklist), next: z.null() })
  .meta({ id: 'ChecklistList' })
export type ChecklistList = z.infer<typeof ChecklistList>

const searched = {
  /** What was typed. */
  q: SearchText,
  /** Area that the page around the search stands for, never where the reader is. */
  area: AreaKey.optional(),
}

/**
 * How one search ended: nothing was found, nothing of it was opened, or a service was. Only counted, without persons; a service that
 * was opened without a search has no `q`.
 */
export const EndedSearch = z
  .discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('none'), ...searched }),
    z.object({ outcome: z.literal('unopened'), ...searched }),
    z.object({ outcome: z.literal('opened'), ...searched, q: SearchText.optional(), service: Identifier }),
  ])
  .meta({ id: 'EndedSearch' })
export type EndedSearch = z.infer<typeof EndedSearch>
