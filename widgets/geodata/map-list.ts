import { html, nothing } from 'lit'
import { problemText } from '@amtsweg/kit/states.ts'
import type { GeodataMessages } from '@amtsweg/messages'
import { localeOf } from '@amtsweg/messages/languages.ts'
import type { Layer, MapFeature, Position } from './features.ts'
import type { MapMovedEvent } from './map-events.ts'
import { distanceOf, type Wish } from './narrowing.ts'
import type * as Opened from './opened.ts'
import { symbol } from './symbols.ts'

export { narrow } from './narrowing.ts'

type Box = MapMovedEvent['box']

/** Entries of one page of the list: all of them fit beside the map. */
export const perPage = 10

/** Those in sight; what has no place is never seen, and what is open (`selected`) stays. */
export function inSight(
  fitting: readonly MapFeature[],
  box: Box | undefined,
  selected: string,
): readonly MapFeature[] {
  if (!box) return fitting
  const [west, south, east, north] = box
  return fitting.filter(
    ({ at: [x, y] = [NaN, NaN], key }) =>
      key === selected || (x >= west && x <= east && y >= south && y <= north),
  )
}

/** A layer that did not come. */
export interface Missing {
  readonly name: string
  readonly error: unknown
}

/** What the list is drawn from. */
export interface ListView {
  readonly m: GeodataMessages
  readonly lang: string
  readonly layers: readonly Layer[]
  readonly wish: Wish
  /** What the map shows, once the reader has moved it. */
  readonly box: Box | undefined
  readonly page: number
  /** Key of the feature that is open. */
  readonly selected: string
  /** What details and filters are drawn with, once it is there; until then `opening` is shown. */
  readonly opened: typeof Opened | undefined
  readonly opening: unknown
  /** What was said last. */
  readonly said: string
}

/** What a reader can do to the list. */
export interface ListActs {
  readonly want: (changed: Partial<Wish>) => void
  readonly order: () => void
  readonly reset: () => void
  readonly open: () => void
  readonly choose: (one: MapFeature) => void
  readonly turn: (page: number) => void
}

/** The search field, the filters and the order. */
export function searchPart({ m, layers, wish, box, opened, opening }: ListView, acts: ListActs): unknown {
  const { words, from, chosen } = wish
  const isNarrow = words || box || [...chosen.values()].some(Boolean)
  const choose = (name: string, value: string) => acts.want({ chosen: new Map(chosen).set(name, value) })
  const button = (label: string, act: () => void) =>
    html`<button type="button" class="button plain" @click=${act}>${label}</button>`
  return html`
    <form part="search" role="search" class="no-print" @submit=${(event: Event) => event.preventDefault()}>
      <label for="q">${m.find}</label>
      <input
        id="q"
        type="search"
        maxlength="200"
        autocomplete="off"
        .value=${words}
        @input=${({ target }: Event) => acts.want({ words: (target as HTMLInputElement).value })}
      />
      <details @toggle=${acts.open}>
        <summary>${m.filters}</summary>
        ${opened?.filtersPart(layers, chosen, choose, m) ?? opening}
      </details>
      <div class="row">
        ${'geolocation' in navigator && isSecureContext ? button(from ? m.byName : m.near, acts.order) : nothing}
        ${isNarrow ? button(m.reset, acts.reset) : nothing}
      </div>
    </form>
  `
}

/** One page of the features that are wanted and in sight. */
export function listPart(view: ListView, fitting: readonly MapFeature[], acts: ListActs): unknown {
  const { m, lang, layers, said } = view
  const seen = inSight(fitting, view.box, view.selected)
  const number = (count: number) => count.toLocaleString(localeOf(lang))
  const pages = Math.ceil(seen.length / perPage)
  const page = Math.min(view.page, Math.max(0, pages - 1))
  const count = layers.reduce((sum, { features }) => sum + features.length, 0)
  const matched = layers.reduce((sum, layer) => sum + layer.matched, 0)
  const button = (label: string, to: number) =>
    html`<button
      type="button"
      class="button quiet"
      ?disabled=${to < 0 || to >= pages}
      @click=${() => acts.turn(to)}
    >
      ${label}
    </button>`
  return html`
    <p role="status">
      ${m.found(number(seen.length), number(count))}
      ${matched > count ? m.partial(number(count), number(matched)) : nothing}
      ${seen.length ? nothing : m.none}
      ${pages > 1 ? `· ${m.page(number(page + 1), number(pages))}` : nothing} ${said}
    </p>
    <ul>
      ${seen
        .slice(page * perPage, (page + 1) * perPage)
        .map((one) => html`<li>${featurePart(view, one, acts)}</li>`)}
    </ul>
    ${
      pages > 1
        ? html`<nav part="pages" class="row no-print" aria-label=${m.pages}>
            ${button(m.previous, page - 1)} ${button(m.next, page + 1)}
          </nav>`
        : nothing
    }
  `
}

function featurePart(view: ListView, one: MapFeature, { choose }: ListActs): unknown {
  const { m, lang, layers, opened, opening } = view
  const { from } = view.wish
  const isOpen = one.key === view.selected
  return html`
    <button
      part="feature"
      type="button"
      class="button plain"
      aria-expanded=${isOpen}
      @click=${() => choose(one)}
    >
      ${symbol(layers.indexOf(one.layer))}
      <span
        ><span lang="de">${one.name || m.unnamed}</span>
        ${one.layer.shading ? html`<span class="small muted">${one.layer.shading.valueText(one, m, lang)}</span>` : nothing}
        ${from && one.at && opened ? html`<span class="small muted">${m.away(opened.lengthText(distanceOf(from, one.at), lang))}</span>` : nothing}
      </span>
    </button>
    ${isOpen ? html`<div part="details">${opened?.detailsPart(one, m, lang) ?? opening}</div>` : nothing}
  `
}

/** What the colours of the areas mean. */
export const shadingsPart = ({ layers, m, lang }: ListView): unknown =>
  layers.map((layer, index) => layer.shading?.part(layer, index, m, lang))

/** Asks the browser, which asks the reader. */
export function findPosition(found: (at: Position) => void, failed: () => void): void {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => found([coords.longitude, coords.latitude]),
    failed,
    { timeout: 10_000, maximumAge: 300_000 },
  )
}

/** What did not come, and why. */
export const missingPart = (m: GeodataMessages, missing: readonly Missing[], retry: () => void): unknown =>
  missing.length
    ? html`<div part="state" class="aside problem" role="alert">
        ${missing.map(({ name, error }) => html`<p>${m.missing(name)} ${problemText(m, error)}</p>`)}
        <button part="retry" type="button" class="button quiet" @click=${retry}>${m.retry}</button>
      </div>`
    : nothing

/** Whose data these are. */
export const sourcesPart = (m: GeodataMessages, layers: readonly Layer[]): unknown =>
  html`<ul part="source" class="small muted">
    ${layers.map(
      ({ collection: { title, id, attribution } }, index) =>
        html`<li>
          ${symbol(index)}
          <span lang="de">${title ?? id}</span
          >${attribution ? html`. ${m.source}: <span lang="de">${attribution}</span>` : nothing}
        </li>`,
    )}
  </ul>`
