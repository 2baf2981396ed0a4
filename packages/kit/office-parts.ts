import { html, nothing, type TemplateResult } from 'lit'
import type { Address, Contact, OpeningSpan, Source, Unit } from '@amtsweg/contract'
import type { DirectoryMessages } from '@amtsweg/messages'
import { dialable } from '@amtsweg/messages/vcard.ts'
import { date, dateRange } from './format.ts'
import { hoursRows, weekdayName } from './hours.ts'
import { icon } from './icons.ts'
import { dayOf, shortTime } from './opening-text.ts'

type Part = TemplateResult | typeof nothing
const webAddress = /^https?:\/\//i

const addressLines = ({ addition, street, houseNumber, postcode, city }: Address): string[] =>
  [
    addition,
    [street, houseNumber].filter(Boolean).join(' '),
    [postcode, city].filter(Boolean).join(' '),
  ].filter((line) => line !== undefined && line !== '') as string[]

/** Plain links: nothing is asked of a map service until the reader follows one. */
function routeLinks(unit: Unit, address: Address | undefined, m: DirectoryMessages): Part {
  const { position } = unit
  if (!position && !address) return nothing
  const text = encodeURIComponent(address ? addressLines({ ...address, addition: undefined }).join(', ') : '')
  const at = position && `${position.lat},${position.lon}`
  const route = at
    ? `https://www.openstreetmap.org/directions?to=${encodeURIComponent(at)}`
    : `https://www.openstreetmap.org/search?query=${text}`
  return html`
    <a part="action" class="action no-print" href=${route} rel="noopener"
      >${icon('route')} ${m.route} (${m.routeVia})</a
    >
    <a part="action" class="action touch no-print" href="geo:${at ?? '0,0'}?q=${at ?? text}"
      >${icon('place')} ${m.map}</a
    >
  `
}

/** Where the office is and how to get there. */
export function addressPart(unit: Unit, lang: string, m: DirectoryMessages): Part {
  const visitor = unit.addresses.find(({ kind }) => kind === 'visitor')
  if (!unit.addresses.length && !unit.position) return nothing
  return html`
    <section>
      ${unit.addresses.map(
        (address) => html`
          <h4>${m.address[address.kind]}</h4>
          <p class="address">${addressLines(address).map((line) => html`<span>${line}</span>`)}</p>
          ${address.asOf ? html`<p class="small muted">${m.addressAsOf(date(address.asOf, lang))}</p>` : nothing}
        `,
      )}
      ${routeLinks(unit, visitor, m)}
    </section>
  `
}

const contactTargets: Record<Contact['kind'], (value: string) => string | undefined> = {
  phone: (value) => `tel:${dialable(value)}`,
  fax: () => undefined,
  email: (value) => `mailto:${value}`,
  deMail: (value) => `mailto:${value}`,
  website: (value) => value,
  contactForm: (value) => value,
  appointment: (value) => value,
}
const contactIcons = { phone: 'phone', email: 'mail', website: 'web' } as const

function contactLine(contact: Contact, lang: string, m: DirectoryMessages): Part {
  const { kind, value, label, unreachableOn } = contact
  const target = contactTargets[kind](value)
  const isWeb = kind === 'website' || kind === 'contactForm' || kind === 'appointment'
  if (isWeb && !webAddress.test(value)) return nothing
  const name = label ?? m.contact[kind]
  if (isWeb) {
    return html`<p>
      <a class="action" href=${target!} rel="noopener">${icon('web')} ${name}</a>
      ${unreachableOn ? html`<span class="small muted">(${m.unreachable(date(unreachableOn, lang))})</span>` : nothing}
    </p>`
  }
  const symbol = contactIcons[kind as keyof typeof contactIcons]
  return html`<p class="contact">
    ${symbol ? icon(symbol) : html`<span class="icon"></span>`}
    <span
      ><span class="visually-hidden">${name}: </span
      >${target ? html`<a href=${target}>${value}</a>` : html`${name} <bdi>${value}</bdi>`}
      ${label && target ? html`<span class="small muted">${label}</span>` : nothing}</span
    >
  </p>`
}

const order: readonly Contact['kind'][] = [
  'phone',
  'email',
  'appointment',
  'website',
  'contactForm',
  'deMail',
  'fax',
]
const isAppointment = ({ kind, unreachableOn }: Contact) => kind === 'appointment' && !unreachableOn

/** The main action, where the office takes appointments; a page that leads nowhere is only told among the contacts. */
export function appointmentPart({ contacts }: Unit, m: DirectoryMessages): Part {
  const appointment = contacts.find((contact) => isAppointment(contact) && webAddress.test(contact.value))
  if (!appointment) return nothing
  const { value, label } = appointment
  return html`<p>
    <a part="action" class="button" href=${value} rel="noopener">${label ?? m.contact.appointment}</a>
  </p>`
}

/** Phone first, then what needs no waiting. */
export function contactsPart(unit: Unit, lang: string, m: DirectoryMessages): Part {
  const listed = unit.contacts.filter((contact) => !isAppointment(contact))
  const contacts = order.flatMap((wanted) => listed.filter(({ kind }) => kind === wanted))
  if (!contacts.length) return nothing
  return html`<section>
    <h4>${m.contacts}</h4>
    ${contacts.map((contact) => contactLine(contact, lang, m))}
  </section>`
}

const span = ({ opens, closes, note, byAppointment }: OpeningSpan, m: DirectoryMessages) => html`
  <span class="span">
    <span class="time">${shortTime(opens)}–${shortTime(closes)}</span>
    ${byAppointment ? html`<span class="small muted">${m.byAppointment}</span>` : nothing}
    ${note ? html`<bdi class="small muted">${note}</bdi>` : nothing}
  </span>
`

/** The week, and what differs from it in the next two weeks. */
export function hoursPart(unit: Unit, now: Date, lang: string, m: DirectoryMessages): Part {
  const { hours } = unit
  if (!hours) return nothing
  const today = dayOf(now)
  const weekday = new Date(today).getUTCDay() || 7
  const soon = dayOf(new Date(now.getTime() + 14 * 86_400_000))
  const exceptions = hours.exceptions.filter(({ from, to }) => to >= today && from <= soon)
  const free = unit.holidays.filter(
    ({ date }) =>
      date >= today && date <= soon && !exceptions.some(({ from, to }) => from <= date && to >= date),
  )
  const days = (from: string, to: string) => dateRange(from, to, lang)
  return html`<section>
    <h4 id="hours">${m.hours}</h4>
    <table aria-labelledby="hours">
      <tbody>
        ${hoursRows(hours).map(
          ({ from, to, spans }) => html`
            <tr class=${from <= weekday && weekday <= to ? 'today' : ''}>
              <th scope="row">
                ${from === to ? weekdayName(from, lang) : m.days(weekdayName(from, lang), weekdayName(to, lang))}
              </th>
              <td>${spans.length ? spans.map((one) => span(one, m)) : m.closedDay}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
    ${hours.note ? html`<p class="small muted"><bdi>${hours.note}</bdi></p>` : nothing}
    ${
      exceptions.length + free.length
        ? html`<h4>${m.differs}</h4>
            <ul class="bare">
              ${exceptions.map(
                ({ from, to, spans, reason }) =>
                  html`<li>
                    ${days(from, to)}:
                    ${spans.map(({ opens, closes }) => `${shortTime(opens)}–${shortTime(closes)}`).join(', ') || m.closedDay}
                    ${reason ? `(${reason})` : nothing}
                  </li>`,
              )}
              ${free.map(({ date, name }) => html`<li>${days(date, date)}: ${m.closedDay} (${name})</li>`)}
            </ul>`
        : nothing
    }
  </section>`
}

/** What a reader with a disability has to know before leaving home. */
export function accessibilityPart({ accessibility }: Unit, m: DirectoryMessages): Part {
  if (!accessibility) return nothing
  const known = (['stepFree', 'toilet', 'parking', 'lift'] as const).flatMap((kind) => {
    const value = accessibility[kind]
    return value && value !== 'unknown' ? (m[kind] as Record<string, string>)[value]! : []
  })
  if (!known.length && !accessibility.note) return nothing
  return html`<section>
    <h4>${m.accessibility}</h4>
    <ul class="bare">
      ${known.map((text) => html`<li>${text}</li>`)}
    </ul>
    ${accessibility.note ? html`<p class="small muted"><bdi>${accessibility.note}</bdi></p>` : nothing}
  </section>`
}

/** Where the data come from and on which terms (attribution is a condition of most licences). */
export function attributionPart(
  unit: Unit,
  sources: readonly Source[],
  lang: string,
  m: DirectoryMessages,
): Part {
  const used = sources.filter(({ id }) => unit.sources.includes(id))
  if (!used.length && !unit.invented) return nothing
  return html`<footer class="small muted">
    ${unit.invented ? html`<p>${m.inventedMeaning}</p>` : nothing}
    ${used.map(
      ({ name, attribution, url, asOf, licence, licenceUrl }) =>
        html`<p>
          ${m.source}:
          <bdi
            >${url ? html`<a href=${url} rel="noopener">${attribution ?? name}</a>` : (attribution ?? name)}</bdi
          >${
            asOf ? ` · ${m.asOf(date(asOf, lang))}` : nothing
          }${licence ? html` · ${licenceUrl ? html`<a href=${licenceUrl} rel="noopener license">${licence}</a>` : licence}` : nothing}
        </p>`,
    )}
  </footer>`
}
