import { html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { AreaHit } from '@amtsweg/contract'
import type { PlacesMessages, StateMessages } from '@amtsweg/messages'
import { AmtElement } from './amt-element.ts'
import type { ComboboxOption, OptionChosenEvent, TextSubmittedEvent } from './combobox.ts'
import { controls } from './controls.styles.ts'
import { define } from './define.ts'
import { styles } from './place-picker.styles.ts'
import { problemText } from './states.ts'
import { tokens } from './tokens.styles.ts'
import { type Place, rememberPlace } from './visit-place.ts'

/** The reader said where; the place is remembered for this visit. */
export class PlaceChosenEvent extends Event {
  readonly place: Place

  constructor(place: Place) {
    super('amt-place-chosen', { bubbles: true, composed: true })
    this.place = place
  }
}

/**
 * Asks where: a field for place names and postcodes, and a button that finds the reader's position when pressed.
 * Part of our widgets, not for pages.
 *
 * @tag amt-place-picker
 * @summary Asks the reader for a place.
 * @status internal
 *
 * @event {PlaceChosenEvent} amt-place-chosen - The reader chose a place; `event.place`.
 * @csspart label - The label above the field.
 * @csspart input - The text field.
 * @csspart list - The list of suggestions.
 * @csspart locate - The button that uses the reader's position.
 */
export class PlacePicker extends AmtElement {
  static override styles = [tokens, controls, styles]
  static override shadowRootOptions = { ...AmtElement.shadowRootOptions, delegatesFocus: true }

  /** Region key to stay within. */
  @property() within = ''

  /** What stands in the field. */
  @property() value = ''

  /** The words of the places domain and those every search has. */
  @property({ attribute: false }) messages!: StateMessages & { readonly places: PlacesMessages }

  @state() private error = ''
  @state() private locating = false

  override connectedCallback(): void {
    super.connectedCallback()
    // A chunk of its own, which the loader has usually brought already.
    void import('./combobox.ts')
  }

  /** Puts the caret into the field. */
  override focus(): void {
    void customElements.whenDefined('amt-combobox').then(async () => {
      await this.updateComplete
      this.renderRoot.querySelector('amt-combobox')?.focus()
    })
  }

  readonly #suggest = async (
    text: string,
    signal: AbortSignal,
  ): Promise<readonly ComboboxOption<AreaHit>[]> => {
    const hits = await this.#find(text, signal)
    return hits.map((hit) => ({ label: hit.label, detail: this.#detail(hit), value: hit }))
  }

  async #find(q: string, signal?: AbortSignal): Promise<readonly AreaHit[]> {
    // Namesakes must all be in sight: Germany has eleven Gemeinden called Neuenkirchen.
    const page = await this.client.areas({ q, within: this.within, limit: 20, lang: this.language, signal })
    return page.items
  }

  #detail(hit: AreaHit): string {
    const { former, areas } = this.messages.places
    const parts = [
      hit.detail,
      hit.formerName && former(hit.formerName),
      // A postcode's detail already names its Gemeinden.
      hit.kind !== 'postcode' && hit.areaCount > 1 && areas(hit.areaCount),
    ]
    return parts.filter(Boolean).join(' · ')
  }

  #choose({ label, detail, regionKey, postcode }: AreaHit): void {
    this.error = ''
    this.value = label
    const place = { label, detail, ...(regionKey && { regionKey }), ...(postcode && { postcode }) }
    rememberPlace(place)
    this.dispatchEvent(new PlaceChosenEvent(place))
  }

  /** Enter without a chosen line: only what can mean one place alone is taken, never the first of several. */
  async #take(text: string): Promise<void> {
    try {
      const hits = await this.#find(text)
      const same = hits.filter((hit) => hit.label.toLowerCase() === text.toLowerCase())
      const [only, ...others] = same.length ? same : hits
      if (only && !others.length) return this.#choose(only)
      this.error = hits.length ? this.messages.search.chooseOne : this.messages.search.none(text)
    } catch (error) {
      this.error = problemText(this.messages, error)
    }
  }

  readonly #locate = () => {
    const words = this.messages.places
    this.locating = true
    this.error = ''
    const failed = (text: string) => {
      this.locating = false
      this.error = text
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.client
          .areaAt(coords.latitude, coords.longitude, { lang: this.language })
          .then((hit) => (hit ? this.#choose(hit) : failed(words.locationOutside)))
          .catch((error: unknown) => failed(problemText(this.messages, error)))
          .finally(() => (this.locating = false))
      },
      ({ code, PERMISSION_DENIED }) =>
        failed(code === PERMISSION_DENIED ? words.locationRefused : words.locationFailed),
      { timeout: 10_000, maximumAge: 300_000 },
    )
  }

  override render() {
    const { places, search } = this.messages
    return html`
      <amt-combobox
        exportparts="label, input, list"
        .label=${places.label}
        .help=${places.help}
        .error=${this.error}
        .value=${this.value}
        .words=${search}
        .suggest=${this.#suggest}
        @input=${() => (this.error = '')}
        @amt-option-chosen=${(event: OptionChosenEvent<AreaHit>) => this.#choose(event.option.value)}
        @amt-text-submitted=${(event: TextSubmittedEvent) => void this.#take(event.text)}
      ></amt-combobox>
      ${'geolocation' in navigator && isSecureContext ? this.#renderLocate() : nothing}
    `
  }

  #renderLocate() {
    const { useLocation, locating } = this.messages.places
    return html`
      <button
        part="locate"
        type="button"
        class="button plain"
        ?disabled=${this.locating}
        @click=${this.#locate}
      >
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 2v4m0 12v4M2 12h4m12 0h4" />
          <circle cx="12" cy="12" r="6" />
        </svg>
        ${useLocation}
      </button>
      <p class="visually-hidden" role="status">${this.locating ? locating : ''}</p>
    `
  }
}

define('amt-place-picker', PlacePicker)

declare global {
  interface HTMLElementTagNameMap {
    'amt-place-picker': PlacePicker
  }
  interface HTMLElementEventMap {
    'amt-place-chosen': PlaceChosenEvent
  }
}
