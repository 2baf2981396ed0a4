import { html } from 'hono/html'
import type { Address, Contact, OpeningHours, Responsibility, Unit } from '@amtsweg/contract'
import { day } from '@amtsweg/messages/durations.ts'
import { address } from './address.ts'
import { section, type Told } from './service-sections.ts'
import type { PageLanguage, Words } from './words.ts'

/** What became of the question where the reader lives. */
export interface Place {
  /** What was typed or chosen, to be shown again in the field. */
  readonly said?: string | undefined
  /** Who answers there; undefined where nothing was said. */
  readonly answer?: Responsibility | undefined
  /** True where nobody knows the place. */
  readonly unknown?: boolean
}

/** Where the reader has to go: the offices, a question back, or a field for the place. */
export const officeSection = (told: Told, path: string, place: Place) =>
  section(
    told.words.service.office,
    html`${answer(told, path, place)} ${place.answer?.status === 'resolved' ? '' : field(told, path, place)}`,
  )

function answer({ service, lang, words }: Told, path: string, { answer: given }: Place) {
  const fallback = html`<p>${words.service.officeFallback}</p>`
  if (!given) return fallback
  if (given.status === 'ambiguous')
    return html`<p>${words.page.choose}</p>
      <ul class="list">
        ${given.question.choices.map(
          ({ regionKey, label, detail }) =>
            html`<li>
              <a href="${address(path, { lang, area: regionKey })}">${label}</a>
              <span class="note">${detail}</span>
            </li>`,
        )}
      </ul>`
  const area =
    given.area &&
    html`<p class="muted">
      ${words.page.inArea(given.area.name)} ·
      <a href="${address(path, { lang })}">${words.page.otherPlace}</a>
    </p>`
  if (given.status === 'resolved')
    return html`${area} ${given.units.map(({ unit, note }) => office(unit, note, lang, words))}`
  const { unit } = given.fallback
  return html`${area}
    <p>
      ${words.responsibility.unrecordedMeaning(service.title, given.area?.name ?? words.responsibility.here)}
    </p>
    ${
      unit
        ? html`<p>${words.responsibility.fallback}:</p>
            ${office(unit, undefined, lang, words)}`
        : fallback
    }`
}

const field = ({ lang, words }: Told, path: string, { said, unknown }: Place) =>
  html`<form action="${path}" method="get">
    ${lang === 'de' ? '' : html`<input type="hidden" name="lang" value="${lang}" />`}
    <label for="place">${words.place.label}</label>
    <p class="muted" id="place-help">${words.place.help}</p>
    ${unknown ? html`<p id="place-error"><strong>${words.page.placeUnknown}</strong></p>` : ''}
    <div class="field">
      <input
        id="place"
        name="place"
        value="${said ?? ''}"
        maxlength="200"
        autocomplete="postal-code"
        aria-describedby="${unknown ? 'place-error place-help' : 'place-help'}"
        ${unknown ? html`aria-invalid="true"` : ''}
      />
      <button class="button">${words.page.find}</button>
    </div>
  </form>`

function office(unit: Unit, note: string | undefined, lang: PageLanguage, { office: words }: Words) {
  return html`<div class="office">
    <h3>${unit.name}</h3>
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
          html`<dt>${one.label ?? words.contact[one.kind]}</dt>
            <dd>
              ${contact(one)}
              ${one.unreachableOn ? html`<span class="note">${words.unreachable(day(one.unreachableOn, lang))}</span>` : ''}
            </dd>`,
      )}
      ${
        unit.hours && unit.hours.spans.length > 0
          ? html`<dt>${words.hours}</dt>
              <dd>${hours(unit.hours, lang, words.byAppointment)}</dd>`
          : ''
      }
    </dl>
  </div>`
}

const addressLines = ({ addition, street, houseNumber, postcode, city }: Address) => {
  const lines = [
    addition,
    [street, houseNumber].filter(Boolean).join(' '),
    [postcode, city].filter(Boolean).join(' '),
  ]
  return html`${lines.filter(Boolean).map((line, index) => html`${index ? html`<br />` : ''}${line}`)}`
}

/** Values were checked at import to be what their kind says. */
function contact({ kind, value }: Contact) {
  if (kind === 'phone') return html`<a href="tel:${value.replace(/[^\d+]/g, '')}">${value}</a>`
  if (kind === 'email') return html`<a href="mailto:${value}">${value}</a>`
  return /^https?:/i.test(value) ? html`<a href="${value}" rel="noopener">${value}</a>` : value
}

const monday = Date.UTC(2024, 0, 1)

/** A line for each day on which the office is open. */
function hours({ spans, note }: OpeningHours, lang: PageLanguage, byAppointment: string) {
  const name = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
    const times = spans
      .filter((span) => span.weekday === weekday)
      .map((span) => `${span.opens}–${span.closes}${span.byAppointment ? ` (${byAppointment})` : ''}`)
    const day = name.format(new Date(monday + (weekday - 1) * 86_400_000))
    return times.length > 0 ? [`${day}: ${times.join(', ')}`] : []
  })
  return html`${days.map((line, index) => html`${index ? html`<br />` : ''}${line}`)}${note ? html`<br />${note}` : ''}`
}
