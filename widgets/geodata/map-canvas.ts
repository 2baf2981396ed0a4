import { html, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ApiClient } from '@amtsweg/client'
import type { AreaOutlines } from '@amtsweg/contract'
import { AmtElement, controls, define, Messages, tokens } from '@amtsweg/kit'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { localeOf } from '@amtsweg/messages/languages.ts'
import { messages as german } from '@amtsweg/messages/maps/de.ts'
import type { Layer, MapFeature } from './features.ts'
import { styles } from './map-canvas.styles.ts'
import { MapDrawing } from './map-drawing.ts'
import { FeaturePickedEvent, MapMovedEvent, MapSaidEvent } from './map-events.ts'
import { helpPart, legendPart, toolsPart } from './map-parts.ts'
import { lengthText } from './opened.ts'
import { symbolStyles } from './symbols.styles.ts'

/** What a page says of a map: attributes of the map viewer. */
export interface MapSettings {
  readonly client: ApiClient
  readonly area: string
  /** Or the id of a collection of ours. */
  readonly baseMap: 'outlines' | 'none'
  readonly center: string
  readonly zoom: string
  readonly projection: string
  readonly cluster: boolean
}

/** What each arrow means: to the right, and up. */
const arrows: Readonly<Record<string, readonly [right: number, up: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/**
 * The map beside the list of the map viewer. Part of our widgets, not for pages.
 *
 * @tag amt-map-canvas
 * @summary Draws features on a map.
 * @status internal
 *
 * @event {FeaturePickedEvent} amt-feature-picked - A feature was chosen on the map; `event.key`.
 * @event {MapMovedEvent} amt-map-moved - The map shows another part; `event.box`, `event.byReader`.
 * @event {MapSaidEvent} amt-map-said - Something for those who listen; `event.text`.
 * @csspart viewport - The map itself.
 * @csspart tools - The buttons that move it.
 * @csspart legend - The layers, with their symbols.
 */
export class MapCanvas extends AmtElement {
  static override styles = [tokens, controls, symbolStyles, styles]

  /** All layers, for the legend. */
  @property({ attribute: false }) layers: readonly Layer[] = []

  /** What is drawn of them. */
  @property({ attribute: false }) features: readonly MapFeature[] = []

  /** Key of the feature that is open in the list. */
  @property() selected = ''

  /** What the page has said of the map. */
  @property({ attribute: false }) settings!: MapSettings

  @state() private outlines: AreaOutlines | undefined
  @state() private unseen: ReadonlySet<number> = new Set()
  @state() private scale: { readonly text: string; readonly pixels: number } | undefined

  // German comes along: one request less for nearly every reader.
  readonly #messages = new Messages(this, (lang) =>
    lang === 'de' ? { messages: german } : loadWords('maps', lang),
  )
  #drawing: MapDrawing | undefined

  get #viewport(): HTMLElement | null {
    return this.renderRoot.querySelector('#map')
  }

  readonly #help = () => this.renderRoot.querySelector('dialog')!.showModal()

  /** Key of the feature walked to by keyboard. */
  #current = ''

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#drawing?.end()
    this.#drawing = undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { area, baseMap } = this.settings
    if (changed.has('settings') && area && baseMap === 'outlines') void this.#loadOutlines(area)
  }

  /** Borders are there to look at: without them the map shows the rest. */
  async #loadOutlines(area: string): Promise<void> {
    try {
      this.outlines = await this.settings.client.get<AreaOutlines>(
        `areas/${encodeURIComponent(area)}/outlines`,
      )
    } catch {
      this.outlines = undefined
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const viewport = this.#viewport
    if (!viewport) return
    const isNew = !this.#drawing
    const drawing = (this.#drawing ??= this.#create(viewport))
    const all = changed as ReadonlyMap<string, unknown>
    if (all.has('scale')) this.style.setProperty('--_scale', `${this.scale?.pixels ?? 0}px`)
    if (isNew || all.has('outlines')) drawing.setOutlines(this.outlines)
    if (isNew || all.has('layers') || all.has('features')) drawing.setFeatures(this.layers, this.features)
    if (isNew || all.has('selected')) drawing.select(this.selected)
  }

  #create(viewport: HTMLElement): MapDrawing {
    const { center, zoom, projection, cluster } = this.settings
    return new MapDrawing(viewport, this.renderRoot as ShadowRoot, {
      ...{ center, zoom, projection, cluster },
      picked: (key) => this.dispatchEvent(new FeaturePickedEvent(key)),
      moved: (box, width, byReader) => {
        this.#measure()
        this.dispatchEvent(new MapMovedEvent(box, byReader))
        const m = this.#messages.now
        if (byReader && m) this.#say(m.seen(lengthText(width, this.#messages.lang)))
      },
    })
  }

  #say(text: string): void {
    this.dispatchEvent(new MapSaidEvent(text))
  }

  /** A round length that fits into 120 pixels. */
  #measure(): void {
    const perPixel = this.#drawing?.metresPerPixel() ?? 0
    if (!perPixel) return
    const most = perPixel * 120
    const power = 10 ** Math.floor(Math.log10(most))
    const metres = power * [5, 2, 1].find((times) => times * power <= most)!
    this.scale = { text: lengthText(metres, this.#messages.lang), pixels: metres / perPixel }
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey } = event
    const arrow = arrows[key]
    if (arrow && altKey) this.#walk(arrow[0] - arrow[1])
    else if (ctrlKey || metaKey || altKey) return
    else if (arrow) this.#drawing!.pan(...arrow, event.shiftKey ? 0.08 : 1 / 3)
    else if (key === '+' || key === '-') this.#drawing!.zoom(key === '+' ? 1 : -1)
    else if (key === '?' || key === '؟') this.#help()
    else if (key === 'Enter' && this.#current) this.dispatchEvent(new FeaturePickedEvent(this.#current))
    else return
    // Among others, Alt and an arrow would leave the page.
    event.preventDefault()
  }

  /** To the next feature in sight, in the order one reads. */
  #walk(step: number): void {
    const m = this.#messages.now!
    const inSight = this.#drawing!.inSight()
    if (inSight.length === 0) return this.#say(m.nothing)
    const before = inSight.findIndex(({ key }) => key === this.#current)
    const at = before < 0 && step < 0 ? inSight.length - 1 : (before + step + inSight.length) % inSight.length
    const found = inSight[before < 0 && step > 0 ? 0 : at]!
    this.#current = found.key
    this.#drawing!.point(found.key)
    const number = (value: number) => value.toLocaleString(localeOf(this.#messages.lang))
    const place = inSight.indexOf(found) + 1
    this.#say(m.at(found.name, number(place), number(inSight.length)))
  }

  readonly #show = (layer: number, isShown: boolean) => {
    const hidden = new Set(this.unseen)
    if (isShown) hidden.delete(layer)
    else hidden.add(layer)
    this.unseen = hidden
    this.#drawing?.show(layer, isShown)
  }

  override render() {
    const m = this.#messages.now
    if (!m) return nothing
    const { lang } = this.#messages
    return html`
      <div lang=${lang} dir=${this.#messages.dir} class="all">
        <div class="frame">
          <div
            id="map"
            part="viewport"
            role="application"
            tabindex="0"
            aria-label=${m.label}
            aria-describedby="how"
            @keydown=${this.#onKey}
            @blur=${() => this.#drawing?.point((this.#current = ''))}
          ></div>
          <div id="scale" aria-hidden="true" ?hidden=${!this.scale}>${this.scale?.text}</div>
        </div>
        ${toolsPart(m, {
          zoom: (by) => this.#drawing?.zoom(by),
          pan: (right, up) => this.#drawing?.pan(right, up, 1 / 3),
          whole: () => this.#drawing?.showAll(true),
          help: this.#help,
        })}
        <p id="how" class="small muted no-print">${m.how}</p>
        ${legendPart(m, this.layers, this.unseen, this.#show, (layer, opacity) =>
          this.#drawing?.setOpacity(layer, opacity),
        )}
        ${
          this.outlines?.sources.length
            ? html`<p class="small muted">
                ${m.borders}:
                ${this.outlines.sources.map(
                  ({ name, licence }, index) =>
                    html`${index ? '; ' : nothing}<span lang="de">${name}, ${licence}</span>`,
                )}
              </p>`
            : nothing
        }
        ${helpPart(m)}
      </div>
    `
  }
}

define('amt-map-canvas', MapCanvas)

declare global {
  interface HTMLElementTagNameMap {
    'amt-map-canvas': MapCanvas
  }
}
