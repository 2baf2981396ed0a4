import { html, nothing, type TemplateResult } from 'lit'
import type { Checklist } from '@amtsweg/contract'
import type { ChecklistsMessages } from '@amtsweg/messages'
import type * as Card from './checklist-card.ts'
import type { Ask, Frame } from './view.ts'

/** A checklist with all that shows it. */
export interface ChecklistData {
  readonly checklist: Checklist
  readonly words: ChecklistsMessages
  readonly card: typeof Card
}

/** One word alone is a search and no question. */
const isQuestion = (q: string) => /\S\s+\S/.test(q.trim())

/** What to do where the reader's words speak of a life situation; search goes on without it, also where it fails. */
export async function loadChecklist({
  client,
  step,
  area,
  lang,
  signal,
}: Ask): Promise<ChecklistData | undefined> {
  const { q = '' } = step
  if (!isQuestion(q)) return undefined
  try {
    const { items } = await client.checklists({ q, area, lang, signal })
    const [checklist] = items
    if (!checklist) return undefined
    const card = await import('./checklist-card.ts')
    return { checklist, card, words: await card.wordsIn(lang) }
  } catch {
    return undefined
  }
}

/** The checklist, and below it what search has found, if anything; printed is the checklist alone. */
export const beforeResults = (
  { checklist, card, words }: ChecklistData,
  frame: Frame,
  results: TemplateResult | undefined,
): TemplateResult => html`
  ${card.checklistCard(checklist, words, frame)}
  ${
    results
      ? html`<h3 class="no-print">${words.services}</h3>
          <div class="no-print">${results}</div>`
      : nothing
  }
`
