import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Combobox, ComboboxOption, OptionChosenEvent, Suggest } from '@amtsweg/kit/combobox.ts'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from './desk.styles.ts'
import { words } from './words.ts'
import '@amtsweg/kit/combobox.ts'

/** Something that can be picked: an office, a person. */
interface Picked {
  readonly id: string
  readonly name: string
  /** What tells it from others of its name. */
  readonly detail?: string | undefined
}

/** Where things to be picked come from. */
export interface PickerSource {
  /** What fits the words that somebody types. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Picked[]>
  /** What an id is called; throws where there is none of it. */
  readonly named: (id: string) => Promise<Picked>
}

/** Somebody has picked something, or nothing any more. */
export class PickedEvent extends Event {
  readonly picked: Picked | undefined

  constructor(picked: Picked | undefined) {
    super('desk-picked', { bubbles: true })
    this.picked = picked
  }
}

/**
 * One thing, found by its name instead of typed by its id: the field with suggestions of our widgets until something is picked, then its name and a
 * way to take another or none.
 *
 * @tag desk-picker
 * @event {PickedEvent} desk-picked - Another thing was picked, or none; `event.picked`.
 */
class Picker extends LitElement {
  static override styles = [
    deskStyles,
    css`
      #label {
        font-weight: 600;
      }
      strong {
        font-weight: inherit;
      }
    `,
  ]

  @property() label = ''
  @property() help = ''
  @property() error = ''
  /** Id of what is picked; empty = nothing. */
  @property() value = ''
  @property({ attribute: false }) source!: PickerSource

  @state() private known: Picked | undefined
  @state() private isUnknown = false

  #isPicking = false

  readonly #suggest: Suggest = async (text, signal) =>
    (await this.source.find(text, signal)).map((value) => ({
      ...{ label: value.name, value },
      ...(value.detail ? { detail: value.detail } : {}),
    }))

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('value') && this.value && this.known?.id !== this.value) void this.#call(this.value)
  }

  /** The focus follows from the field to what was picked, and back. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('value')) return
    if (this.#isPicking) this.focus()
    this.#isPicking = false
  }

  async #call(id: string): Promise<void> {
    this.known = undefined
    this.isUnknown = false
    try {
      const found = await this.source.named(id)
      if (this.value === id) this.known = found
    } catch {
      if (this.value === id) this.isUnknown = true
    }
  }

  /** Where an error of the form leads to. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('amt-combobox, button')?.focus()
  }

  #pick(picked: Picked | undefined): void {
    this.known = picked
    this.#isPicking = true
    this.dispatchEvent(new PickedEvent(picked))
    // Whoever lists what was picked keeps none in the field: it is empty for the next one.
    const field = this.renderRoot.querySelector<Combobox>('amt-combobox')
    if (field) field.value = ''
  }

  override render() {
    return this.value ? this.#chosen() : this.#field()
  }

  #field() {
    return html`<amt-combobox
      label=${this.label}
      help=${this.help}
      error=${this.error}
      min-length="1"
      .words=${words.picker}
      .suggest=${this.#suggest}
      @amt-option-chosen=${({ option }: OptionChosenEvent) =>
        this.#pick((option as ComboboxOption<Picked>).value)}
    ></amt-combobox>`
  }

  #chosen() {
    const { label, known, isUnknown } = this
    const name = known?.name ?? (isUnknown ? this.value : words.picker.loading)
    return html`<div class="field" role="group" aria-labelledby="label">
      <span id="label">${label}</span>
      <div class="row">
        <span>
          <strong>${name}</strong>
          ${known?.detail ? html`<span class="help">${known.detail}</span>` : nothing}
          ${isUnknown ? html`<span class="error">${words.picker.unknown}</span>` : nothing}
        </span>
        <button
          type="button"
          class="button plain"
          aria-label=${words.picker.changeOf(label, name)}
          @click=${() => this.#pick(undefined)}
        >
          ${words.picker.change}
        </button>
      </div>
      ${this.error ? html`<p class="error">${this.error}</p>` : nothing}
    </div>`
  }
}

define('desk-picker', Picker)

declare global {
  interface HTMLElementTagNameMap {
    'desk-picker': Picker
  }
  interface HTMLElementEventMap {
    'desk-picked': PickedEvent
  }
}
