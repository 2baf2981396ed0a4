import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { AreaOutlines } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import type { FeatureChosenEvent } from './feature-map.ts'
import { previewWords as words } from './preview-words.ts'

interface Feature {
  readonly id?: string | number
  readonly geometry: object | null
  readonly properties: Readonly<Record<string, unknown>> | null
}
interface Features {
  readonly features: readonly Feature[]
  readonly numberMatched: number
}

/** Rows of the list that come at once. */
const step = 20

/**
 * What a version holds, on a map and as a list, before it is published.
 *
 * @tag desk-version-preview
 */
class VersionPreview extends LitElement {
  static override styles = [
    deskStyles,
    css`
      :host {
        display: grid;
        gap: var(--_space);
      }
      .names {
        display: flex;
        flex-wrap: wrap;
        gap: calc(0.5 * var(--_space));
        padding: 0;
        list-style: none;
      }
      .names button[aria-pressed='true'] {
        outline: 2px solid var(--_accent);
      }
      .names .button {
        overflow-wrap: anywhere;
        text-align: start;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(5rem, max-content) minmax(0, 1fr);
        gap: calc(0.25 * var(--_space)) var(--_space);
        margin: 0;
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) desk!: Desk
  @property() collection = ''
  @property({ type: Number }) number = 0
  /** Property that names a feature. */
  @property({ attribute: 'title-property' }) titleProperty = ''

  @state() private read: Features | undefined
  @state() private ground: AreaOutlines | undefined
  @state() private shown = step
  @state() private selected = ''
  @state() private error: unknown

  #asking = new AbortController()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking.abort()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('number') || changed.has('collection')) void this.#load()
  }

  /** The library of the map is as large as the rest of the desk, so it comes only here. */
  async #load(): Promise<void> {
    this.#asking.abort()
    const { signal } = (this.#asking = new AbortController())
    Object.assign(this, { read: undefined, error: undefined, shown: step, selected: '' })
    const path = `/geodata/collections/${encodeURIComponent(this.collection)}/versions/${this.number}/features`
    try {
      const [{ data }, ground] = await Promise.all([
        this.desk.api.get<Features>(path, { signal }),
        this.#outlines(signal),
        import('./feature-map.ts'),
      ])
      Object.assign(this, { read: data, ground })
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  /** Where the town lies; without it the features are shown alone. */
  async #outlines(signal: AbortSignal): Promise<AreaOutlines | undefined> {
    const { regionKey } = this.desk.grant
    if (!regionKey) return undefined
    try {
      return (await this.desk.api.get<AreaOutlines>(`/areas/${regionKey}/outlines`, { signal })).data
    } catch {
      return undefined
    }
  }

  #nameOf({ id, properties }: Feature): string {
    const values = Object.values(properties ?? {})
    const told = properties?.[this.titleProperty] ?? values.find((one) => typeof one === 'string' && one)
    return typeof told === 'string' || typeof told === 'number' ? String(told) : words.unnamed(String(id))
  }

  override render() {
    const { read } = this
    return html`
      <h3>${words.heading}</h3>
      <p>${words.text}</p>
      ${this.error ? failed(this.error, () => void this.#load()) : nothing}
      ${read || this.error ? nothing : waiting(8, 8, 8)} ${read ? this.#features(read) : nothing}
    `
  }

  #features(read: Features) {
    const { features, numberMatched } = read
    if (features.length === 0) return empty(words.none)
    const chosen = features.find(({ id }) => String(id) === this.selected)
    return html`
      <desk-feature-map
        label=${words.map(this.number)}
        .features=${read}
        .ground=${this.ground}
        selected=${this.selected}
        @desk-feature-chosen=${({ feature }: FeatureChosenEvent) => (this.selected = feature)}
      ></desk-feature-map>
      <p role="status">${chosen ? words.chosen(this.#nameOf(chosen)) : words.choose}</p>
      ${chosen ? detailsOf(chosen) : nothing}
      <h4 id="list">${words.list}</h4>
      ${numberMatched > features.length ? html`<p class="help">${words.some(features.length, numberMatched)}</p>` : nothing}
      <ul class="names" aria-labelledby="list">
        ${features.slice(0, this.shown).map(
          (feature) =>
            html`<li>
              <button
                type="button"
                class="button quiet"
                aria-pressed=${feature === chosen ? 'true' : 'false'}
                @click=${() => (this.selected = String(feature.id))}
              >
                ${this.#nameOf(feature)}
              </button>
            </li>`,
        )}
      </ul>
      ${
        features.length > this.shown
          ? html`<p>
              <button type="button" class="button quiet" data-more @click=${() => this.#more()}>
                ${words.more}
              </button>
            </p>`
          : nothing
      }
    `
  }

  /** Leads on to the first of those that come. */
  async #more(): Promise<void> {
    const first = this.shown
    this.shown += step
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.names button')[first]?.focus()
  }
}

const detailsOf = ({ geometry, properties }: Feature) => html`
  ${geometry ? nothing : html`<p class="help">${words.placeless}</p>`}
  <dl>
    ${Object.entries(properties ?? {}).map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>`,
    )}
  </dl>
`

define('desk-version-preview', VersionPreview)

declare global {
  interface HTMLElementTagNameMap {
    'desk-version-preview': VersionPreview
  }
}
