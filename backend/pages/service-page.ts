import { html } from 'hono/html'
import type { ModuleCode, Service, ServiceLink, Source } from '@amtsweg/contract'
import { textTitle } from '@amtsweg/messages/authorship.ts'
import { deadlineText, duration } from '@amtsweg/messages/durations.ts'
import { feeAtAGlance } from '@amtsweg/messages/fees.ts'
import { type Alternate } from './citizen-layout.ts'
import { officeAnswer, type Place, type PlaceWays } from './office-section.ts'
import {
  deadlines,
  documents,
  fees,
  has,
  isWebAddress,
  links,
  moduleText,
  section,
  type Told,
} from './service-sections.ts'
import { tellUnreachable } from './unreachable.ts'
import { type PageLanguage, type Words, wordsIn } from './words.ts'

/** All that a page of a service tells. */
export interface ServicePageFacts {
  readonly service: Service
  readonly lang: PageLanguage
  readonly sources: readonly Source[]
  readonly place: Place
  readonly alternates: readonly Alternate[]
  /** How the reader goes on from here. */
  readonly ways: PlaceWays & {
    /** All services; left out where the page around leads there. */
    readonly all?: string
  }
}

/** Long texts that a reader may need, in the order in which questions come up. */
const early = ['09', '11'] as const
const late = ['06', '16', '15'] as const

/** The page of a service, in the order of the widget's: what it takes and where, then how, then why. */
export function servicePageBody({ lang, sources, place, alternates, ways, ...facts }: ServicePageFacts) {
  const service = tellUnreachable(facts.service, lang)
  const words = wordsIn[lang]
  const told: Told = { service, lang, words }
  const foreign = lang === 'de' ? 0 : service.modules.filter((module) => module.lang === 'de').length
  const only = foreign < service.modules.length ? words.service.partlyGerman : words.service.onlyGerman
  const text = (code: ModuleCode, title: string) => section(title, moduleText(told, code), has(service, code))
  return html`<article>
    ${withdrawn(told)} ${foreign > 0 ? html`<p class="muted">${only}</p>` : ''}
    <div class="lead">${moduleText(told, has(service, '24') ? '24' : '05')}</div>
    ${online(told)} ${glance(told)} ${has(service, '24') ? moduleText(told, '05') : ''}
    ${moduleText(told, '22')} ${section(words.service.office, officeAnswer(told, ways, place))}
    ${moduleText(told, '23')}
    ${section(
      words.service.documents,
      html`${moduleText(told, '08')} ${service.documents.length > 0 ? documents(told) : ''}`,
      service.documents.length > 0 || has(service, '08'),
    )}
    ${early.map((code) => text(code, words.service.modules[code]))}
    ${section(words.service.cost, fees(told), service.fees.length > 0)}
    ${section(words.service.deadlines, deadlines(told), service.deadlines.length > 0)}
    ${late.map((code) => text(code, words.service.modules[code]))}
    ${section(
      words.service.forms,
      html`${service.forms.length > 0 ? links(service.forms, told) : ''} ${moduleText(told, '14')}`,
      service.forms.length > 0 || has(service, '14'),
    )}
    ${text('25', words.service.modules['25'])}
    ${section(
      words.service.legal,
      html`${service.legalBasis.length > 0 ? links(service.legalBasis, told) : ''} ${moduleText(told, '07')}`,
      service.legalBasis.length > 0 || has(service, '07'),
    )}
    ${text('18', words.service.author)} ${attribution(told, sources)}
    ${ways.all ? html`<p><a href="${ways.all}">${words.page.all}</a></p>` : ''}
    ${
      alternates.length > 0
        ? html`<p class="muted formats">
            ${words.page.formats}:
            ${alternates.map(({ href, type, title }, index) => html`${index ? ', ' : ''}<a href="${href}" type="${type}">${title}</a>`)}
          </p>`
        : ''
    }
  </article>`
}

/** Before anything else, where the reader's area does not offer it. */
const withdrawn = ({ service: { withdrawal }, words }: Told) =>
  withdrawal
    ? html`<div class="aside">
        <p><strong>${words.service.withdrawn(withdrawal.areaName)}</strong></p>
        <p lang="${withdrawal.lang}">${withdrawal.reason}</p>
      </div>`
    : ''

/** The main action of the page, where the service can be done at home; what cannot be reached is no action. */
function online(told: Told) {
  const { onlineServices } = told.service
  const { words } = told
  const unreachable = onlineServices.filter((link) => link.unreachableOn)
  const usable = onlineServices.filter((link) => isWebAddress(link) && !link.unreachableOn)
  return html`${actions(usable, words)}
  ${section(words.service.onlineUnreachable, links(unreachable, told), unreachable.length > 0)}`
}

const actions = (usable: readonly ServiceLink[], { service: words }: Words) =>
  html`${usable.map(
    ({ title, url, invented }) =>
      html`<p>
        <a class="button" href="${url}" rel="noopener"
          >${usable.length > 1 ? words.onlineAt(title) : words.online}</a
        >
        ${invented ? html`<span class="note">${words.onlineNote}</span>` : ''}
        <span class="note to">${url}</span>
      </p>`,
  )}`

function glance({ service, lang, words: { service: words } }: Told) {
  const cost = feeAtAGlance(service.fees, lang, words.fee)
  const time = service.processingTime
  const deadline = service.deadlines.find((one) => deadlineText(one, lang, words))
  const facts = [
    [words.cost, cost?.amount, cost?.note],
    [words.duration, time && duration(time, lang, words), time?.text],
    [words.deadline, deadline && deadlineText(deadline, lang, words), deadline?.text],
  ].filter(([, fact]) => fact)
  if (facts.length === 0) return ''
  return html`<dl class="facts" aria-label="${words.glance}">
    ${facts.map(
      ([name, fact, note]) =>
        html`<div>
          <dt>${name}</dt>
          <dd class="fact">${fact}</dd>
          ${note ? html`<dd class="note">${note}</dd>` : ''}
        </div>`,
    )}
  </dl>`
}

function attribution({ service, lang, words }: Told, sources: readonly Source[]) {
  const named = sources.filter(({ id }) => service.sources.includes(id))
  return html`<footer>
    ${named.some(({ invented }) => invented) ? html`<p><strong>${words.service.invented}.</strong> ${words.service.inventedMeaning}</p>` : ''}
    ${named.map(
      ({ name, attribution: text, licence, licenceUrl }) =>
        html`<p>
          ${words.service.sources}: ${text ?? name}
          ${licenceUrl ? html`<a href="${licenceUrl}" rel="noopener license">${licence}</a>` : (licence ?? '')}
        </p>`,
    )}
    ${service.leistungsschluessel ? html`<p>${words.page.keyName}: ${service.leistungsschluessel}</p>` : ''}
    <p>
      ${textTitle(service.provenance, lang, words.service).replace(/\.?$/, '.')}
      ${words.service.by.author(service.provenance.author)}
    </p>
  </footer>`
}
