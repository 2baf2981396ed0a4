import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { GeoCollectionState } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { empty } from '../shell/states.ts'
import { versionWords } from './version-words.ts'
import '../shell/copy.ts'

const words = versionWords.sharing

/**
 * Where others find a collection, what they have to name, and how it comes onto a website.
 *
 * @tag desk-geodata-sharing
 */
class Sharing extends LitElement {
  static override styles = [deskStyles]

  /** The collection as it is published. */
  @property({ attribute: false }) kept: Partial<GeoCollectionState> = {}

  /** Source note as readers get it; '' where it could not be read. */
  @state() private attribution = ''

  #asking = new AbortController()

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#asking.abort()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kept')) void this.#load()
  }

  get #address(): string {
    return `${location.origin}/ogc/collections/${this.kept.id}`
  }

  /** Read where readers read it, so that it is the same; of what is not public nobody without a token reads it. */
  async #load(): Promise<void> {
    this.#asking.abort()
    const { signal } = (this.#asking = new AbortController())
    this.attribution = ''
    if (this.kept.audience !== 'public' || !this.kept.version) return
    try {
      const response = await fetch(`${this.#address}?f=json`, { signal })
      const read = (await response.json()) as { readonly attribution?: unknown }
      if (response.ok && typeof read.attribution === 'string') this.attribution = read.attribution
    } catch {
      // The addresses are shown without it.
    }
  }

  override render() {
    const { kept, attribution } = this
    if (!kept.version) return empty(words.closed)
    const isOpen = kept.audience === 'public'
    const script = `<script type="module" src="${location.origin}/v1/embed.js"></` + 'script>'
    return html`
      <section aria-labelledby="sharing">
        <h2 id="sharing">${words.heading}</h2>
        ${isOpen ? nothing : html`<p class="aside">${words.limited}</p>`}
        <desk-copy label=${words.address} text=${this.#address}></desk-copy>
        ${
          isOpen
            ? html`<p class="row">
                  <a class="button quiet" href="${this.#address}?f=html" target="_blank">${words.page}</a>
                </p>
                <h3>${words.downloads}</h3>
                <ul class="row bare">
                  ${Object.entries(words.formats).map(
                    ([format, label]) =>
                      html`<li>
                        <a class="button quiet" href="${this.#address}/download/${format}" download
                          >${label}</a
                        >
                      </li>`,
                  )}
                </ul>`
            : nothing
        }
        ${
          attribution
            ? html`<desk-copy label=${words.attribution} text=${attribution}></desk-copy>
                <p class="help">${words.attributionHelp}</p>`
            : nothing
        }
        ${
          isOpen
            ? html`<desk-copy
                  label=${words.snippet}
                  text=${`${script}<amt-map-viewer collections="${kept.id}"></amt-map-viewer>`}
                ></desk-copy>
                <p class="help">${words.snippetHelp}</p>`
            : nothing
        }
      </section>
    `
  }
}

define('desk-geodata-sharing', Sharing)

declare global {
  interface HTMLElementTagNameMap {
    'desk-geodata-sharing': Sharing
  }
}
