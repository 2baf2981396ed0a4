import { html, nothing, type TemplateResult } from 'lit'
import type { ServicePage, ServiceSummary } from '@amtsweg/contract'
import { skeleton } from '@amtsweg/kit'
import { beforeResults, type ChecklistData, loadChecklist } from './checklist.ts'
import { type Ask, type Frame, pagesOf, type View } from './view.ts'

/** Services that match the step, as far as the reader has asked for. */
export const loadServices = ({ client, step, area, lang, pages, signal }: Ask): Promise<ServicePage> => {
  const { q, audience, lifeSituation } = step
  return pagesOf(pages, (cursor) =>
    client.services({ q, audience, lifeSituation, area, lang, limit: 20, cursor, signal }),
  )
}

const line = ({ id, title, teaser, online, lang }: ServiceSummary, index: number, frame: Frame) => html`
  <li part="result" lang=${lang}>
    ${frame.link({ view: 'service', service: id, title }, title, `item-${index}`)}
    ${teaser ? html`<p>${teaser}</p>` : nothing}
    <p class="small muted" lang=${frame.lang}>
      ${[online && frame.m.online, lang === 'de' && frame.lang !== lang && frame.m.onlyGerman].filter(Boolean).join(' · ')}
    </p>
  </li>
`

export const moreButton = (next: string | null, { m, more }: Frame): TemplateResult | typeof nothing =>
  next
    ? html`<button part="more" type="button" class="button quiet" @click=${more}>${m.more}</button>`
    : nothing

/** A list of services with a button for more of them. */
export const serviceList = ({ items, next }: ServicePage, frame: Frame): TemplateResult => html`
  <p class="muted">${items.length ? frame.m.found(items.length, !!next) : frame.m.noneHere}</p>
  <ul part="results" class="list">
    ${items.map((item, index) => line(item, index, frame))}
  </ul>
  ${moreButton(next, frame)}
`

export const servicesShape = html`<div class="shapes">${[1, 2, 3, 4].map(() => skeleton(5, 10, 7))}</div>`

/** So many are seen at a glance and need no filter. */
const few = 5

const audiences = [undefined, 'citizen', 'business'] as const

const filter = ({ m, step, refine }: Frame) => html`
  <div class="filter" role="group" aria-label=${m.audience}>
    ${audiences.map(
      (audience) =>
        html`<button
          type="button"
          class="way"
          aria-pressed=${audience === step.audience}
          @click=${() => refine({ ...step, audience })}
        >
          ${m.audiences[audience ?? 'all']}
        </button>`,
    )}
  </div>
`

const none = ({ m, link, step }: Frame) => html`
  <div part="state">
    <p><strong>${m.none(step.q!)}</strong></p>
    <p>${m.noneHelp}</p>
  </div>
  <ul class="list">
    <li>${link({ view: 'life-situations' }, m.way['life-situations'])}</li>
    <li>${link({ view: 'a-z', letter: 'A' }, m.aToZ)}</li>
  </ul>
  <slot></slot>
`

interface Results extends ServicePage {
  readonly checklist: ChecklistData | undefined
}

/** What was found for the reader's words, and first what they ask for. */
export const resultsView: View<Results> = {
  heading: ({ q }, m) => m.results(q!),
  async load(ask) {
    const [page, checklist] = await Promise.all([loadServices(ask), loadChecklist(ask)])
    return { ...page, checklist }
  },
  shape: servicesShape,
  status: ({ items, next }, m) => (items.length ? m.found(items.length, !!next) : ''),
  render: (page, frame) => {
    const { step } = frame
    const choice = page.items.length > few || step.audience ? filter(frame) : nothing
    const found = page.items.length ? html`${choice} ${serviceList(page, frame)}` : undefined
    if (page.checklist) return beforeResults(page.checklist, frame, found)
    return found ?? html`${choice} ${none(frame)}`
  },
}
