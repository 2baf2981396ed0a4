import { initialState, Task } from '@lit/task'
import { html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { DirectoryResult, Unit } from '@amtsweg/contract'
import {
  AmtElement,
  controls,
  define,
  emptyState,
  errorState,
  Messages,
  pendingState,
  skeleton,
  staleState,
  tokens,
} from '@amtsweg/kit'
import type { PeopleMessages } from '@amtsweg/messages'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { styles } from './directory.styles.ts'
import { DirectorySearchedEvent } from './events.ts'
import type * as PersonCard from './person-card.ts'

/**
 * Verzeichnis: finds somebody, an office or a topic, with phone, mail, hours and who stands in.
 *
 * @tag amt-directory
 * @summary Finds people and offices of the administration by name, function or topic.
 * @status experimental
 *
 * @slot - Fallback such as a link or phone number. Shown without JavaScript, where nobody is found, and on errors.
 * @event {DirectorySearchedEvent} amt-directory-searched - A search has ended; `event.result`.
 * @csspart heading - The heading of the widget.
 * @csspart search - The search field and its button.
 * @csspart person - The card of a person.
 * @csspart person-name - The name of a person, or the function where no name is shown.
 * @csspart substitute - Who stands in.
 * @csspart office - The card of an office.
 * @csspart open-state - Whether an office is open now.
 * @csspart action - A link or button on a card: route, appointment, vCard.
 * @csspart other - An office, folded.
 * @csspart state - The sentence on errors, where nobody is found, and about stale data.
 * @csspart retry - The button shown on errors.
 */
export class Directory extends AmtElement {
  static override styles = [tokens, controls, styles]

  /** Region key (or AGS) of the place: only who works there, or for it from above. */
  @property() area = ''

  /** Stands on a page that has a heading for it. */
  @property({ type: Boolean }) embedded = false

  @state() private asked = ''

  readonly #messages = new Messages(this, (lang) => loadWords('people', lang))

  #moveFocus = false
  /** Fetched with the first answer. */
  #card: typeof PersonCard.personPart | undefined

  readonly #found = new Task(this, {
    args: () => [this.client, this.asked, this.area, this.language] as const,
    task: async ([client, q, area, lang], { signal }) => {
      if (!q) return initialState
      const result = await client.directory({ q, area, lang, signal })
      const [cards] = await Promise.all([import('./person-card.ts'), import('@amtsweg/kit/office-card.ts')])
      this.#card = cards.personPart
      return result
    },
    onComplete: (result) => {
      this.#moveFocus = true
      this.dispatchEvent(new DirectorySearchedEvent(result))
    },
  })

  protected override updated(): void {
    const target = this.#moveFocus && this.renderRoot.querySelector<HTMLElement>('[data-focus]')
    if (!target) return
    this.#moveFocus = false
    target.focus()
  }

  readonly #search = (event: Event) => {
    event.preventDefault()
    this.#moveFocus = false
    this.asked = this.renderRoot.querySelector('input')!.value.trim()
  }

  override render() {
    const m = this.#messages.now
    if (!m) return html`<slot></slot>`
    return html`
      <section lang=${this.#messages.lang} dir=${this.#messages.dir} aria-label=${m.heading}>
        ${this.embedded ? nothing : html`<h2 part="heading">${m.heading}</h2>`}
        <form part="search" role="search" class="no-print" @submit=${this.#search}>
          <div class="field">
            <label for="q">${m.field}</label>
            <p id="help" class="small muted">${m.help}</p>
            <input id="q" type="search" maxlength="200" autocomplete="off" aria-describedby="help" />
          </div>
          <button class="button">${m.submit}</button>
        </form>
        ${this.#found.render({
          pending: () => pendingState(m.loading, skeleton(5, 3, 7)),
          complete: (result) =>
            html`${staleState(m, result, this.#messages.lang)} ${this.#renderResult(result, m)}`,
          error: (error) => errorState(m, error, () => void this.#found.run()),
        })}
      </section>
    `
  }

  #renderResult({ people, units, offices, morePeople, moreUnits }: DirectoryResult, m: PeopleMessages) {
    if (!people.length && !units.length)
      return emptyState(html`<span role="status">${m.none(this.asked)} ${m.noneHelp}</span>`)
    const around = {
      m,
      lang: this.#messages.lang,
      office: (id: string) => offices.find((unit) => unit.id === id),
      folded: this.#renderOffice,
    }
    const list = (heading: string, cards: unknown, first: boolean) => html`
      <h3 tabindex="-1" ?data-focus=${first}>${heading}</h3>
      <div class="cards">${cards}</div>
    `
    return html`<div class="results">
      ${
        people.length
          ? list(
              m.people(people.length),
              people.map((person) => this.#card?.(person, around)),
              true,
            )
          : nothing
      }
      ${units.length ? list(m.units(units.length), units.map(this.#renderOffice), !people.length) : nothing}
      ${morePeople || moreUnits ? html`<p part="state">${m.more}</p>` : nothing}
    </div>`
  }

  readonly #renderOffice = (unit: Unit) => html`
    <details part="other">
      <summary lang=${unit.lang}>${unit.name}</summary>
      <amt-office-card
        exportparts="office, open-state, action"
        level="5"
        untitled
        .client=${this.client}
        .unit=${unit}
      ></amt-office-card>
    </details>
  `
}

define('amt-directory', Directory)

declare global {
  interface HTMLElementTagNameMap {
    'amt-directory': Directory
  }
}
