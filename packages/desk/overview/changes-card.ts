import { Task } from '@lit/task'
import { html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { AuditEntry } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const when = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' })

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
      (await api.get<{ readonly items: readonly AuditEntry[] }>('/audit', { query: { limit: 5 }, signal }))
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
                    ({ subject, at }) =>
                      html`<li>
                        ${subject}<br /><span class="small muted">${when.format(new Date(at))}</span>
                      </li>`,
                  )}
                </ul>`
              : empty(words.changes.none),
        })}
      </section>
    `
  }
}

define('desk-changes-card', ChangesCard)

declare global {
  interface HTMLElementTagNameMap {
    'desk-changes-card': ChangesCard
  }
}
