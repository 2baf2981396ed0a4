import { Task } from '@lit/task'
import { html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { HistoryItem } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { toldMoment } from '../changes/german-time.ts'
import { pageOf, subjectWords, whoIs } from '../changes/who.ts'
import { words as changeWords } from '../changes/words.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

/**
 * What was changed last in this authority.
 *
 * @tag desk-changes-card
 * @summary Latest changes.
 */
class ChangesCard extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk

  readonly #entries = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([{ api }], { signal }) =>
      (await api.get<{ readonly items: readonly HistoryItem[] }>('/history', { query: { limit: 5 }, signal }))
        .data.items,
  })

  override render() {
    return html`
      <section class="card">
        <h2>${words.changes.title}</h2>
        ${this.#entries.render({
          pending: () => waiting(7, 5, 7),
          error: (error) => failed(error, () => void this.#entries.run()),
          complete: (entries) =>
            entries.length
              ? html`<ul class="bare">
                  ${entries.map(
                    (item) =>
                      html`<li>
                        ${linked(item)}<br /><span class="small muted"
                          >${changeWords.by(whoIs(this.desk, item.by), toldMoment(item.at))}</span
                        >
                      </li>`,
                  )}
                </ul>`
              : empty(words.changes.none),
        })}
      </section>
    `
  }
}

function linked(item: HistoryItem) {
  const page = pageOf(item.subject)
  return page ? html`<a href=${page}>${subjectWords(item)}</a>` : subjectWords(item)
}

define('desk-changes-card', ChangesCard)

declare global {
  interface HTMLElementTagNameMap {
    'desk-changes-card': ChangesCard
  }
}
