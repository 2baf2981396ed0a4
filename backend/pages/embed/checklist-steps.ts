import { html } from 'hono/html'
import type { Checklist } from '@amtsweg/contract'
import { day, duration } from '@amtsweg/messages/durations.ts'
import { type Ask, meansOf } from './page-parts.ts'

/** What to do in the life situation that the words speak of. */
export function checklistSteps(ask: Ask, { title, intro, lang, steps, source, updatedAt }: Checklist) {
  const { words, to } = meansOf(ask)
  const m = words.checklist
  const time = ({ moment, value, unit }: Checklist['steps'][number]['when']): string => {
    if (!value || !unit) return m[moment]
    const length = duration({ value, unit }, ask.question.lang, m)
    return moment === 'before' ? m.ahead(length) : m.within(length)
  }
  const times = Map.groupBy(steps, ({ when }) => time(when))
  return html`<section class="aside">
      <h2 lang="${lang}">${title}</h2>
      ${intro ? html`<p lang="${lang}">${intro}</p>` : ''}
      ${[...times].map(
        ([when, due]) =>
          html`<h3>${when}</h3>
            <ol class="steps" lang="${lang}">
              ${due.map(
                ({ text, basis, service }) =>
                  html`<li>
                    ${text} ${basis ? html`<span class="muted">(${basis})</span>` : ''}
                    ${
                      service
                        ? html`<br /><a
                              href="${to({ q: ask.question.said.q, service: service.id })}"
                              target="_self"
                              lang="${service.lang}"
                              >${service.title}</a
                            >`
                        : ''
                    }
                  </li>`,
              )}
            </ol>`,
      )}
      <p class="note">
        ${[source.name, updatedAt && m.updated(day(updatedAt, ask.question.lang))].filter(Boolean).join(' · ')}
      </p>
    </section>
    <h2>${m.services}</h2>`
}
