import { html, type TemplateResult } from 'lit'
import type { MapsMessages } from '@amtsweg/messages'
import type { Layer } from './features.ts'
import { symbol } from './symbols.ts'

interface Tools {
  readonly zoom: (by: number) => void
  /** In thirds of what is seen. */
  readonly pan: (right: number, up: number) => void
  readonly whole: () => void
  readonly help: () => void
}

/** Everything that keys and gestures do, by single presses (WCAG 2.5.7). */
export function toolsPart(m: MapsMessages, { zoom, pan, whole, help }: Tools): TemplateResult {
  const button = (label: string, path: string, act: () => void) =>
    html`<button type="button" class="button quiet" aria-label=${label} title=${label} @click=${act}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>
    </button>`
  return html`
    <div part="tools" class="no-print" role="group" aria-label=${m.move}>
      ${button(m.zoomIn, 'M12 5v14M5 12h14', () => zoom(1))} ${button(m.zoomOut, 'M5 12h14', () => zoom(-1))}
      <span class="arrows">
        ${button(m.left, 'M20 12H4m6-6-6 6 6 6', () => pan(-1, 0))}
        ${button(m.up, 'M12 20V4m-6 6 6-6 6 6', () => pan(0, 1))}
        ${button(m.down, 'M12 4v16m-6-6 6 6 6-6', () => pan(0, -1))}
        ${button(m.right, 'M4 12h16m-6-6 6 6-6 6', () => pan(1, 0))}
      </span>
      <button type="button" class="button quiet" @click=${whole}>${m.whole}</button>
      ${button(m.help, 'M8.500 9a3.500 3.500 0 1 1 5 3.200c-1 .6-1.500 1.200-1.500 2.300M12 18.500v.01', help)}
    </div>
  `
}

/** What the symbols mean, and what is shown of it. */
export function legendPart(
  m: MapsMessages,
  layers: readonly Layer[],
  hidden: ReadonlySet<number>,
  show: (layer: number, isShown: boolean) => void,
  setOpacity: (layer: number, opacity: number) => void,
): TemplateResult {
  return html`
    <details part="legend">
      <summary>${m.layers}</summary>
      <ul>
        ${layers.map(({ collection: { id, title = id } }, index) => {
          return html`<li>
            <label>
              <input
                type="checkbox"
                .checked=${!hidden.has(index)}
                @change=${({ target }: Event) => show(index, (target as HTMLInputElement).checked)}
              />
              ${symbol(index)} <span lang="de">${title}</span>
            </label>
            <input
              type="range"
              class="no-print"
              min="10"
              max="100"
              step="10"
              value="100"
              aria-label=${m.opacity(title)}
              ?disabled=${hidden.has(index)}
              @input=${({ target }: Event) => setOpacity(index, Number((target as HTMLInputElement).value) / 100)}
            />
          </li>`
        })}
      </ul>
    </details>
  `
}

/** All keys, in words. */
export const helpPart = (m: MapsMessages): TemplateResult => html`
  <dialog aria-labelledby="help">
    <h3 id="help">${m.help}</h3>
    <p>${m.how}</p>
    <dl>
      ${Object.values({ ...m.keys }).map(
        ([key, meaning]) =>
          html`<div>
            <dt><kbd>${key}</kbd></dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
    <form method="dialog"><button class="button">${m.close}</button></form>
  </dialog>
`
