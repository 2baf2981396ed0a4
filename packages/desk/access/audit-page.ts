import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import { isAbort } from '@amtsweg/client'
import type { AuditEntry } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { shownMoment } from '../shell/dates.ts'
import { textField } from '../shell/fields.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, waiting } from '../shell/states.ts'
import { brokenEntry } from './audit-check.ts'
import { words } from './words.ts'

const told = words.audit

/**
 * Who changed what, as hashes that can be checked here.
 *
 * @tag desk-audit-page
 * @summary Audit trail.
 */
class AuditPage extends DeskPage {
  @state() private entries: readonly AuditEntry[] = []
  @state() private next: string | null = null
  @state() private filter = ''
  @state() private broken: number | undefined
  @state() private isWaiting = true
  @state() private failure: unknown

  protected override firstUpdated(): void {
    void this.#load()
  }

  readonly #load = async (): Promise<void> => {
    this.isWaiting = true
    this.failure = undefined
    try {
      const query = { limit: 100, cursor: this.next ?? undefined }
      const { data } = await this.desk.api.get<{
        readonly items: readonly AuditEntry[]
        readonly next: string | null
      }>('/audit', { query })
      this.entries = [...this.entries, ...data.items]
      this.next = data.next
      this.broken = await brokenEntry(this.entries)
    } catch (error) {
      if (!isAbort(error)) this.failure = error
    }
    this.isWaiting = false
  }

  override render() {
    const wanted = this.filter.trim().toLowerCase()
    const found = this.entries.filter(({ action, subject }) =>
      `${action} ${subject}`.toLowerCase().includes(wanted),
    )
    return html`
      <div class="stack">
        <p>${told.help}</p>
        ${this.entries.length ? this.#state() : nothing}
        ${textField({
          id: 'filter',
          label: told.filter,
          help: told.filterHelp,
          type: 'search',
          isOptional: true,
          value: this.filter,
          onInput: (value) => (this.filter = value),
        })}
        ${found.length ? table(found) : nothing}
        ${
          !found.length && !this.isWaiting && !this.failure
            ? empty(this.entries.length ? told.noneFiltered : told.none)
            : nothing
        }
        ${this.isWaiting ? waiting(7, 7, 7) : nothing}
        ${this.failure ? failed(this.failure, () => void this.#load()) : nothing}
        ${
          this.next && !this.isWaiting
            ? html`<p>
                <button type="button" class="button quiet" @click=${this.#load}>${told.more}</button>
              </p>`
            : nothing
        }
      </div>
    `
  }

  #state() {
    return this.broken === undefined
      ? html`<p class="good" role="status">${told.intact(this.entries.length)}</p>`
      : html`<p class="error" role="alert">${told.broken(this.broken)}</p>`
  }
}

const byWhom = ({ token, clerk }: AuditEntry): string => {
  if (clerk) return told.clerk(clerk)
  return token ? told.token(token) : told.commandLine
}

const table = (entries: readonly AuditEntry[]) => html`
  <div class="scrolls" tabindex="0" role="group" aria-label=${told.title}>
    <table>
      <thead>
        <tr>
          <th scope="col">${told.when}</th>
          <th scope="col">${told.action}</th>
          <th scope="col">${told.subject}</th>
          <th scope="col">${told.by}</th>
        </tr>
      </thead>
      <tbody>
        ${entries.map(
          (entry) => html`
            <tr>
              <td>${shownMoment(entry.at)}</td>
              <td>${entry.action}</td>
              <td>${entry.subject}</td>
              <td>${byWhom(entry)}</td>
            </tr>
          `,
        )}
      </tbody>
    </table>
  </div>
`

define('desk-audit-page', AuditPage)
