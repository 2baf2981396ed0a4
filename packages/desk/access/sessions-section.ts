import { Task } from '@lit/task'
import { html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { SessionItem, SessionList } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { shownMoment } from '../shell/dates.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { problemText } from '../shell/problem-words.ts'
import { failed, waiting } from '../shell/states.ts'
import { words } from './words.ts'

const told = words.account.sessions

/**
 * @tag desk-sessions-section
 * @summary Own sessions.
 */
class SessionsSection extends LitElement {
  static override styles = deskStyles

  @property({ attribute: false }) desk!: Desk

  readonly #sessions = new Task(this, {
    args: () => [this.desk] as const,
    task: async ([{ api }], { signal }) =>
      (await api.get<SessionList>('/sessions', { signal, authority: null })).data.items,
  })

  async #end({ id }: SessionItem): Promise<void> {
    try {
      await this.desk.api.remove(`/sessions/${encodeURIComponent(id)}`, { authority: null })
      this.desk.notify(told.ended)
    } catch (error) {
      this.desk.notify(problemText(error))
    }
    await this.#sessions.run()
  }

  override render() {
    return html`
      <section aria-labelledby="title">
        <h2 id="title">${told.title}</h2>
        ${this.#sessions.render({
          pending: () => waiting(7, 7),
          error: (error) => failed(error, () => void this.#sessions.run()),
          complete: (sessions) =>
            html`<ul class="bare">
              ${sessions.map((session) => this.#session(session))}
            </ul>`,
        })}
      </section>
    `
  }

  #session(session: SessionItem) {
    const device = session.device || told.unknown
    return html`
      <li class="row">
        <span>
          ${device}${session.isCurrent ? html`, <strong>${told.current}</strong>` : ''},
          <span class="muted">${told.seen(shownMoment(session.lastSeenAt))}</span>
        </span>
        ${
          session.isCurrent
            ? ''
            : html`<button
                type="button"
                class="button plain"
                aria-label="${told.end}: ${device}"
                @click=${() => this.#end(session)}
              >
                ${told.end}
              </button>`
        }
      </li>
    `
  }
}

define('desk-sessions-section', SessionsSection)

declare global {
  interface HTMLElementTagNameMap {
    'desk-sessions-section': SessionsSection
  }
}
