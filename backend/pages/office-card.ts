import { html } from 'hono/html'
import type { Accessibility, Address, Contact, OpeningHours, Unit } from '@amtsweg/contract'
import { day } from '@amtsweg/messages/durations.ts'
import { localeOf } from '@amtsweg/messages/languages.ts'
import type { PageLanguage, Words } from './words.ts'

/** One office with all that it takes to get there; `note` tells its part in the matter. */
export function officeCard(unit: Unit, note: string, lang: PageLanguage, { office: words }: Words) {
  const access = accessibility(unit.accessibility, words)
  return html`<div class="office">
    <h3 ${unit.lang === lang ? '' : html`lang="${unit.lang}"`}>${unit.name}</h3>
    ${note ? html`<p>${note}</p>` : ''}
    ${unit.invented ? html`<p class="muted">${words.inventedMeaning}</p>` : ''}
    <dl>
      ${unit.addresses.map(
        (one) =>
          html`<dt>${words.address[one.kind]}</dt>
            <dd><address>${addressLines(one)}</address></dd>`,
      )}
      ${unit.contacts.map(
        (one) =>
          html`<dt><bdi>${one.label ?? words.contact[one.kind]}</bdi></dt>
            <dd>
              ${contact(one)}
              ${one.unreachableOn ? html`<span class="note">${words.unreachable(day(one.unreachableOn, lang))}</span>` : ''}
            </dd>`,
      )}
      <dt>${words.hours}</dt>
      <dd>
        ${unit.hours && unit.hours.spans.length > 0 ? hours(unit.hours, lang, words.byAppointment) : words.unknownHours}
      </dd>
      ${
        access.length > 0
          ? html`<dt>${words.accessibility}</dt>
              <dd>${access.map((one, index) => html`${index ? ' · ' : ''}<bdi>${one}</bdi>`)}</dd>`
          : ''
      }
    </dl>
  </div>`
}

function accessibility(known: Accessibility | undefined, words: Words['office']): readonly string[] {
  if (!known) return []
  const { stepFree, toilet, parking, lift, note } = known
  const said = [
    stepFree === 'unknown' ? undefined : words.stepFree[stepFree],
    toilet && toilet !== 'unknown' ? words.toilet[toilet] : undefined,
    parking && parking !== 'unknown' ? words.parking[parking] : undefined,
    lift && lift !== 'unknown' ? words.lift[lift] : undefined,
    note,
  ]
  return said.filter((one) => one !== undefined)
}

const addressLines = ({ addition, street, houseNumber, postcode, city }: Address) => {
  const lines = [
    addition,
    [street, houseNumber].filter(Boolean).join(' '),
    [postcode, city].filter(Boolean).join(' '),
  ]
  return html`${lines.filter(Boolean).map((line, index) => html`${index ? html`<br />` : ''}<bdi>${line}</bdi>`)}`
}

/** Values were checked at import to be what their kind says. */
function contact({ kind, value }: Contact) {
  if (kind === 'phone') return html`<a href="tel:${value.replace(/[^\d+]/g, '')}" target="_self">${value}</a>`
  if (kind === 'email') return html`<a href="mailto:${value}" target="_self">${value}</a>`
  return /^https?:/i.test(value)
    ? html`<a href="${value}" rel="noopener"><bdi>${value}</bdi></a>`
    : html`<bdi>${value}</bdi>`
}

const monday = Date.UTC(2024, 0, 1)

/** A line for each day on which the office is open. */
function hours({ spans: all, note }: OpeningHours, lang: PageLanguage, byAppointment: string) {
  const name = new Intl.DateTimeFormat(localeOf(lang), { weekday: 'long', timeZone: 'UTC' })
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const times = all
      .filter((span) => span.weekday === weekday)
      .map((span) => `${span.opens}–${span.closes}${span.byAppointment ? ` (${byAppointment})` : ''}`)
    const day = name.format(new Date(monday + (weekday - 1) * 86_400_000))
    // Each span of time runs on its own: among Arabic words, the second would else stand before the first.
    const spans = times.map((time, index) => html`${index ? ' · ' : ''}<bdi>${time}</bdi>`)
    return times.length > 0 ? [html`${day}: ${spans}`] : []
  })
  return html`${days.map((line, index) => html`${index ? html`<br />` : ''}${line}`)}${note ? html`<br /><bdi>${note}</bdi>` : ''}`
}
