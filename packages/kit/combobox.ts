import { isAbort } from '@amtsweg/client'
import type { StateMessages } from '@amtsweg/messages'
import { initialState, Task } from '@lit/task'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
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
export class OptionChosenEvent<Value = unknown> extends Event {
  readonly option: ComboboxOption<Value>

  constructor(option: ComboboxOption<Value>) {
    super('amt-option-chosen', { bubbles: true })
    this.option = option
  }
}

/** The reader pressed Enter on words of their own, without choosing a line. */
export class TextSubmittedEvent extends Event {
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

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    })
  })

/**
 * A text field with suggestions (ARIA APG: editable combobox with list autocomplete). Part of our widgets, not for pages.
 *
 * @tag amt-combobox
 * @summary Text field with suggestions.
 * @status internal
 *
 * @event {OptionChosenEvent} amt-option-chosen - A line was chosen; `event.option`.
 * @event {TextSubmittedEvent} amt-text-submitted - Enter without a chosen line; `event.text`.
 * @csspart label - The label above the field.
 * @csspart input - The text field.
 * @csspart list - The list of suggestions.
 * @cssprop [--amt-color-accent=LinkText] - Colour of the focus ring and of what is active.
 */
export class Combobox extends LitElement {
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

  /** Milliseconds of quiet before suggestions are asked for. */
  @property({ type: Number }) debounce = 150

  /** Gives the lines for a text. */
  @property({ attribute: false }) suggest: Suggest = () => []

  /** The words: how many, none, failed, clear. */
  @property({ attribute: false }) words: StateMessages['search'] | undefined

  @state() private open = false
  @state() private active = -1
  /** What the list belongs to; unlike `value` it waits for the end of an IME composition. */
  @state() private asked: string | undefined
  @query('input') private readonly input!: HTMLInputElement

  #options: readonly ComboboxOption[] = []
  #composing = false

  readonly #lines = new Task(this, {
    args: () => [this.asked, this.suggest] as const,
    task: async ([text, suggest], { signal }) => {
      if (text === undefined || text.trim().length < this.minLength) return initialState
      if (this.minLength > 0) await pause(this.debounce, signal)
      return suggest(text.trim(), signal)
    },
    onComplete: (options) => this.#show(options),
    onError: (error) => {
      if (!isAbort(error)) this.#show([])
    },
  })

  /** Puts the caret into the field. */
  override focus(options?: FocusOptions): void {
    this.input?.focus(options)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active')) {
      this.renderRoot.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
    }
  }

  #show(options: readonly ComboboxOption[]): void {
    this.#options = options
    this.active = -1
    this.requestUpdate()
  }

  #close(): void {
    this.open = false
    this.active = -1
  }

  #ask(): void {
    this.open = true
    this.asked = this.value
    if (this.value.trim().length < this.minLength) this.#show([])
  }

  #choose(option: ComboboxOption): void {
    this.value = option.label
    this.asked = undefined
    this.#options = []
    this.#close()
    this.dispatchEvent(new OptionChosenEvent(option))
  }

  #clear(): void {
    this.value = ''
    this.asked = undefined
    this.#show([])
    this.#close()
    this.input.focus()
  }

  readonly #onInput = (event: InputEvent) => {
    this.value = this.input.value
    if (!event.isComposing) this.#ask()
  }

  readonly #onCompositionEnd = () => {
    this.#composing = false
    this.value = this.input.value
    this.#ask()
  }

  readonly #onKeydown = (event: KeyboardEvent) => {
    if (event.isComposing || this.#composing) return
    const act = this.#keys[event.key]
    if (act?.(event)) event.preventDefault()
  }

  /** Each tells whether the key was for us. */
  readonly #keys: Readonly<Record<string, (event: KeyboardEvent) => boolean>> = {
    ArrowDown: (event) => this.#move(1, event.altKey),
    ArrowUp: (event) => {
      if (event.altKey) this.#close()
      return event.altKey || this.#move(-1, false)
    },
    Home: () => this.#leaveList(),
    End: () => this.#leaveList(),
    ArrowLeft: () => this.#leaveList(),
    ArrowRight: () => this.#leaveList(),
    Tab: () => {
      this.#close()
      return false
    },
    Escape: () => {
      if (!this.open && !this.value) return false
      if (this.#expanded) this.#close()
      else this.#clear()
      return true
    },
    Enter: () => {
      const option = this.#options[this.active]
      if (option && this.open) this.#choose(option)
      else if (this.value.trim()) this.dispatchEvent(new TextSubmittedEvent(this.value.trim()))
      return true
    },
  }

  #leaveList(): boolean {
    this.active = -1
    return false
  }

  #move(step: 1 | -1, onlyOpen: boolean): boolean {
    if (!this.open) {
      this.#ask()
      if (onlyOpen) return true
    }
    const count = this.#options.length
    // Beyond either end lies the field itself.
    if (count) this.active = ((this.active + 1 + step + count + 1) % (count + 1)) - 1
    return true
  }

  get #expanded(): boolean {
    return this.open && this.#options.length > 0
  }

  get #settled(): boolean {
    return this.open && this.asked !== undefined && this.asked.trim().length >= this.minLength
  }

  /** What the live region says once the suggestions have come. */
  get #status(): string {
    if (!this.words || !this.#settled) return ''
    return (
      this.#lines.render({
        complete: ({ length }) => (length ? this.words!.results(length) : this.words!.none(this.asked!)),
        error: (error) => (isAbort(error) ? '' : this.words!.failed),
      }) ?? ''
    )
  }

  override render() {
    const status = this.#status
    return html`
      <label part="label" for="input">${this.label}</label>
      ${this.help ? html`<p id="help" class="help small muted">${this.help}</p>` : nothing}
      ${this.error ? html`<p id="error" class="error">${this.error}</p>` : nothing}
      <div class="field">
        <input
          id="input"
          part="input"
          type="text"
          role="combobox"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          maxlength="200"
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${this.#expanded}
          aria-activedescendant=${this.active < 0 ? nothing : `option-${this.active}`}
          aria-describedby=${[this.help && 'help', this.error && 'error'].filter(Boolean).join(' ') || nothing}
          aria-invalid=${this.error ? 'true' : nothing}
          .value=${this.value}
          @input=${this.#onInput}
          @click=${() => this.minLength === 0 && this.#ask()}
          @keydown=${this.#onKeydown}
          @compositionstart=${() => (this.#composing = true)}
          @compositionend=${this.#onCompositionEnd}
          @blur=${() => this.#close()}
        />
        ${this.value && this.words ? this.#renderClear(this.words.clear) : nothing}
        <div
          class="popup"
          ?hidden=${!this.#expanded}
          @pointerdown=${(event: Event) => event.preventDefault()}
        >
          <ul id="list" part="list" role="listbox" aria-label=${this.label}>
            ${this.#options.map((option, index) => this.#renderOption(option, index))}
          </ul>
        </div>
      </div>
      <p class=${this.#options.length ? 'visually-hidden' : 'status small'} role="status">${status}</p>
    `
  }

  #renderClear(label: string) {
    return html`<button type="button" class="clear" aria-label=${label} @click=${() => this.#clear()}>
      <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" /></svg>
    </button>`
  }

  #renderOption(option: ComboboxOption, index: number) {
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.active}
      @click=${() => this.#choose(option)}
    >
      <span>${option.label}</span>
      ${option.detail ? html`<span class="small detail">${option.detail}</span>` : nothing}
    </li>`
  }
}

define('amt-combobox', Combobox)

declare global {
  interface HTMLElementTagNameMap {
    'amt-combobox': Combobox
  }
  interface HTMLElementEventMap {
    'amt-option-chosen': OptionChosenEvent
    'amt-text-submitted': TextSubmittedEvent
  }
}
