import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { AreaOutlines, ResponsibilityMap as Answers } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { mapColours } from '../shell/map-colours.styles.ts'
import { readPalette, watchColours } from '../shell/map-palette.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import type { AreaChosenEvent } from './area-map.ts'
import { groupsOf, type Look, looksOf, type MapArea, type MapGroup } from './map-groups.ts'
import { tileOf } from './map-paint.ts'
import { words } from './map-words.ts'
import { styles } from './responsibility-map.styles.ts'
import { words as common } from './words.ts'

const address = (query: Readonly<Record<string, string>>) =>
  `/desk/responsibilities?${new URLSearchParams(query)}`

/**
 * Who answers for one service in each Gemeinde: as a map, and as a list that says the same.
 *
 * @tag desk-responsibility-map
 */
export class ResponsibilityMap extends LitElement {
  static override styles = [deskStyles, mapColours, styles]

  @property({ attribute: false }) desk!: Desk
  /** Id of the service. */
  @property() service = ''

  @state() private answers: Answers | undefined
  @state() private groups: readonly MapGroup[] = []
  @state() private looks: ReadonlyMap<string, Look> = new Map()
  @state() private outlines: AreaOutlines | undefined
  @state() private selected = ''
  @state() private opened: ReadonlySet<string> = new Set()
  @state() private error: unknown
  @state() private mapError: unknown

  #asking = new AbortController()
  #endWatch: (() => void) | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#endWatch = watchColours(this.#paint)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#endWatch?.()
    this.#asking.abort()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('service') && this.service && this.desk.grant.regionKey) {
      this.answers = undefined
      this.selected = ''
      this.#ask()
    }
  }

  readonly #ask = (): void => {
    this.#asking.abort()
    const { signal } = (this.#asking = new AbortController())
    void this.#loadAnswers(signal)
    if (!this.outlines) void this.#loadMap(signal)
  }

  async #loadAnswers(signal: AbortSignal): Promise<void> {
    this.error = undefined
    try {
      const query = { service: this.service }
      const { data } = await this.desk.api.get<Answers>('/responsibility-map', { signal, query })
      this.groups = groupsOf(data)
      this.looks = looksOf(this.groups)
      this.opened = new Set(
        this.groups
          .filter(({ kind }) => kind !== 'answered')
          .slice(0, 1)
          .map(({ id }) => id),
      )
      this.answers = data
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  /** The library of the map is as large as the rest of the desk, so it comes only here. */
  async #loadMap(signal: AbortSignal): Promise<void> {
    this.mapError = undefined
    try {
      const path = `/areas/${this.desk.grant.regionKey!}/outlines`
      const [{ data }] = await Promise.all([
        this.desk.api.get<AreaOutlines>(path, { signal }),
        import('./area-map.ts'),
      ])
      this.outlines = data
    } catch (error) {
      if (!signal.aborted) this.mapError = error
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if ((changed as ReadonlyMap<string, unknown>).has('answers')) this.#paint()
  }

  /** Once, not with each choice: a hundred canvases drawn anew stop the page for seconds without a graphics card. */
  readonly #paint = (): void => {
    const swatches = this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas.swatch')
    if (swatches.length === 0) return
    const palette = readPalette(this.renderRoot as ShadowRoot)
    const looks = new Map(this.groups.map((group) => [group.id, { ...group, isInherited: false }]))
    for (const swatch of swatches) {
      const brush = swatch.getContext('2d')!
      brush.fillStyle = brush.createPattern(tileOf(looks.get(swatch.dataset['group']!)!, palette), 'repeat')!
      brush.fillRect(0, 0, swatch.width, swatch.height)
    }
  }

  #choose(regionKey: string): void {
    this.selected = regionKey
    const group = this.groups.find(({ areas }) => areas.some((area) => area.regionKey === regionKey))
    if (group) this.opened = new Set([...this.opened, group.id])
  }

  override render() {
    const { answers } = this
    if (!this.desk.grant.regionKey) return html`<p class="help">${common.noArea}</p>`
    if (!answers) return this.error ? failed(this.error, this.#ask) : waiting(6, 8, 8, 8, 4)
    if (answers.areas.length === 0) return empty(words.noGemeinden)
    const chosen = this.groups
      .flatMap(({ areas }) => areas)
      .find(({ regionKey }) => regionKey === this.selected)
    return html`
      <div class="stack">
        <h2><span lang=${answers.service.lang}>${words.title(answers.service.title)}</span></h2>
        <p>${words.summary(this.groups)}</p>
        <div class="beside">
          <div class="stack">
            ${this.#mapPart(answers)}
            <p role="status">${chosen ? words.says(chosen) : words.choose}</p>
            ${chosen ? this.#chosenPart(chosen, answers) : nothing}
            ${this.outlines ? this.#legendPart(this.outlines) : nothing}
          </div>
          <section class="list" aria-labelledby="list">
            <h3 id="list">${words.list}</h3>
            <div>${this.groups.map((group) => this.#groupPart(group))}</div>
          </section>
        </div>
      </div>
    `
  }

  #mapPart({ area }: Answers) {
    if (this.mapError) return failed(this.mapError, this.#ask)
    const { outlines } = this
    if (!outlines) return waiting(9, 9, 9, 9, 9, 9)
    if (outlines.features.length === 0) return empty(words.noOutlines)
    return html`
      <desk-area-map
        label=${words.map(area.name)}
        .outlines=${outlines}
        .looks=${this.looks}
        selected=${this.selected}
        @desk-area-chosen=${({ regionKey }: AreaChosenEvent) => this.#choose(regionKey)}
      ></desk-area-map>
    `
  }

  #legendPart({ sources }: AreaOutlines) {
    if (sources.length === 0) return nothing
    return html`
      <p class="help">${words.inherited}</p>
      <p class="help">
        ${words.bordersLabel}
        ${sources.map(
          (source, index) =>
            html`${index ? '; ' : nothing}${words.borders(source)}
            ${
              source.licenceUrl
                ? html`(<a href=${source.licenceUrl} rel="noopener license">${source.licence}</a>)`
                : nothing
            }`,
        )}
      </p>
    `
  }

  #chosenPart(area: MapArea, { service }: Answers) {
    const { units, recordedFor } = area.answer
    return html`
      <div class="card" id="chosen">
        <h3>${area.name}</h3>
        ${
          units.length
            ? html`<ul class="bare">
                ${units.map(
                  ({ id, name, note, origin }) =>
                    html`<li>
                      <a href="/desk/units/${encodeURIComponent(id)}">${name}</a
                      >${note ? `, ${note}` : nothing}
                      <span class="help">(${common.origins[origin]})</span>
                    </li>`,
                )}
              </ul>`
            : nothing
        }
        ${recordedFor === undefined ? nothing : html`<p>${words.recordedFor(area)}</p>`}
        <p><a href=${address({ by: 'place', area: area.regionKey })}>${words.allOf(area.name)}</a></p>
        <p><a href=${address({ by: 'service', service: service.id })}>${words.edit}</a></p>
      </div>
    `
  }

  #groupPart(group: MapGroup) {
    const { id } = group
    const isOpen = this.opened.has(id)
    const isWrong = group.kind === 'gap' || group.kind === 'overlap'
    return html`
      <details
        ?open=${isOpen}
        @toggle=${(event: Event) => this.#toggle(id, (event.target as HTMLDetailsElement).open)}
      >
        <summary class=${isWrong ? 'wrong' : nothing}>
          <canvas class="swatch" width="32" height="24" data-group=${id} aria-hidden="true"></canvas>
          ${group.number ? html`<span class="number">${group.number}</span>` : nothing}
          <span>${words.group(group)}</span>
        </summary>
        ${isOpen ? this.#areasPart(group.areas) : nothing}
      </details>
    `
  }

  #areasPart(areas: readonly MapArea[]) {
    return html`<ul class="areas">
      ${areas.map(
        ({ regionKey, name, isInherited }) =>
          html`<li>
            <button
              type="button"
              class="button plain"
              aria-pressed=${regionKey === this.selected ? 'true' : 'false'}
              @click=${() => this.#choose(regionKey)}
            >
              ${name}${isInherited ? html` <span class="help">(${words.inheritedShort})</span>` : nothing}
            </button>
          </li>`,
      )}
    </ul>`
  }

  #toggle(id: string, isOpen: boolean): void {
    if (this.opened.has(id) === isOpen) return
    this.opened = new Set(isOpen ? [...this.opened, id] : [...this.opened].filter((one) => one !== id))
  }
}

define('desk-responsibility-map', ResponsibilityMap)

declare global {
  interface HTMLElementTagNameMap {
    'desk-responsibility-map': ResponsibilityMap
  }
}
