import { html, nothing } from 'lit'
import type { WayfindingMessages } from '@amtsweg/messages'
import { type Navigation, stepOf } from './navigation.ts'
import type { Frame } from './view.ts'

/** The three ways to a service, each a start of its own. */
export const ways = ['search', 'life-situations', 'a-z'] as const

const back = (text: string, go: () => void) => html`
  <button part="back" type="button" class="button plain back" @click=${go}>
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M20 12H5m6-6-6 6 6 6" /></svg>
    ${text}
  </button>
`

/** At a start: the other ways. Deeper: the way back. */
export function waysAround(m: WayfindingMessages, navigation: Navigation, link: Frame['link']): unknown {
  const way = ways.find((name) => name === navigation.now.view)
  if (way) {
    return html`<nav part="ways" class="ways no-print" aria-label=${m.ways}>
      ${ways.map((name) =>
        name === way
          ? html`<span class="way" aria-current="page">${m.way[name]}</span>`
          : html`<span class="way">${link(stepOf({ view: name }), m.way[name])}</span>`,
      )}
    </nav>`
  }
  if (navigation.canGoBack) return back(m.back, () => navigation.back())
  return navigation.atStart ? nothing : back(m.start, () => navigation.home())
}
