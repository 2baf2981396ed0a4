import { html, nothing, type TemplateResult } from 'lit'
import type { ApiClient } from '@amtsweg/client'
import type { Responsibility, ResponsibleUnit, Unit } from '@amtsweg/contract'
import type { AnswersMessages } from '@amtsweg/messages'
import { messages as german } from '@amtsweg/messages/answers/de.ts'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { spoken } from '@amtsweg/messages/languages.ts'

type Resolved = Extract<Responsibility, { status: 'resolved' }>
type Unrecorded = Extract<Responsibility, { status: 'unrecorded' }>

/** The words of question and answer; German comes with the code. */
export async function answerWords(lang: string): Promise<AnswersMessages> {
  const ours = spoken(lang)
  return ours === 'de' ? german : (await loadWords('answers', ours)).messages
}

const card = (unit: Unit, note: string, client: ApiClient, untitled = false) => html`
  <amt-office-card
    exportparts="office, name: office-name, open-state, action"
    level="4"
    note=${note}
    .client=${client}
    .unit=${unit}
    ?untitled=${untitled}
  ></amt-office-card>
`

const told = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ')

const moved = ({ movedFrom, area }: Resolved | Unrecorded, m: AnswersMessages) =>
  movedFrom && area ? html`<p part="moved" class="aside">${m.movedFrom(movedFrom, area.name)}</p>` : nothing

const others = (units: readonly ResponsibleUnit[], client: ApiClient, m: AnswersMessages) => html`
  <section class="others">
    <h3>${m.others}</h3>
    <div class="offices">
      ${units.map(
        ({ unit, role, note }) =>
          html`<details part="other">
            <summary>
              <span class="other-name" lang=${unit.lang}>${unit.name}</span>
              <span class="small muted detail">${told(m.tier[unit.tier], m.role[role])}</span>
            </summary>
            ${card(unit, note ?? '', client, true)}
          </details>`,
      )}
    </div>
  </section>
`

/** Who decides, as cards side by side where several tiers act; below, folded, who else takes part. */
export function resolved(answer: Resolved, client: ApiClient, m: AnswersMessages): TemplateResult {
  const several = answer.units.length > 1
  const cards = answer.units.map(({ unit, note }) =>
    card(unit, told(several ? m.tier[unit.tier] : undefined, note), client),
  )
  return html`
    <h3 class="lead" tabindex="-1" data-focus>${m.resolved(answer.service.title, answer.area?.name)}</h3>
    ${moved(answer, m)}
    <div class="offices">${cards}</div>
    ${answer.others.length ? others(answer.others, client, m) : nothing}
  `
}

/** Plainly: nothing is recorded; and whom to ask instead. */
export function unrecorded(answer: Unrecorded, client: ApiClient, m: AnswersMessages): TemplateResult {
  const { service, area, fallback } = answer
  const higher = fallback.area?.name
  return html`
    <h3 tabindex="-1" data-focus>${m.unrecorded}</h3>
    ${moved(answer, m)}
    <p part="state">${m.unrecordedMeaning(service.title, area?.name ?? m.here)}</p>
    ${fallback.unit ? html`<h3>${m.fallback}</h3>` : nothing}
    ${fallback.unit ? card(fallback.unit, m.tier[fallback.unit.tier], client) : nothing}
    ${!fallback.unit && higher ? html`<p>${m.fallbackArea(higher)}</p>` : nothing}
    <slot></slot>
  `
}
