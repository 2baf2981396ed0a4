import { html, nothing, type TemplateResult } from 'lit'
import type { ApiClient } from '@amtsweg/client'
import type { Responsibility, ResponsibleUnit } from '@amtsweg/contract'
import type { ResponsibilityMessages } from '@amtsweg/messages'

type Resolved = Extract<Responsibility, { status: 'resolved' }>
type Unrecorded = Extract<Responsibility, { status: 'unrecorded' }>

const exported = 'office, name: office-name, open-state, action'

const card = (
  { unit, role, note }: ResponsibleUnit,
  client: ApiClient,
  m: ResponsibilityMessages,
  level = 4,
) => html`
  <amt-office-card
    exportparts=${exported}
    level=${level}
    note=${[m.tier[unit.tier], m.role[role], note].filter(Boolean).join(' · ')}
    .client=${client}
    .unit=${unit}
  ></amt-office-card>
`

const moved = ({ movedFrom, area }: Resolved | Unrecorded, m: ResponsibilityMessages) =>
  movedFrom && area ? html`<p part="moved" class="moved">${m.movedFrom(movedFrom, area.name)}</p>` : nothing

/** Who decides, as cards side by side; below, folded, who else takes part. */
export const resolved = (
  answer: Resolved,
  client: ApiClient,
  m: ResponsibilityMessages,
): TemplateResult => html`
  <h3 tabindex="-1" data-focus>${m.resolved(answer.units.length)}</h3>
  ${moved(answer, m)}
  <div class="offices">${answer.units.map((unit) => card(unit, client, m))}</div>
  ${
    answer.others.length
      ? html`<section class="others">
          <h3>${m.others}</h3>
          <div class="offices">
            ${answer.others.map(
              (other) =>
                html`<details part="other">
                  <summary>
                    <span class="other-name">${other.unit.name}</span>
                    <span class="small muted">${m.tier[other.unit.tier]} · ${m.role[other.role]}</span>
                  </summary>
                  ${card(other, client, m)}
                </details>`,
            )}
          </div>
        </section>`
      : nothing
  }
`

/** Plainly: nothing is recorded; and whom to ask instead. */
export const unrecorded = (
  answer: Unrecorded,
  client: ApiClient,
  m: ResponsibilityMessages,
): TemplateResult => {
  const { service, area, fallback } = answer
  const name = fallback.area?.name
  return html`
    <h3 tabindex="-1" data-focus>${m.unrecorded}</h3>
    ${moved(answer, m)}
    <p part="state">${m.unrecordedMeaning(service.title, area?.name ?? m.here)}</p>
    ${
      fallback.unit
        ? html`<h3>${m.fallback}</h3>
            <div class="offices">
              <amt-office-card
                exportparts=${exported}
                level="4"
                note=${m.tier[fallback.unit.tier]}
                .client=${client}
                .unit=${fallback.unit}
              ></amt-office-card>
            </div>`
        : nothing
    }
    ${!fallback.unit && name ? html`<p>${m.fallbackArea(name)}</p>` : nothing}
    <slot></slot>
  `
}
