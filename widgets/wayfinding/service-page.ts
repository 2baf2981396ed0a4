import { html, nothing, type TemplateResult } from 'lit'
import type { ModuleCode, Service, ServiceLink } from '@amtsweg/contract'
import { errorState, staleState } from '@amtsweg/kit'
import { richText } from '@amtsweg/kit/rich-text.ts'
import { messages as authorsInGerman } from '@amtsweg/messages/authors/de.ts'
import { supplementTitle, textTitle } from '@amtsweg/messages/authorship.ts'
import { deadlineText, duration } from '@amtsweg/messages/durations.ts'
import { feeAtAGlance } from '@amtsweg/messages/fees.ts'
import { messages as servicesInGerman } from '@amtsweg/messages/services/de.ts'
import { authorsList } from './authors.ts'
import type { DeadlineForm } from './deadline-form.ts'
import { partSteps } from './next-steps.ts'
import { printAlone } from './print.ts'
import { requiredDocuments } from './required-documents.ts'
import { deadlines, fees, has, isForeign, links, moduleText, type Told } from './service-sections.ts'
import type { PageWords, ServiceData } from './service-view.ts'
import { onlineServices, unreachableNote } from './unreachable.ts'
import type { Frame } from './view.ts'

export { JsonLd } from './json-ld.ts'
export { styles } from './service-page.styles.ts'
export const german: PageWords = { ...servicesInGerman, ...authorsInGerman }

const section = (title: string, content: unknown, when: unknown = true, name = '') =>
  when
    ? html`<section part="section" class=${name}>
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

/** The form that counts is code of its own: most readers know their deadline. */
const counting = new WeakMap<Element, DeadlineForm | 'unreachable'>()

function countDeadline({ service, words, lang }: Told, area: string, { host, client, m }: Frame) {
  if (!service.deadlines.some(({ runs }) => runs)) return nothing
  const form = counting.get(host)
  const load = async () => {
    const made = await import('./deadline-form.ts').then(
      ({ DeadlineForm }) => new DeadlineForm(host),
      () => 'unreachable' as const,
    )
    counting.set(host, made)
    host.requestUpdate()
  }
  const toggle = ({ target }: Event) => {
    if ((target as HTMLDetailsElement).open && !form) void load()
  }
  const ask = { client, service: service.id, area, lang, words, m }
  const content =
    form === 'unreachable'
      ? errorState(m, { name: 'NetworkError' }, () => void load())
      : (form?.render(ask) ?? html`<p class="muted" role="status">${m.loading}</p>`)
  const answered = form && form !== 'unreachable' && form.answered
  return html`<details part="count-deadline" class="count ${answered ? '' : 'no-print'}" @toggle=${toggle}>
    <summary>${words.countDeadline}</summary>
    <div class="unfolded">${content}</div>
  </details>`
}

/** What comes after the reader's own steps: those of the authority, how long they take, and what if one disagrees. */
function nextSteps(told: Told) {
  const { service, words, lang } = told
  const module = service.modules.find(({ code }) => code === '11')
  const { own, later, from } = partSteps(module?.content ?? [], module?.lang ?? '')
  const time = service.processingTime
  const content = html`
    ${
      later.length
        ? html`<ol class="text" lang=${module!.lang} start=${from}>
            ${richText(later, unreachableNote(told))}
          </ol>`
        : nothing
    }
    ${time ? html`<p>${words.takes(duration(time, lang, words), time.text)}</p>` : nothing}
    ${
      has(service, '25')
        ? html`<h4>${words.modules['25']}</h4>
            ${moduleText(told, '25')}`
        : nothing
    }
  `
  return {
    own: moduleText(told, '11', { content: own }),
    next: section(words.next, content, later.length || time || has(service, '25'), 'next'),
  }
}

/** Long texts that a reader may need, in the order in which questions come up. */
const texts: readonly (keyof Told['words']['modules'])[] = ['16', '06', '15']

const isLocal = ({ provenance: { layer } }: Service) => !['bund', 'land'].includes(layer)

/** Whose text this is, in one line, and all who wrote for those who want to know. */
function authors(told: Told) {
  const { service, words, lang } = told
  const added = service.modules.flatMap(({ supplements }) => supplements.map(({ provenance }) => provenance))
  const titles = [...new Set(added.map((provenance) => supplementTitle(provenance, lang, words)))]
  return html`
    <p part="author" class="small muted">
      ${[textTitle(service.provenance, lang, words), ...titles].join(' · ').replace(/\.?$/, '.')}
    </p>
    ${folded(
      words.by.who,
      html`${authorsList(service, lang, words)}
      ${
        has(service, '18')
          ? html`<h4>${words.author}</h4>
              ${moduleText(told, '18')}`
          : nothing
      }`,
      true,
    )}
  `
}

function attribution({ service, words }: Told, { sources }: ServiceData, host: Element) {
  const named = sources.filter(({ id }) => service.sources.includes(id))
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
          ${words.sources}: <bdi>${attribution ?? name}</bdi>
          ${licenceUrl ? html`<a href=${licenceUrl} rel="noopener license">${licence}</a>` : licence}
        </p>`,
    )}
    <button part="print" type="button" class="button plain" @click=${() => printAlone(host)}>
      ${words.print}
    </button>
  </footer>`
}

/** Before anything else, where the reader's area does not offer it: nobody should prepare for nothing. */
const withdrawn = ({ service: { withdrawal }, words }: Told) =>
  withdrawal
    ? html`<div part="withdrawn" class="aside">
        <p><strong>${words.withdrawn(withdrawal.areaName)}</strong></p>
        <p lang=${withdrawal.lang}>${withdrawal.reason}</p>
      </div>`
    : nothing

/** The page of a service: first what it takes and where, then how, then why. */
export function servicePage(data: ServiceData, frame: Frame): TemplateResult {
  const { service, words } = data
  const { lang, m } = frame
  const told: Told = { service, words, lang }
  const foreign = service.modules.filter((module) => isForeign(module, lang)).length
  const note = foreign && foreign < service.modules.length
  const module = (code: ModuleCode, title: string) =>
    section(title, moduleText(told, code), has(service, code))
  const steps = nextSteps(told)
  return html`<article part="service" class="service">
    ${staleState(m, service, lang)} ${withdrawn(told)}
    ${foreign ? html`<p class="small muted">${note ? words.partlyGerman : words.onlyGerman}</p>` : nothing}
    ${isLocal(service) ? html`<p part="author" class="small muted">${textTitle(service.provenance, lang, words)}</p>` : nothing}
    <div class="lead">${moduleText(told, has(service, '24') ? '24' : '05', { note: false })}</div>
    ${online(told)} ${glance(told)} ${has(service, '24') ? moduleText(told, '05', { note: false }) : nothing}
    ${office(told, frame)}
    ${section(
      words.documents,
      html`${moduleText(told, '08')}
      ${service.documents.length ? requiredDocuments(told, frame.host) : nothing}`,
      service.documents.length || has(service, '08'),
      'bring',
    )}
    ${section(
      words.forms,
      html`${links(service.forms, told)} ${moduleText(told, '14')}`,
      service.forms.length || has(service, '14'),
    )}
    ${module('09', words.modules['09'])} ${section(words.modules['11'], steps.own, has(service, '11'))}
    ${section(words.cost, fees(told), service.fees.length)}
    ${section(words.deadlines, html`${deadlines(told)} ${countDeadline(told, data.area, frame)}`, service.deadlines.length)}
    ${steps.next} ${texts.map((code) => module(code, words.modules[code]))}
    <div class="foot">
      ${folded(
        words.legal,
        html`${links(service.legalBasis, told)} ${moduleText(told, '07')}`,
        service.legalBasis.length || has(service, '07'),
      )}
      ${authors(told)}
    </div>
    ${attribution(told, data, frame.host)}
  </article>`
}
