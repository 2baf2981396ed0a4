import { html, nothing, type TemplateResult } from 'lit'
import type { Holiday, OpeningHours } from '@amtsweg/contract'
import { daysLater, ruleOfHoliday } from './hours-draft.ts'
import { hoursWords as words } from './hours-words.ts'
import { hoursText } from './typed-hours.ts'

interface Choices {
  readonly onOther: (holiday: Holiday) => void
  readonly onEve: (holiday: Holiday) => void
}

/** `Fr., 25. Dezember 2026` */
export const dayText = (date: string): string =>
  new Intl.DateTimeFormat('de', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(date))

/** The next public holidays of the Land, what happens on each, and what a clerk may want there. */
export function holidaysPart(
  holidays: readonly Holiday[],
  hours: OpeningHours,
  { onOther, onEve }: Choices,
): TemplateResult {
  const eveIsFree = ({ date }: Holiday) => {
    const eve = daysLater(date, -1)
    return !holidays.some((one) => one.date === eve) && !ruleOfHoliday({ date: eve, name: '' }, hours)
  }
  return html`
    <section aria-labelledby="holidays">
      <h2 id="holidays">${words.holidays}</h2>
      <p class="help">${holidays.length ? words.holidaysHelp : words.noHolidays}</p>
      <ul class="bare">
        ${holidays.map((holiday) => {
          const rule = ruleOfHoliday(holiday, hours)
          return html`<li class="holiday">
            <span
              ><strong>${dayText(holiday.date)}</strong>, ${holiday.name}:
              ${words.rule(rule ? hoursText(rule.spans) : '')}</span
            >
            <span class="row">
              ${
                rule
                  ? nothing
                  : html`<button
                      type="button"
                      class="button plain"
                      aria-label=${words.otherwise(holiday.name)}
                      @click=${() => onOther(holiday)}
                    >
                      ${words.otherwiseShort}
                    </button>`
              }
              ${
                eveIsFree(holiday)
                  ? html`<button
                      type="button"
                      class="button plain"
                      aria-label=${words.eve(holiday.name)}
                      @click=${() => onEve(holiday)}
                    >
                      ${words.eveShort}
                    </button>`
                  : nothing
              }
            </span>
          </li>`
        })}
      </ul>
    </section>
  `
}
