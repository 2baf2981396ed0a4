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
import { FeatureSelectedEvent } from './events.ts'
import { type Layer, loadLayer, type MapFeature } from './features.ts'
import type { FeaturePickedEvent, MapMovedEvent, MapSaidEvent } from './map-events.ts'
import type * as List from './map-list.ts'
import { styles } from './map-viewer.styles.ts'
import type { Wish } from './narrowing.ts'
import type * as Opened from './opened.ts'
import { symbolStyles } from './symbols.styles.ts'

const everything: Wish = { words: '', chosen: new Map(), from: undefined }

/** What came, and what did not. */
interface Loaded {
  readonly layers: readonly Layer[]
  readonly missing: readonly List.Missing[]
}

/**
 * Karte und Liste: places of one or several collections, to search, to filter and to read about.
 *
 * @tag amt-map-viewer
 * @summary Shows collections of places as a list, and on a map.
 * @status experimental
 *
 * @slot - Nested `<amt-map-layer>`s, which say what else is shown; and a fallback such as a link to the same data. Shown without JavaScript, where nothing is entered, and on errors.
 * @event {FeatureSelectedEvent} amt-feature-selected - A reader opened a feature; `event.collection`, `event.feature`.
 * @csspart heading - The heading of the widget.
 * @csspart search - The search field, the filters and the order.
 * @csspart feature - The button of a feature in the list.
 * @csspart details - What is known of a feature.
 * @csspart pages - The buttons below the list.
 * @csspart values - What the colours of areas mean, and their values as a table.
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
  @state() private list: typeof List | undefined

  readonly #messages = new Messages(this, (lang) => loadWords('geodata', lang))

  readonly #layers = new Task(this, {
    args: () => [this.client, this.collections, this.filter, this.#nestedText] as const,
    task: async ([client, collections, filter, nestedText], { signal }) => {
      const ids = collections.split(/[\s,]+/).filter(Boolean)
      if (!nestedText && ids.length === 0) return initialState
      const nested = nestedText
        ? (await import('./nested-layers.ts')).beginNested(this, client, filter, signal)
        : undefined
      const wanted = [
        ...ids
          .filter((id) => !nested?.collections.includes(id))
          .map((id) => ({ name: id, layer: loadLayer(client, id, filter, signal) })),
        ...(nested?.wanted ?? []),
      ]
      // What draws the list comes beside what is in it.
      const [list, answers] = await Promise.all([
        import('./map-list.ts'),
        Promise.allSettled(wanted.map(({ layer }) => layer)),
      ])
      this.list = list
      const layers = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
      const missing = answers.flatMap((answer, index) =>
        answer.status === 'rejected' ? [{ name: wanted[index]!.name, error: answer.reason as unknown }] : [],
      )
      if (missing[0] && layers.length === 0) throw missing[0].error
      this.loaded = { layers, missing }
      this.page = 0
      layers.forEach((layer) => void (layer.next && this.#loadRest(layer, signal)))
      return layers
    },
  })

  /** Says when a nested layer is another one. */
  get #nestedText(): string {
    return [...this.querySelectorAll('amt-map-layer,[data-amt=map-layer]')].map((one) => one.outerHTML).join()
  }
  readonly #nestedChanges = new MutationObserver(() => this.requestUpdate())

  /** The list is read meanwhile. */
  async #loadRest(layer: Layer, signal: AbortSignal): Promise<void> {
    const { loadRest } = await import('./further-pages.ts')
    await loadRest(layer, signal, (before, after) => {
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

  override connectedCallback(): void {
    super.connectedCallback()
    this.#nestedChanges.observe(this, { attributes: true, childList: true, subtree: true })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#near.disconnect()
    this.#nestedChanges.disconnect()
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

  readonly #acts: List.ListActs = {
    choose: (one) => this.#choose(one),
    turn: (page) => (this.page = page),
    want: (changed) => this.#want(changed),
    open: () => void this.#open(),
    reset: () => {
      this.box = undefined
      this.#want({ words: '', chosen: new Map() })
    },
    order: () => {
      this.said = ''
      void this.#open()
      if (this.wish.from) return this.#want({ from: undefined })
      this.list!.findPosition(
        (from) => this.#want({ from }),
        () => (this.said = this.#messages.now!.noPosition),
      )
    },
  }

  override render() {
    const m = this.#messages.now
    if (!m || !(this.collections || this.#nestedText)) return html`<slot></slot>`
    const [only, other] = this.loaded.layers
    const heading = (!other && only?.collection.title) || m.heading
    return html`
      <section lang=${this.#messages.lang} dir=${this.#messages.dir} aria-label=${heading}>
        ${this.embedded ? nothing : html`<h2 part="heading">${heading}</h2>`}
        ${this.#layers.render({
          pending: () => pendingState(m.loading, skeleton(5, 3, 7, 5, 7)),
          complete: () => this.#renderAll(m),
          error: (error) => errorState(m, error, () => void this.#layers.run()),
        })}
      </section>
    `
  }

  #renderAll(m: GeodataMessages) {
    const features = this.#features
    const { layers, missing } = this.loaded
    const { lang } = this.#messages
    const { wish, box, page, selected, opened, said } = this
    const list = this.list!
    const stale = layers.map(({ collection }) => staleState(m, collection, lang))
    const absent = list.missingPart(m, missing, () => void this.#layers.run())
    if (features.length === 0) return html`${absent} ${emptyState(m.empty)}`
    const fitting = list.narrow(features, wish, lang)
    const seen = { m, lang, layers, wish, box, page, selected, opened, said, opening: this.#renderOpening(m) }
    return html`${stale.find((one) => one !== nothing) ?? nothing} ${absent}
      <div class="sides">
        ${this.#renderMap(fitting, m)}
        <div class="list">
          ${list.searchPart(seen, this.#acts)} ${list.listPart(seen, fitting, this.#acts)}
        </div>
      </div>
      ${list.shadingsPart(seen)} ${list.sourcesPart(m, layers)}`
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

  /** Opened on the map: the list turns to it, the focus stays. */
  #pick(key: string, fitting: readonly MapFeature[]): void {
    const { inSight, perPage } = this.list!
    const at = inSight(fitting, this.box, this.selected).findIndex((one) => one.key === key)
    if (at < 0) return
    this.page = Math.floor(at / perPage)
    if (key !== this.selected) this.#choose(fitting.find((one) => one.key === key)!)
  }

  #renderOpening(m: GeodataMessages) {
    return this.openingError ? errorState(m, this.openingError, this.#open) : html`<p>${m.loading}</p>`
  }
}

define('amt-map-viewer', MapViewer)

declare global {
  interface HTMLElementTagNameMap {
    'amt-map-viewer': MapViewer
  }
}
