import { initialState, Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import {
  AmtElement,
  controls,
  define,
  emptyState,
  errorState,
  Messages,
  pendingState,
  skeleton,
  staleState,
  tokens,
} from '@amtsweg/kit'
import type { GeodataMessages } from '@amtsweg/messages'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { localeOf } from '@amtsweg/messages/languages.ts'
import { FeatureSelectedEvent } from './events.ts'
import { type Layer, loadLayer, type MapFeature } from './features.ts'
import type { FeaturePickedEvent, MapMovedEvent, MapSaidEvent } from './map-events.ts'
import { styles } from './map-viewer.styles.ts'
import { distanceOf, narrow, type Wish } from './narrowing.ts'
import type * as Opened from './opened.ts'
import { symbolStyles } from './symbols.styles.ts'
import { symbol } from './symbols.ts'

/** Entries of one page of the list: all of them fit beside the map. */
const perPage = 10
const everything: Wish = { words: '', chosen: new Map(), from: undefined }

/** What came, and what did not. */
interface Loaded {
  readonly layers: readonly Layer[]
  readonly missing: readonly string[]
}

/**
 * Karte und Liste: places of one or several collections, to search, to filter and to read about.
 *
 * @tag amt-map-viewer
 * @summary Shows collections of places as a list, and on a map.
 * @status experimental
 *
 * @slot - Fallback such as a link to the same data. Shown without JavaScript, where nothing is entered, and on errors.
 * @event {FeatureSelectedEvent} amt-feature-selected - A reader opened a feature; `event.collection`, `event.feature`.
 * @csspart heading - The heading of the widget.
 * @csspart search - The search field, the filters and the order.
 * @csspart feature - The button of a feature in the list.
 * @csspart details - What is known of a feature.
 * @csspart pages - The buttons below the list.
 * @csspart source - The notes that name the sources.
 * @csspart state - The sentence on errors, where nothing is entered, and about stale data.
 * @csspart retry - The button shown on errors.
 */
export class MapViewer extends AmtElement {
  static override styles = [tokens, controls, symbolStyles, styles]

  /** Ids of collections, with commas between them. */
  @property() collections = ''

  /** Only features for which this holds (CQL2 text): `"traeger" = 'Stadt'`. */
  @property() filter = ''

  /** What lies below: `outlines` draws the borders of `area`, `none` nothing. */
  @property({ attribute: 'base-map' }) baseMap: 'outlines' | 'none' = 'outlines'

  /** Region key (or AGS) of what is shown first. */
  @property() area = ''

  /** Latitude and longitude of the middle of the map: `53.63,11.41`. */
  @property() center = ''

  /** As web maps count: 6 is Germany, 12 a town, 18 a house. */
  @property() zoom = ''

  /** EPSG number of the system that is drawn in: 25832 (the default), 25833, 5650, 4647 or 3857. */
  @property() projection = ''

  /** Draws points that lie together as one, with their number. */
  @property({ type: Boolean }) cluster = false

  /** Height of the map in pixels or as a CSS length: `480`, `60vh`. */
  @property() height = ''

  /** Stands on a page that has a heading for it. */
  @property({ type: Boolean }) embedded = false

  @state() private wish = everything
  @state() private page = 0
  @state() private selected = ''
  /** What the map shows, once the reader has moved it. */
  @state() private box: MapMovedEvent['box'] | undefined
  @state() private said = ''
  @state() private map: 'far' | 'here' | 'failed' = 'far'
  /** What details and filters are drawn with: it comes when the first is opened. */
  @state() private opened: typeof Opened | undefined
  @state() private openingError: unknown
  @state() private loaded: Loaded = { layers: [], missing: [] }

  readonly #messages = new Messages(this, (lang) => loadWords('geodata', lang))

  readonly #layers = new Task(this, {
    args: () => [this.client, this.collections, this.filter] as const,
    task: async ([client, collections, filter], { signal }) => {
      const ids = collections.split(/[\s,]+/).filter(Boolean)
      if (ids.length === 0) return initialState
      const answers = await Promise.allSettled(ids.map((id) => loadLayer(client, id, filter, signal)))
      const layers = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
      const [failed] = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer] : []))
      if (failed && layers.length === 0) throw failed.reason
      this.loaded = { layers, missing: ids.filter((_, index) => answers[index]!.status === 'rejected') }
      layers.forEach((layer) => void (layer.next && this.#loadRest(layer, signal)))
      return layers
    },
  })

  /** The list is read meanwhile. */
  async #loadRest(layer: Layer, signal: AbortSignal): Promise<void> {
    const { loadRest } = await import('./further-pages.ts')
    await loadRest(this.client, layer, signal, (before, after) => {
      const layers = this.loaded.layers.map((one) => (one === before ? after : one))
      this.loaded = { ...this.loaded, layers }
    })
  }

  get #features(): readonly MapFeature[] {
    return this.loaded.layers.flatMap(({ features }) => features)
  }

  /** The library of the map is many times as large as the list: it comes when the frame is seen. */
  readonly #near = new IntersectionObserver(async ([entry]) => {
    if (!entry?.isIntersecting) return
    this.#near.disconnect()
    try {
      await import('./map-canvas.ts')
      this.map = 'here'
    } catch {
      this.map = 'failed'
    }
  })

  protected override updated(changed: PropertyValues<this>): void {
    const frame = this.renderRoot.querySelector('.frame')
    if (frame) this.#near.observe(frame)
    const [, number, unit = 'px'] = /^([\d.]+)(px|r?em|[sdl]?vh)?$/.exec(this.height) ?? []
    if (changed.has('height')) this.style.setProperty('--_map-height', number ? number + unit : null)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#near.disconnect()
  }

  readonly #moved = ({ box, byReader }: MapMovedEvent) => {
    if (!byReader && !this.box) return
    this.box = box
    this.page = 0
  }

  #want(changed: Partial<Wish>): void {
    this.wish = { ...this.wish, ...changed }
    this.page = 0
  }

  #choose({ key, feature, layer }: MapFeature): void {
    this.selected = this.selected === key ? '' : key
    void this.#open()
    if (this.selected) this.dispatchEvent(new FeatureSelectedEvent(layer.collection.id, feature))
  }

  readonly #open = async () => {
    this.openingError = undefined
    try {
      this.opened ??= await import('./opened.ts')
    } catch (error) {
      this.openingError = navigator.onLine ? error : { code: 'OfflineError' }
    }
  }

  readonly #order = () => {
    this.said = ''
    void this.#open()
    if (this.wish.from) return this.#want({ from: undefined })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#want({ from: [coords.longitude, coords.latitude] }),
      () => (this.said = this.#messages.now!.noPosition),
      { timeout: 10_000, maximumAge: 300_000 },
    )
  }

  override render() {
    const m = this.#messages.now
    if (!m || !this.collections) return html`<slot></slot>`
    const [only, other] = this.loaded.layers
    const heading = (!other && only?.collection.title) || m.heading
    return html`
      <section lang=${this.#messages.lang} dir=${this.#messages.dir} aria-label=${heading}>
        ${this.embedded ? nothing : html`<h2 part="heading">${heading}</h2>`}
        ${this.#layers.render({
          pending: () => pendingState(m.loading, skeleton(5, 3, 7, 5, 7)),
          complete: (layers) => this.#renderAll(layers, m),
          error: (error) => errorState(m, error, () => void this.#layers.run()),
        })}
      </section>
    `
  }

  #renderAll(first: readonly Layer[], m: GeodataMessages) {
    const features = this.#features
    const { missing } = this.loaded
    const stale = first.map(({ collection }) => staleState(m, collection, this.#messages.lang))
    const fitting = narrow(features, this.wish, this.#messages.lang)
    const absent = missing.length
      ? html`<div part="state" class="aside problem" role="alert">
          ${missing.map((id) => html`<p>${m.missing(id)}</p>`)}
          <button part="retry" type="button" class="button quiet" @click=${() => void this.#layers.run()}>
            ${m.retry}
          </button>
        </div>`
      : nothing
    if (features.length === 0) return html`${absent} ${emptyState(m.empty)}`
    return html`${stale.find((one) => one !== nothing) ?? nothing} ${absent}
      <div class="sides">
        ${this.#renderMap(fitting, m)}
        <div class="list">${this.#renderSearch(m)} ${this.#renderList(fitting, features.length, m)}</div>
      </div>
      ${this.#renderSources(m)}`
  }

  #renderMap(fitting: readonly MapFeature[], m: GeodataMessages) {
    if (this.map === 'failed') return html`<p part="state" class="aside">${m.noMap}</p>`
    if (this.map === 'far') return html`<div class="frame"></div>`
    return html`<amt-map-canvas
      .settings=${this}
      .layers=${this.loaded.layers}
      .features=${fitting}
      .selected=${this.selected}
      @amt-map-moved=${this.#moved}
      @amt-map-said=${({ text }: MapSaidEvent) => (this.said = text)}
      @amt-feature-picked=${({ key }: FeaturePickedEvent) => this.#pick(key, fitting)}
    ></amt-map-canvas>`
  }

  #renderSearch(m: GeodataMessages) {
    const { chosen, words, from } = this.wish
    const isNarrow = words || this.box || [...chosen.values()].some(Boolean)
    const choose = (name: string, value: string) => this.#want({ chosen: new Map(chosen).set(name, value) })
    return html`
      <form part="search" role="search" class="no-print" @submit=${(event: Event) => event.preventDefault()}>
        <label for="q">${m.find}</label>
        <input
          id="q"
          type="search"
          maxlength="200"
          autocomplete="off"
          .value=${words}
          @input=${({ target }: Event) => this.#want({ words: (target as HTMLInputElement).value })}
        />
        <details @toggle=${this.#open}>
          <summary>${m.filters}</summary>
          ${this.opened?.filtersPart(this.loaded.layers, chosen, choose, m) ?? this.#renderOpening(m)}
        </details>
        <div class="row">
          ${
            'geolocation' in navigator && isSecureContext
              ? html`<button type="button" class="button plain" @click=${this.#order}>
                  ${from ? m.byName : m.near}
                </button>`
              : nothing
          }
          ${
            isNarrow
              ? html`<button
                  type="button"
                  class="button plain"
                  @click=${() => {
                    this.box = undefined
                    this.#want({ words: '', chosen: new Map() })
                  }}
                >
                  ${m.reset}
                </button>`
              : nothing
          }
        </div>
      </form>
    `
  }

  /** Those in sight; what has no place is never seen, and what is open stays. */
  #inSight(fitting: readonly MapFeature[]): readonly MapFeature[] {
    if (!this.box) return fitting
    const [west, south, east, north] = this.box
    return fitting.filter(
      ({ at: [x, y] = [NaN, NaN], key }) =>
        key === this.selected || (x >= west && x <= east && y >= south && y <= north),
    )
  }

  /** Opened on the map: the list turns to it, the focus stays. */
  #pick(key: string, fitting: readonly MapFeature[]): void {
    const at = this.#inSight(fitting).findIndex((one) => one.key === key)
    if (at < 0) return
    this.page = Math.floor(at / perPage)
    if (key !== this.selected) this.#choose(fitting.find((one) => one.key === key)!)
  }

  #renderList(all: readonly MapFeature[], count: number, m: GeodataMessages) {
    const { lang } = this.#messages
    const { layers } = this.loaded
    const fitting = this.#inSight(all)
    const number = (count: number) => count.toLocaleString(localeOf(lang))
    const pages = Math.ceil(fitting.length / perPage)
    const page = Math.min(this.page, Math.max(0, pages - 1))
    const matched = layers.reduce((sum, layer) => sum + layer.matched, 0)
    const turn = (label: string, to: number) =>
      html`<button
        type="button"
        class="button quiet"
        ?disabled=${to < 0 || to >= pages}
        @click=${() => (this.page = to)}
      >
        ${label}
      </button>`
    return html`
      <p role="status">
        ${m.found(number(fitting.length), number(count))}
        ${matched > count ? m.partial(number(count), number(matched)) : nothing}
        ${fitting.length ? nothing : m.none}
        ${pages > 1 ? `· ${m.page(number(page + 1), number(pages))}` : nothing} ${this.said}
      </p>
      <ul>
        ${fitting
          .slice(page * perPage, (page + 1) * perPage)
          .map((one) => html`<li>${this.#renderFeature(one, layers.indexOf(one.layer), m)}</li>`)}
      </ul>
      ${
        pages > 1
          ? html`<nav part="pages" class="row no-print" aria-label=${m.pages}>
              ${turn(m.previous, page - 1)} ${turn(m.next, page + 1)}
            </nav>`
          : nothing
      }
    `
  }

  #renderFeature(one: MapFeature, layer: number, m: GeodataMessages) {
    const { lang } = this.#messages
    const { from } = this.wish
    const isOpen = one.key === this.selected
    return html`
      <button
        part="feature"
        type="button"
        class="button plain"
        aria-expanded=${isOpen}
        @click=${() => this.#choose(one)}
      >
        ${symbol(layer)}
        <span
          ><span lang="de">${one.name || m.unnamed}</span>
          ${from && one.at && this.opened ? html`<span class="small muted">${m.away(this.opened.lengthText(distanceOf(from, one.at), lang))}</span>` : nothing}
        </span>
      </button>
      ${isOpen ? html`<div part="details">${this.opened?.detailsPart(one, m, lang) ?? this.#renderOpening(m)}</div>` : nothing}
    `
  }

  #renderOpening(m: GeodataMessages) {
    return this.openingError ? errorState(m, this.openingError, this.#open) : html`<p>${m.loading}</p>`
  }

  #renderSources(m: GeodataMessages) {
    return html`<ul part="source" class="small muted">
      ${this.loaded.layers.map(
        ({ collection: { title, id, attribution } }, index) =>
          html`<li>
            ${symbol(index)}
            <span lang="de">${title ?? id}</span
            >${attribution ? html`. ${m.source}: <span lang="de">${attribution}</span>` : nothing}
          </li>`,
      )}
    </ul>`
  }
}

define('amt-map-viewer', MapViewer)

declare global {
  interface HTMLElementTagNameMap {
    'amt-map-viewer': MapViewer
  }
}
