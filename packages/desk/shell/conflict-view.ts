import { html, LitElement } from 'lit'
import { property, state } from 'lit/decorators.js'
import { define } from '@amtsweg/kit/define.ts'
import { styles } from './conflict-view.styles.ts'
import { deskStyles } from './desk.styles.ts'
import { words } from './words.ts'

export interface ContestedField {
  readonly id: string
  readonly label: string
  /** Both versions, as somebody reads them. */
  readonly mine: unknown
  readonly theirs: unknown
}

export type Side = 'mine' | 'theirs'

/** Somebody has chosen a version for each contested field. */
class ConflictSolvedEvent extends Event {
  readonly choices: Readonly<Record<string, Side>>

  constructor(choices: Readonly<Record<string, Side>>) {
    super('desk-conflict-solved', { bubbles: true })
    this.choices = choices
  }
}

/**
 * Two have changed the same: both versions side by side, and a choice for each field. Until then nothing is saved and nothing lost.
 *
 * @tag desk-conflict-view
 * @summary Mine and theirs, field by field.
 * @event {ConflictSolvedEvent} desk-conflict-solved - Each field has its version; `event.choices`.
 */
class ConflictView extends LitElement {
  static override styles = [deskStyles, styles]

  @property({ attribute: false }) fields: readonly ContestedField[] = []
  @state() private choices: Readonly<Record<string, Side>> = {}
  @state() private isIncomplete = false

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('h2')!.focus()
  }

  #choose(id: string, side: Side): void {
    this.choices = { ...this.choices, [id]: side }
    this.isIncomplete = false
  }

  #onSubmit(event: Event): void {
    event.preventDefault()
    const open = this.fields.find(({ id }) => !this.choices[id])
    if (!open) {
      this.dispatchEvent(new ConflictSolvedEvent(this.choices))
      return
    }
    this.isIncomplete = true
    this.renderRoot.querySelector<HTMLInputElement>(`input[name="${CSS.escape(open.id)}"]`)!.focus()
  }

  override render() {
    const { conflict } = words
    return html`
      <form class="aside" aria-labelledby="title" @submit=${this.#onSubmit}>
        <h2 id="title" tabindex="-1">${conflict.title}</h2>
        <p>${conflict.text(this.fields.length)}</p>
        ${this.fields.map(
          (field) => html`
            <fieldset>
              <legend>${field.label}</legend>
              <div class="sides">
                ${this.#side(field, 'mine', conflict.mine)} ${this.#side(field, 'theirs', conflict.theirs)}
              </div>
            </fieldset>
          `,
        )}
        <p class="error" role="alert">${this.isIncomplete ? conflict.incomplete : ''}</p>
        <button class="button">${conflict.submit}</button>
      </form>
    `
  }

  #side(field: ContestedField, side: Side, text: string) {
    return html`
      <label>
        <span class="row">
          <input
            type="radio"
            name=${field.id}
            value=${side}
            .checked=${this.choices[field.id] === side}
            @change=${() => this.#choose(field.id, side)}
          />
          ${text}
        </span>
        <span class="version">${field[side]}</span>
      </label>
    `
  }
}

define('desk-conflict-view', ConflictView)

declare global {
  interface HTMLElementTagNameMap {
    'desk-conflict-view': ConflictView
  }
  interface HTMLElementEventMap {
    'desk-conflict-solved': ConflictSolvedEvent
  }
}
