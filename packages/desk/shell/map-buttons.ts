import { html, type TemplateResult } from 'lit'
import type OpenLayers from 'ol/Map.js'
import { mapWords as words } from './map-words.ts'

const quick = 150

/** Milliseconds that a map takes to move: none for whoever wants none. */
export const mapMotion = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : quick)

function zoom(map: OpenLayers | undefined, by: number): void {
  const view = map?.getView()
  view?.animate({ zoom: (view.getZoom() ?? 0) + by, duration: mapMotion() })
}

/** By a third of what is seen. */
function pan(map: OpenLayers | undefined, right: number, up: number): void {
  const view = map?.getView()
  const [width = 0, height = 0] = map?.getSize() ?? []
  const [x = 0, y = 0] = view?.getCenter() ?? []
  const step = (view?.getResolution() ?? 1) / 3
  view?.animate({ center: [x + right * width * step, y + up * height * step], duration: mapMotion() })
}

/** Everything that dragging and the wheel do, for whoever can do neither (WCAG 2.5.7). */
export function mapButtons(map: () => OpenLayers | undefined, showAll: () => void): TemplateResult {
  const button = (label: string, sign: string, act: () => void) =>
    html`<button type="button" class="button quiet" aria-label=${label} title=${label} @click=${act}>
      <span aria-hidden="true">${sign}</span>
    </button>`
  return html`
    <div class="buttons" role="group" aria-label=${words.move}>
      ${button(words.zoomIn, '+', () => zoom(map(), 1))} ${button(words.zoomOut, '−', () => zoom(map(), -1))}
      ${button(words.left, '←', () => pan(map(), -1, 0))} ${button(words.right, '→', () => pan(map(), 1, 0))}
      ${button(words.up, '↑', () => pan(map(), 0, 1))} ${button(words.down, '↓', () => pan(map(), 0, -1))}
      <button type="button" class="button quiet" @click=${showAll}>${words.whole}</button>
    </div>
  `
}
