import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { PersonEditState, PersonRecordPage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { textField } from '../shell/fields.ts'
import { listStyles } from '../shell/list.styles.ts'
import type { Column, Source } from '../shell/long-list.ts'
import { DeskPage } from '../shell/page.ts'
import { peopleWords as words } from './people-words.ts'
import { personName } from './person-draft.ts'
import '../shell/long-list.ts'

const columns: readonly Column<unknown>[] = [
  { label: words.name, draw: (person) => personName(person as PersonEditState) },
  {
    label: words.functions,
    draw: (person) => (person as PersonEditState).functions?.[0]?.names['de'] ?? nothing,
  },
  {
    label: words.shown,
    draw: (person) =>
      html`<span class="tag">${(person as PersonEditState).naming ? words.isShown : words.notShown}</span>`,
  },
]

/**
 * The people of an authority. Names are searched here and not on the server: they do not belong into addresses.
 *
 * @tag desk-people-page
 */
export class PeoplePage extends DeskPage {
  static override styles = [DeskPage.styles, listStyles]

  @state() private typed = ''
  @state() private source: Source<unknown> = this.#found('')

  #found(typed: string): Source<unknown> {
    const wanted = typed.trim().toLocaleLowerCase('de')
    return async ({ cursor, signal }) => {
      const query = { limit: 1_000, cursor }
      const { data } = await this.desk.api.get<PersonRecordPage>('/people/records', { query, signal })
      const items = data.items.filter((person) => personName(person).toLocaleLowerCase('de').includes(wanted))
      return { items, next: data.next }
    }
  }

  override render() {
    return html`
      <div class="stack">
        <div class="tools">
          ${textField({
            id: 'search',
            type: 'search',
            label: words.search,
            value: this.typed,
            isOptional: true,
            onInput: (typed) => {
              this.typed = typed
              this.source = this.#found(typed)
            },
          })}
          <a class="button" href="/desk/people/new">${words.add}</a>
          ${
            this.desk.may('imports:write')
              ? html`<a class="button quiet" href="/desk/imports?kind=people">${words.readList}</a>`
              : nothing
          }
        </div>
        <desk-list
          label=${words.list}
          empty-text=${words.none}
          .source=${this.source}
          .columns=${columns}
          .href=${(person: unknown) => `/desk/people/${(person as PersonEditState).id}`}
        ></desk-list>
      </div>
    `
  }
}

define('desk-people-page', PeoplePage)
