import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { define } from '@amtsweg/kit/define.ts'
import type { PlaceChosenEvent } from '../readability/readability-panel.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { type EditedText, editedText, htmlOfEdited, readableText } from './markup.ts'
import { styles } from './text-editor.styles.ts'
import { words } from './words.ts'

/** What is written has changed. */
class TextChangedEvent extends Event {
  constructor() {
    super('desk-text-changed', { bubbles: true, composed: true })
  }
}

/**
 * A text of a description: a plain field with a few marks, so that it works with every screen reader and keyboard, and how
 * hard it is to read.
 *
 * @tag desk-text
 * @event {TextChangedEvent} desk-text-changed - What is written has changed; read `value`.
 */
export class TextEditor extends LitElement {
  static override styles = [deskStyles, styles]

  /** What it is, above the field. */
  @property() label = ''

  /** Language that is written, as BCP 47 tag. */
  @property({ attribute: 'text-lang' }) textLang = 'de'

  /** The text to begin with, as HTML of the API. Setting what is written already changes nothing. */
  @property({ attribute: false }) html = ''

  /** What is wrong with it, as a sentence that says what to do. */
  @property() error = ''

  @state() private edited: EditedText = { text: '', isHtml: false }
  @state() private isJudged = false

  #written = ''

  /** What is written, as HTML. */
  get value(): string {
    return this.#written
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('html') || this.html === this.#written) return
    this.edited = editedText(this.html)
    this.#written = this.html
  }

  get #field(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!
  }

  override focus(): void {
    this.#field.focus()
  }

  #write(text: string) {
    this.edited = { ...this.edited, text }
    this.#written = htmlOfEdited(this.edited)
    this.dispatchEvent(new TextChangedEvent())
  }

  /** Puts marks around what is selected, or at the beginning of its lines. */
  #mark(before: string, after: string, isLine: boolean) {
    const field = this.#field
    const { selectionStart: start, selectionEnd: end, value } = field
    const from = isLine ? value.lastIndexOf('\n', start - 1) + 1 : start
    const selected = value.slice(from, end)
    const marked = isLine
      ? selected
          .split('\n')
          .map((line, at) => before.replace('1', `${at + 1}`) + line)
          .join('\n')
      : before + (selected || (after.startsWith(']') ? words.linkWords : '')) + after
    field.setRangeText(marked, from, end, 'end')
    field.focus()
    this.#write(field.value)
  }

  #show({ start, end }: PlaceChosenEvent) {
    this.#field.focus()
    this.#field.setSelectionRange(start, end)
  }

  readonly #judge = async () => {
    await import('../readability/readability-panel.ts')
    this.isJudged = !this.isJudged
  }

  override render() {
    const { edited, textLang } = this
    const isGerman = textLang === 'de' || textLang === 'de-x-leicht'
    return html`
      <div class="stack">
        <label for="text">${this.label}</label>
        ${this.error ? html`<p class="error" id="error">${this.error}</p>` : nothing}
        <div class="tools" role="group" aria-label=${words.tools}>
          ${edited.isHtml ? nothing : this.#toolsPart()}
          ${
            isGerman
              ? html`<button
                  type="button"
                  class="button plain"
                  aria-expanded=${this.isJudged ? 'true' : 'false'}
                  @click=${this.#judge}
                >
                  ${words.readability}
                </button>`
              : nothing
          }
        </div>
        <div class="both ${this.isJudged ? 'judged' : ''}">
          <textarea
            id="text"
            lang=${textLang}
            dir="auto"
            aria-invalid=${this.error ? 'true' : nothing}
            aria-describedby=${this.error ? 'help error' : 'help'}
            .value=${live(edited.text)}
            @input=${(event: Event) => this.#write((event.target as HTMLTextAreaElement).value)}
          ></textarea>
          ${
            this.isJudged && isGerman
              ? html`<desk-readability
                  .text=${readableText(edited)}
                  .textStyle=${textLang === 'de' ? 'plain' : 'easy'}
                  @desk-place-chosen=${(event: PlaceChosenEvent) => this.#show(event)}
                ></desk-readability>`
              : nothing
          }
        </div>
        <p class="help" id="help">${edited.isHtml ? words.isHtml : words.marks}</p>
      </div>
    `
  }

  #toolsPart() {
    const tools = [
      [words.bold, '**', '**', false],
      [words.list, '- ', '', true],
      [words.numbers, '1. ', '', true],
      [words.heading, '# ', '', true],
      [words.link, '[', `](${words.linkAddress})`, false],
    ] as const
    return tools.map(
      ([label, before, after, isLine]) =>
        html`<button type="button" class="button plain" @click=${() => this.#mark(before, after, isLine)}>
          ${label}
        </button>`,
    )
  }
}

define('desk-text', TextEditor)

declare global {
  interface HTMLElementTagNameMap {
    'desk-text': TextEditor
  }
  interface HTMLElementEventMap {
    'desk-text-changed': TextChangedEvent
  }
}
