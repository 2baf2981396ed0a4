import { html } from 'hono/html'
import type { Asked } from '../address.ts'
import { type Ask, meansOf } from './page-parts.ts'

const starts = ['search', 'life-situations', 'a-z'] as const

/** At a start: the other ways. */
export function startWays(ask: Ask, current: (typeof starts)[number]) {
  const { words, to } = meansOf(ask)
  const { ways, way } = words.wayfinding
  return html`<nav class="ways" aria-label="${ways}">
    ${starts.map((name) =>
      name === current
        ? html`<span aria-current="page">${way[name]}</span>`
        : html`<a href="${to({ view: name })}" target="_self">${way[name]}</a>`,
    )}
  </nav>`
}

/** Deeper: the way back to the step before, or to the start where there is none. */
export function backWay(ask: Ask, before: Asked = {}) {
  const { words, to } = meansOf(ask)
  const step = Object.values(before).some(Boolean) ? before : undefined
  const name = step ? words.wayfinding.back : words.wayfinding.start
  return html`<nav class="ways" aria-label="${words.wayfinding.ways}">
    <a href="${to(step ?? { view: 'search' })}" target="_self">${name}</a>
  </nav>`
}
