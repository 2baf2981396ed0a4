import { initialState, Task } from '@lit/task'
import { html, nothing } from 'lit'
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
import { type Layer, loadLayer, loadMore, type MapFeature } from './features.ts'
import { styles } from './map-viewer.styles.ts'
import { distanceOf, narrow, type Wish } from './narrowing.ts'
import type * as Opened from './opened.ts'
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
  static override styles = [tokens, controls, styles]

  /** Ids of collections, with commas between them. */
  @property() collections = ''

  /** Only features for which this holds (CQL2 text): `"traeger" = 'Stadt'`. */
  @property() filter = ''

  /** Stands on a page that has a heading for it. */
  @property({ type: Boolean }) embedded = false

  @state() private wish = everything
  @state() private page = 0
  @state() private selected = ''
  @state() private noPosition = false
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
      layers.forEach((layer) => void this.#loadRest(layer, signal))
      return layers
    },
  })

  /** The list is read meanwhile. What does not come is told as not loaded. */
  async #loadRest(layer: Layer, signal: AbortSignal): Promise<void> {
    let before = layer
    try {
      for (;;) {
        const after = await loadMore(this.client, before, signal)
        if (!after) return
        const { layers } = this.loaded
        this.loaded = { ...this.loaded, layers: layers.map((one) => (one === before ? after : one)) }
        before = after
      }
    } catch {
      // The next visit of the page asks again.
    }
  }

  get #features(): readonly MapFeature[] {
    return this.loaded.layers.flatMap(({ features }) => features)
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
    this.noPosition = false
    void this.#open()
    if (this.wish.from) return this.#want({ from: undefined })
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#want({ from: [coords.longitude, coords.latitude] }),
      () => (this.noPosition = true),
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
    const absent = missing.length
      ? html`<div part="state" class="aside problem" role="alert">
          ${missing.map((id) => html`<p>${m.missing(id)}</p>`)}
          <button part="retry" type="button" class="button quiet" @click=${() => void this.#layers.run()}>
            ${m.retry}
          </button>
        </div>`
      : nothing
    if (features.length === 0) return html`${absent} ${emptyState(m.empty)}`
    return html`${stale.find((one) => one !== nothing) ?? nothing} ${absent} ${this.#renderSearch(m)}
    ${this.#renderList(features, m)} ${this.#renderSources(m)}`
  }

  #renderSearch(m: GeodataMessages) {
    const { chosen, words, from } = this.wish
    const isNarrow = words || [...chosen.values()].some(Boolean)
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
                  @click=${() => this.#want({ words: '', chosen: new Map() })}
                >
                  ${m.reset}
                </button>`
              : nothing
          }
        </div>
        <p class="error" role="status">${this.noPosition ? m.noPosition : nothing}</p>
      </form>
    `
  }

  #renderList(features: readonly MapFeature[], m: GeodataMessages) {
    const { lang } = this.#messages
    const { layers } = this.loaded
    const fitting = narrow(features, this.wish, lang)
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
        ${m.found(number(fitting.length), number(features.length))}
        ${matched > features.length ? m.partial(number(features.length), number(matched)) : nothing}
        ${fitting.length ? nothing : m.none}
      </p>
      <ul>
        ${fitting
          .slice(page * perPage, (page + 1) * perPage)
          .map((one) => html`<li>${this.#renderFeature(one, layers.indexOf(one.layer), m)}</li>`)}
      </ul>
      ${
        pages > 1
          ? html`<nav part="pages" class="row no-print" aria-label=${m.pages}>
              ${turn(m.previous, page - 1)}
              <span role="status">${m.page(number(page + 1), number(pages))}</span>
              ${turn(m.next, page + 1)}
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
