import { html, nothing, type TemplateResult } from 'lit'
import type { ModuleCode, ServiceLink } from '@amtsweg/contract'
import { staleState } from '@amtsweg/kit'
import { day, deadlineText, duration } from '@amtsweg/messages/durations.ts'
import { feeAtAGlance } from '@amtsweg/messages/fees.ts'
import { printAlone } from './print.ts'
import {
  deadlines,
  documents,
  fees,
  has,
  isForeign,
  links,
  moduleText,
  type Told,
} from './service-sections.ts'
import type { ServiceData } from './service-view.ts'
import { onlineServices } from './unreachable.ts'
import type { Frame } from './view.ts'

export { messages as german } from '@amtsweg/messages/services/de.ts'
export { JsonLd } from './json-ld.ts'
export { styles } from './service-page.styles.ts'

const section = (title: string, content: unknown, when: unknown = true) =>
  when
    ? html`<section part="section">
        <h3>${title}</h3>
        ${content}
      </section>`
    : nothing

/** For those who look for it; the others need not read past it. */
const folded = (title: string, content: unknown, when: unknown) =>
  when
    ? html`<details part="section">
        <summary><h3>${title}</h3></summary>
        <div class="unfolded">${content}</div>
      </details>`
    : nothing

/** The main action of the page, where the service can be done at home; what cannot be reached is no action. */
function online(told: Told) {
  const { words } = told
  const { usable, unreachable } = onlineServices(told)
  return html`${usable.length ? actions(usable, words) : nothing}
  ${
    unreachable.length
      ? html`<div part="unreachable-online">
          <h3>${words.onlineUnreachable}</h3>
          ${links(unreachable, told)}
        </div>`
      : nothing
  }`
}

const actions = (usable: readonly ServiceLink[], words: Told['words']) =>
  html`<div class="actions">
    ${usable.map(
      ({ title, url, invented }, index) =>
        html`<div>
          <a
            part="online"
            class="button ${index ? 'quiet' : ''}"
            href=${url!}
            rel="noopener"
            title=${invented ? words.onlineNote : title}
            >${usable.length > 1 ? words.onlineAt(title) : words.online}</a
          >
          <p class="only-print">${words.onlineAt(title)}, ${url}</p>
          ${invented ? html`<p class="small muted">${words.onlineNote}</p>` : nothing}
        </div>`,
    )}
  </div>`

function glance(told: Told) {
  const { service, words, lang } = told
  const time = service.processingTime
  const cost = feeAtAGlance(service.fees, lang, words.fee)
  const deadline = service.deadlines.find((one) => deadlineText(one, lang, words))
  const facts = [
    [words.cost, cost?.amount, cost?.note],
    [words.duration, time && duration(time, lang, words), time?.text],
    [words.deadline, deadline && deadlineText(deadline, lang, words), deadline?.text],
  ].filter(([, fact]) => fact)
  if (!facts.length) return nothing
  return html`<dl part="facts" class="facts" aria-label=${words.glance}>
    ${facts.map(
      ([name, fact, note]) =>
        html`<div>
          <dt class="small muted">${name}</dt>
          <dd class="fact">${fact}</dd>
          ${note ? html`<dd class="small muted">${note}</dd>` : nothing}
        </div>`,
    )}
  </dl>`
}

/** The office comes with code of its own; until then, and without it, the reader knows whom to ask. */
const office = (told: Told, { client, api, area, placed }: Frame) => html`
  <section part="office" class="office">
    <h3>${told.words.office}</h3>
    ${moduleText(told, '22')}
    <amt-responsibility-finder
      embedded
      loading="eager"
      service=${told.service.id}
      area=${area}
      api=${api}
      .client=${client}
      exportparts="office: unit, office-name, open-state, action"
    >
      <p>${told.words.officeFallback}</p>
    </amt-responsibility-finder>
    ${placed ? nothing : html`<p class="only-print">${told.words.officeFallback}</p>`}
    ${moduleText(told, '23')}
  </section>
`

/** Long texts that a reader may need, in the order in which questions come up. */
const texts: readonly (keyof Told['words']['modules'])[] = ['09', '11', '06', '16', '15']

function attribution({ service, words, lang }: Told, { sources }: ServiceData, host: Element) {
  const named = sources.filter(({ id }) => service.sources.includes(id))
  const asOf = service.updatedAt ?? named[0]?.asOf
  return html`<footer class="footer small muted">
    ${
      named.some(({ invented }) => invented)
        ? html`<p title=${words.inventedMeaning}>
            <strong>${words.invented}.</strong> ${words.inventedMeaning}
          </p>`
        : nothing
    }
    ${named.map(
      ({ name, attribution, licence, licenceUrl }) =>
        html`<p part="source">
          ${words.sources}: ${attribution ?? name}
          ${licenceUrl ? html`<a href=${licenceUrl} rel="noopener license">${licence}</a>` : licence}
        </p>`,
    )}
    ${asOf ? html`<p>${words.updated(day(asOf, lang))}</p>` : nothing}
    <button part="print" type="button" class="button plain" @click=${() => printAlone(host)}>
      ${words.print}
    </button>
  </footer>`
}

/** The page of a service: first what it takes and where, then how, then why. */
export function servicePage(data: ServiceData, frame: Frame): TemplateResult {
  const { service, words } = data
  const { lang, m } = frame
  const told: Told = { service, words, lang }
  const foreign = service.modules.filter((module) => isForeign(module, lang)).length
  const note = foreign && foreign < service.modules.length
  const module = (code: ModuleCode, title: string) =>
    section(title, moduleText(told, code), has(service, code))
  return html`<article part="service" class="service">
    ${staleState(m, service, lang)}
    ${foreign ? html`<p class="small muted">${note ? words.partlyGerman : words.onlyGerman}</p>` : nothing}
    <div class="lead">${moduleText(told, has(service, '24') ? '24' : '05', false)}</div>
    ${online(told)} ${glance(told)} ${has(service, '24') ? moduleText(told, '05', false) : nothing}
    ${office(told, frame)}
    ${section(
      words.documents,
      html`${moduleText(told, '08')} ${service.documents.length ? documents(told) : nothing}`,
      service.documents.length || has(service, '08'),
    )}
    ${texts.slice(0, 2).map((code) => module(code, words.modules[code]))}
    ${section(words.cost, fees(told), service.fees.length)}
    ${section(words.deadlines, deadlines(told), service.deadlines.length)}
    ${texts.slice(2).map((code) => module(code, words.modules[code]))}
    ${section(
      words.forms,
      html`${links(service.forms, told)} ${moduleText(told, '14')}`,
      service.forms.length || has(service, '14'),
    )}
    ${folded(words.modules['25'], moduleText(told, '25'), has(service, '25'))}
    ${folded(
      words.legal,
      html`${links(service.legalBasis, told)} ${moduleText(told, '07')}`,
      service.legalBasis.length || has(service, '07'),
    )}
    ${folded(words.author, moduleText(told, '18'), has(service, '18'))} ${attribution(told, data, frame.host)}
  </article>`
}
