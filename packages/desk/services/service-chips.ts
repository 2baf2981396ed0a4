import { html, type TemplateResult } from 'lit'
import type { ServiceRecordSummary } from '@amtsweg/contract'
import { words } from './words.ts'

/** In words: whose a service is, what the authority of this region adds to it, and whether it offers it. */
export const serviceChips = (service: ServiceRecordSummary, regionKey: string | null): TemplateResult =>
  html`<span class="row"
    >${chipsOf(service, regionKey).map((chip) => html`<span class="tag">${chip}</span> `)}</span
  >`

const chipsOf = (
  { own, holdsIn, added, withdrawn, online }: ServiceRecordSummary,
  regionKey: string | null,
): readonly string[] => [
  own ? words.own : levelOf(holdsIn, regionKey),
  ...(withdrawn ? [words.withdrawnHere] : []),
  ...added.map((kind) => words.added[kind]),
  ...(online ? [words.online] : []),
]

function levelOf(holdsIn: ServiceRecordSummary['holdsIn'], regionKey: string | null): string {
  if (!holdsIn) return words.everywhere
  if (holdsIn.regionKey === regionKey) return words.readIn
  if (holdsIn.regionKey.length === 2) return words.land
  const level = words.levels[holdsIn.regionKey.length]
  return level ? words.level(level, holdsIn.name) : holdsIn.name
}
