import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { PersonRecordPage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { listStyles } from '../shell/list.styles.ts'
import { ListPages } from '../shell/list-pages.ts'
import { empty, waiting } from '../shell/states.ts'
import { peopleWords as words } from './people-words.ts'
import { personName } from './person-draft.ts'

/**
 * Who works at an office, as far as this authority keeps them itself.
 *
 * @tag desk-unit-people
 */
class UnitPeople extends LitElement {
  static override styles = [deskStyles, listStyles]

  @property({ attribute: false }) desk!: Desk
  /** Id of the office. */
  @property() unit = ''

  readonly #pages = new ListPages<PersonRecordPage>(this, async ({ cursor, signal }) => {
    const query = { unit: this.unit, limit: 100, cursor }
    return (await this.desk.api.get<PersonRecordPage>('/people/records', { signal, query })).data
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#pages.load()
  }

  override render() {
    const { items, error } = this.#pages
    return html`
      <div class="stack">
        ${items || error ? nothing : waiting(5, 5)} ${items?.length === 0 ? empty(words.noneHere) : nothing}
        <ul class="list bare">
          ${items?.map(
            (person) =>
              html`<li>
                <a href="/desk/people/${person.id}">${personName(person)}</a>
                <span class="tag">${person.naming ? words.isShown : words.notShown}</span>
                <p class="help">${person.functions?.[0]?.names['de'] ?? nothing}</p>
              </li>`,
          )}
        </ul>
        ${this.#pages.end(words.more)}
        <p>
          <a class="button quiet" href="/desk/people/new?${new URLSearchParams({ unit: this.unit })}"
            >${words.addHere}</a
          >
        </p>
      </div>
    `
  }
}

define('desk-unit-people', UnitPeople)

declare global {
  interface HTMLElementTagNameMap {
    'desk-unit-people': UnitPeople
  }
}
