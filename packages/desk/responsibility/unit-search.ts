import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { UnitPage, UnitSummary } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { textField } from '../shell/fields.ts'
import { styles } from './responsibility.styles.ts'
import { words } from './words.ts'

/** A unit was chosen. */
export class UnitFoundEvent extends Event {
  readonly unit: UnitSummary

  constructor(unit: UnitSummary) {
    super('desk-unit-found', { bubbles: true })
    this.unit = unit
  }
}

/** One types on. */
const pause = 200

/**
 * Finds a unit by the beginnings of its words, and tells which was chosen.
 *
 * @tag desk-unit-search
 * @event {UnitFoundEvent} desk-unit-found - A unit was chosen.
 */
class UnitSearch extends LitElement {
  static override styles = [deskStyles, styles]

  @property({ attribute: false }) desk!: Desk

  @state() private q = ''
  @state() private found: readonly UnitSummary[] | undefined
  #asking: AbortController | undefined
  #waiting = 0

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#waiting)
    this.#asking?.abort()
  }

  #search(q: string) {
    this.q = q
    clearTimeout(this.#waiting)
    this.#waiting = window.setTimeout(() => void this.#ask(), pause)
  }

  async #ask(): Promise<void> {
    this.#asking?.abort()
    const { signal } = (this.#asking = new AbortController())
    const q = this.q.trim()
    if (!q) {
      this.found = undefined
      return
    }
    try {
      const { data } = await this.desk.api.get<UnitPage>('/units', { signal, query: { q, limit: 8 } })
      this.found = data.items
    } catch {
      // The next letter asks again.
      if (!signal.aborted) this.found = undefined
    }
  }

  #choose(unit: UnitSummary) {
    this.q = ''
    this.found = undefined
    this.renderRoot.querySelector('input')!.focus()
    this.dispatchEvent(new UnitFoundEvent(unit))
  }

  override render() {
    const { found } = this
    return html`
      <div class="stack">
        ${textField({
          id: 'q',
          type: 'search',
          label: words.searchUnit,
          help: words.searchUnitHelp,
          value: this.q,
          isOptional: true,
          onInput: (q) => this.#search(q),
        })}
        <p role="status" class="help">${found && !found.length ? words.noUnit : nothing}</p>
        <ul class="bare">
          ${(found ?? []).map(
            (unit) =>
              html`<li>
                <button type="button" class="button plain" @click=${() => this.#choose(unit)}>
                  ${words.add(unit.name)}
                </button>
                <span class="help">${unit.regionName ?? unit.parent?.name ?? ''}</span>
              </li>`,
          )}
        </ul>
      </div>
    `
  }
}

define('desk-unit-search', UnitSearch)

declare global {
  interface HTMLElementTagNameMap {
    'desk-unit-search': UnitSearch
  }
  interface HTMLElementEventMap {
    'desk-unit-found': UnitFoundEvent
  }
}
