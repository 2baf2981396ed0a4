import { html, nothing, type TemplateResult } from 'lit'
import type { Checklist, ChecklistStep, StepTime } from '@amtsweg/contract'
import type { ChecklistsMessages } from '@amtsweg/messages'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { messages as german } from '@amtsweg/messages/checklists/de.ts'
import { day, duration } from '@amtsweg/messages/durations.ts'
import { spoken } from '@amtsweg/messages/languages.ts'
import { styles } from './checklist-card.styles.ts'
import { printAlone } from './print.ts'
import { tick, ticked } from './ticks.ts'
import type { Frame } from './view.ts'

/** The words of the card; German comes with it. */
export async function wordsIn(lang: string): Promise<ChecklistsMessages> {
  const ours = spoken(lang)
  return ours === 'de' ? german : (await loadWords('checklists', ours)).messages
}

function dress({ host }: Frame): void {
  const { adoptedStyleSheets } = host.shadowRoot!
  if (!adoptedStyleSheets.includes(styles.styleSheet!)) adoptedStyleSheets.push(styles.styleSheet!)
}

function timeText({ moment, value, unit }: StepTime, words: ChecklistsMessages, lang: string): string {
  if (!value || !unit) return words[moment]
  const length = duration({ value, unit }, lang, words)
  return moment === 'before' ? words.ahead(length) : words.within(length)
}

type Numbered = ChecklistStep & { readonly number: number }

/** A paragraph sign alone at the end of a line says nothing. */
const law = (basis: string) => basis.replaceAll('§ ', '§\u00a0')

const serviceLink = ({ id, title, lang }: NonNullable<ChecklistStep['service']>, { link }: Frame) =>
  link({ view: 'service', service: id, title }, html`<span lang=${lang}>${title}</span>`)

const stepLine = ({ number, text, service, basis }: Numbered, id: string, frame: Frame) => html`
  <li>
    <label class="step">
      <input
        type="checkbox"
        .checked=${ticked(id).has(number)}
        @change=${(event: Event) => tick(id, number, (event.currentTarget as HTMLInputElement).checked)}
      />
      <span>
        <span class="said">${text}</span>
        ${basis ? html`<span class="small muted">(${law(basis)})</span>` : nothing}
      </span>
    </label>
    ${service ? serviceLink(service, frame) : nothing}
  </li>
`

/** What to do where the words that were typed speak of a life situation: steps under the time they fall due, to be ticked. */
export function checklistCard(checklist: Checklist, words: ChecklistsMessages, frame: Frame): TemplateResult {
  dress(frame)
  const { id, title, intro, lang, lifeSituation, steps, updatedAt, source } = checklist
  const numbered = steps.map((step, number) => ({ ...step, number }))
  const times = Map.groupBy(numbered, ({ when }) => timeText(when, words, frame.lang))
  return html`<section part="checklist" class="checklist" aria-labelledby="checklist">
    <h3 id="checklist" lang=${lang}>${title}</h3>
    ${intro ? html`<p lang=${lang}>${intro}</p>` : nothing}
    <p class="small muted no-print">${words.help}</p>
    ${[...times].map(
      ([time, due]) =>
        html`<div>
          <h4>${time}</h4>
          <ol part="steps" class="steps" lang=${lang}>
            ${due.map((step) => stepLine(step, id, frame))}
          </ol>
        </div>`,
    )}
    <div class="checklist-foot no-print">
      ${
        lifeSituation
          ? frame.link(
              { view: 'life-situation', lifeSituation: lifeSituation.id, title: lifeSituation.name },
              words.more(lifeSituation.name),
            )
          : nothing
      }
      <button part="print" type="button" class="button plain" @click=${() => printAlone(frame.host)}>
        ${words.print}
      </button>
    </div>
    <p part="source" class="small muted">
      ${[source.name, updatedAt && words.updated(day(updatedAt, frame.lang))].filter(Boolean).join(' · ')}
    </p>
  </section>`
}
