import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { AuditEntry } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { shownMoment } from '../shell/dates.ts'
import { textField } from '../shell/fields.ts'
import { ListPages } from '../shell/list-pages.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, waiting } from '../shell/states.ts'
import { brokenEntry } from './audit-check.ts'
import { words } from './words.ts'

const told = words.audit

interface AuditPageAnswer {
  readonly items: readonly AuditEntry[]
  readonly next: string | null
}

/**
 * Who changed what, as hashes that can be checked here.
 *
 * @tag desk-audit-page
 * @summary Audit trail.
 */
class AuditPage extends DeskPage {
  @state() private filter = ''
  @state() private broken: number | undefined

  readonly #pages = new ListPages<AuditPageAnswer>(this, async ({ cursor, signal }) => {
    const query = { limit: 100, cursor }
    const { data } = await this.desk.api.get<AuditPageAnswer>('/audit', { signal, query })
    const before = cursor === undefined ? [] : (this.#pages.items ?? [])
    this.broken = await brokenEntry([...before, ...data.items])
    return data
  })

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#pages.load()
  }

  override render() {
    const wanted = this.filter.trim().toLowerCase()
    const { items, error } = this.#pages
    const found = (items ?? []).filter(({ action, subject }) =>
      `${action} ${subject}`.toLowerCase().includes(wanted),
    )
    return html`
      <div class="stack">
        <p>${told.help}</p>
        ${items?.length ? this.#state(items.length) : nothing}
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
        ${items && !found.length ? empty(items.length ? told.noneFiltered : told.none) : nothing}
        ${items || error ? nothing : waiting(7, 7, 7)} ${this.#pages.end(told.more)}
      </div>
    `
  }

  #state(count: number) {
    return this.broken === undefined
      ? html`<p class="good" role="status">${told.intact(count)}</p>`
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
