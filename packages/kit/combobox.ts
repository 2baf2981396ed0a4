import { Task } from '@lit/task'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { StateMessages } from '@amtsweg/messages'
import { styles } from './combobox.styles.ts'
import { controls } from './controls.styles.ts'
import { define } from './define.ts'
import { tokens } from './tokens.styles.ts'

/** One line of the list. `value` is yours and comes back with the event. */
export interface ComboboxOption<Value = unknown> {
  readonly label: string
  readonly detail?: string | undefined
  readonly value: Value
}

/** The reader chose a line of the list. */
class OptionChosenEvent<Value = unknown> extends Event {
  readonly option: ComboboxOption<Value>

  constructor(option: ComboboxOption<Value>) {
    super('amt-option-chosen', { bubbles: true })
    this.option = option
  }
}

/** The reader pressed Enter on words of their own, without choosing a line. */
class TextSubmittedEvent extends Event {
  readonly text: string

  constructor(text: string) {
    super('amt-text-submitted', { bubbles: true })
    this.text = text
  }
}

/** Where the lines come from: all of them at once, or asked for as the reader types. */
export type Suggest = (
  text: string,
  signal: AbortSignal,
) => Promise<readonly ComboboxOption[]> | readonly ComboboxOption[]

/** Quiet before suggestions are asked for, in milliseconds. */
const quiet = 150

/**
 * A text field with suggestions (ARIA APG: editable combobox with list autocomplete). Part of our widgets, not for pages.
 *
 * @tag amt-combobox
 * @summary Text field with suggestions.
 * @status internal
 *
 * @slot - A button beside the field.
 * @event {OptionChosenEvent} amt-option-chosen - A line was chosen; `event.option`.
 * @event {TextSubmittedEvent} amt-text-submitted - Enter without a chosen line; `event.text`.
 * @csspart label - The label above the field.
 * @csspart input - The text field.
 * @csspart list - The list of suggestions.
 */
class Combobox extends LitElement {
  static override styles = [tokens, controls, styles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  /** Label above the field. */
  @property() label = ''

  /** One line of help between label and field. */
  @property() help = ''

  /** What is wrong with the entry, shown beside the field. */
  @property() error = ''

  /** What stands in the field. */
  @property() value = ''

  /** Characters after which suggestions are asked for; 0 shows all lines at once. */
  @property({ type: Number, attribute: 'min-length' }) minLength = 2

  /** Gives the lines for a text. */
  @property({ attribute: false }) suggest: Suggest = () => []

  /** The words: how many, none, failed. */
  @property({ attribute: false }) words!: StateMessages['search']

  @state() private open = false
  @state() private active = -1
  /** What the list belongs to; unlike `value` it waits for the end of an IME composition. */
  @state() private asked: string | undefined

  readonly #lines = new Task(this, {
    args: () => [this.asked, this.suggest] as const,
    task: async ([text, suggest], { signal }) => {
      if (text === undefined || text.length < this.minLength) return undefined
      if (text) await new Promise((resolve) => setTimeout(resolve, quiet))
      signal.throwIfAborted()
      return suggest(text, signal)
    },
  })

  get #options(): readonly ComboboxOption[] {
    return this.#lines.value ?? []
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input')
  }

  /** Puts the caret into the field, as soon as it is there. */
  override focus(): void {
    void this.updateComplete.then(() => this.#input?.focus())
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active')) {
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
    }
  }

  readonly #close = (): void => {
    this.open = false
    this.active = -1
  }

  #ask(): void {
    this.open = true
    this.active = -1
    this.asked = this.value.trim()
  }

  #choose(option: ComboboxOption): void {
    this.value = option.label
    this.asked = undefined
    this.#close()
    this.dispatchEvent(new OptionChosenEvent(option))
  }

  /** Also at the end of an IME composition; while it lasts, the text is not the reader's yet. */
  readonly #onInput = (event: Event) => {
    this.value = this.#input!.value
    if (!(event as InputEvent).isComposing) this.#ask()
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    const { key, altKey, isComposing } = event
    if (isComposing) return
    const arrow = key === 'ArrowDown' ? 1 : -1
    if (key === 'Enter') this.#enter()
    else if (arrow === 1 || (key === 'ArrowUp' && !altKey)) this.#move(arrow, altKey)
    else if (this.#expanded && (key === 'Escape' || key === 'ArrowUp')) this.#close()
    else {
      // The caret moves or text changes: the reader is in the field again, not in the list.
      this.active = -1
      if (key === 'Tab') this.open = false
      return
    }
    event.preventDefault()
  }

  #enter(): void {
    const option = this.open && this.#options[this.active]
    if (option) this.#choose(option)
    else if (this.value.trim()) this.dispatchEvent(new TextSubmittedEvent(this.value.trim()))
  }

  #move(step: 1 | -1, onlyOpen: boolean): void {
    if (!this.open) this.#ask()
    // Beyond either end lies the field itself.
    const stops = this.#options.length + 1
    if (!onlyOpen) this.active = ((this.active + 1 + step + stops) % stops) - 1
  }

  get #expanded(): boolean {
    return this.open && this.#options.length > 0
  }

  /** What the live region says once the suggestions have come. */
  get #status(): string {
    return (
      this.#lines.render({
        complete: (options) =>
          options && (options.length ? this.words.results(options.length) : this.words.none(this.asked!)),
        error: () => this.words.failed,
      }) ?? ''
    )
  }

  override render() {
    return html`
      <label part="label" for="input">${this.label}</label>
      <div id="about">
        <p class="small muted">${this.help}</p>
        <p class="error">${this.error}</p>
      </div>
      <div class="field">
        <input
          id="input"
          part="input"
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="200"
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${this.#expanded}
          aria-activedescendant=${this.active < 0 ? nothing : `option-${this.active}`}
          aria-describedby="about"
          aria-invalid=${!!this.error}
          .value=${this.value}
          @input=${this.#onInput}
          @click=${() => this.minLength || this.#ask()}
          @keydown=${this.#onKeydown}
          @compositionend=${this.#onInput}
          @blur=${this.#close}
        />
        <ul
          id="list"
          part="list"
          role="listbox"
          aria-label=${this.label}
          ?hidden=${!this.#expanded}
          @mousedown=${(event: Event) => event.preventDefault()}
        >
          ${this.#options.map((option, index) => this.#renderOption(option, index))}
        </ul>
        <slot></slot>
      </div>
      <p class=${this.#options.length ? 'visually-hidden' : 'small'} role="status">${this.#status}</p>
    `
  }

  #renderOption(option: ComboboxOption, index: number) {
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.active}
      @click=${() => this.#choose(option)}
    >
      ${option.label} ${option.detail ? html`<div class="small">${option.detail}</div>` : nothing}
    </li>`
  }
}

define('amt-combobox', Combobox)

export type { Combobox, OptionChosenEvent, TextSubmittedEvent }

declare global {
  interface HTMLElementTagNameMap {
    'amt-combobox': Combobox
  }
  interface HTMLElementEventMap {
    'amt-option-chosen': OptionChosenEvent
    'amt-text-submitted': TextSubmittedEvent
  }
}
