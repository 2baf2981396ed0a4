import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { Import, ImportProgress, ImportReport, RejectedPage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { checkField } from '../shell/fields.ts'
import { ListPages } from '../shell/list-pages.ts'
import { DeskPage } from '../shell/page.ts'
import { failed, progress, waiting } from '../shell/states.ts'
import { importsStyles } from './imports.styles.ts'
import { isRunning, watchImport } from './watch-import.ts'
import { words } from './words.ts'

const day = new Intl.DateTimeFormat('de-DE', { dateStyle: 'long' })
const number = new Intl.NumberFormat('de-DE')
const pageSize = 50

/**
 * One file: how its check is going, what it would change, what was left out, and the button that does it.
 *
 * @tag desk-import-page
 */
export class ImportPage extends DeskPage {
  static override styles = [DeskPage.styles, importsStyles]

  @state() private shown: Import | undefined
  @state() private going: ImportProgress | undefined
  @state() private accepts = false
  @state() private error: unknown
  @state() private fault = ''

  readonly #rejected = new ListPages<RejectedPage>(this, async ({ cursor, signal }) => {
    const query = { limit: pageSize, cursor }
    return (await this.desk.api.get<RejectedPage>(`${this.#path}/rejected`, { signal, query })).data
  })
  readonly #leaving = new AbortController()

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaving.abort()
  }

  get #path(): string {
    return `/imports/${this.params['id'] ?? ''}`
  }

  /** Reads the import, waits until nobody works on it any more, and reads what came of it. */
  async #follow(): Promise<void> {
    const { signal } = this.#leaving
    const { api } = this.desk
    this.error = undefined
    try {
      let { data } = await api.get<Import>(this.#path, { signal })
      this.titled(data.fileName)
      this.shown = data
      if (isRunning(data)) {
        this.going = { state: data.state, phase: null, read: null }
        await watchImport(this.desk, data.id, (going) => (this.going = going), signal)
        ;({ data } = await api.get<Import>(this.#path, { signal }))
      }
      this.going = undefined
      this.shown = data
      if (data.report?.rejected) await this.#rejected.load()
    } catch (error) {
      if (!signal.aborted) this.error = error
    }
  }

  async #order(order: 'check' | 'apply'): Promise<void> {
    const suspicions = this.shown?.report?.suspicions ?? []
    if (order === 'apply' && suspicions.length > 0 && !this.accepts) {
      this.fault = words.acceptFirst
      await this.updateComplete
      return this.renderRoot.querySelector<HTMLElement>('#accept')?.focus()
    }
    this.fault = ''
    try {
      await this.desk.api.post(`${this.#path}/${order}`, order === 'apply' ? { accept: this.accepts } : {})
    } catch (error) {
      this.error = error
      return
    }
    this.accepts = false
    await this.#follow()
    if (this.shown?.state === 'applied') this.desk.notify(words.applied)
  }

  async #remove(): Promise<void> {
    try {
      await this.desk.api.remove(this.#path)
      this.desk.notify(words.removed)
      this.desk.go('/desk/imports')
    } catch (error) {
      this.error = error
    }
  }

  /** A link could not say for which authority it asks. */
  async #download(): Promise<void> {
    const { authority } = this.desk.grant
    const response = await fetch(`/api/v1${this.#path}/rejected.csv`, {
      headers: authority ? { 'amtsweg-authority': authority } : {},
    })
    if (!response.ok) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(await response.blob())
    link.download = 'abgewiesen.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }

  override render() {
    const { shown, going } = this
    if (!shown) return this.error ? failed(this.error, () => void this.#follow()) : waiting(5, 7, 7)
    return html`
      <div class="parts">
        <section>
          <p class="row">
            <span class="tag">${words.states[going?.state ?? shown.state]}</span>
            <span class="muted">${words.kinds[shown.kind]}</span>
          </p>
          ${this.error ? failed(this.error, () => void this.#follow()) : nothing}
          ${going ? progress(words.working(going.state, going.phase, going.read), 0) : this.#outcome(shown)}
          <p class="visually-hidden" role="status">
            ${going ? words.states[going.state] : words.states[shown.state]}
          </p>
        </section>
        ${going || !shown.report ? nothing : this.#report(shown, shown.report)}
        ${going ? nothing : this.#end(shown)}
      </div>
    `
  }

  #outcome({ state: at, failure, isStale }: Import) {
    if (at === 'failed' && failure)
      return html`<div class="aside problem" role="alert">
        <p>${words.failures[failure.code]}</p>
        <p class="small muted" lang="en">${failure.detail}</p>
      </div>`
    if (at === 'interrupted') return html`<p>${words.interrupted}</p>`
    return isStale ? html`<p class="aside" role="alert">${words.stale}</p>` : nothing
  }

  #report({ state: at }: Import, report: ImportReport) {
    const all = report.created + report.changed + report.withdrawn
    const counts = [
      [words.created, report.created],
      [words.changed, report.changed],
      [words.unchanged, report.unchanged],
      [words.withdrawn, report.withdrawn],
      [words.rejected, report.rejected],
    ] as const
    return html`
      <section aria-labelledby="result">
        <h2 id="result">${at === 'applied' ? words.resultDone : words.result}</h2>
        <dl class="counts">
          ${counts.map(
            ([name, count]) =>
              html`<div>
                <dt>${name}</dt>
                <dd>${number.format(count)}</dd>
              </div>`,
          )}
        </dl>
        ${all > 0 && report.changes.length === 0 ? html`<p class="help">${words.notNamed}</p>` : nothing}
        ${
          report.changes.length > 0
            ? html`<details>
                <summary>${words.changes(report.changes.length, all)}</summary>
                <ul class="bare">
                  ${report.changes.map(
                    ({ kind, name, how }) =>
                      html`<li>
                        ${words.record(kind)} „${name}“ <span class="tag">${words.hows[how]}</span>
                      </li>`,
                  )}
                </ul>
              </details>`
            : nothing
        }
        ${all === 0 ? html`<p>${words.nothingToDo}</p>` : nothing}
        ${at === 'checked' && all > 0 ? this.#confirm(report) : nothing}
      </section>
      ${report.rejected > 0 ? this.#rejectedPart(report.rejected) : nothing}
    `
  }

  #confirm({ suspicions }: ImportReport) {
    return html`
      ${suspicions.map((one) => html`<p class="aside problem">${words.suspicions[one]}</p>`)}
      ${
        suspicions.length > 0
          ? checkField({
              id: 'accept',
              label: words.accept,
              isChecked: this.accepts,
              onChange: (isChecked) => (this.accepts = isChecked),
            })
          : nothing
      }
      ${this.fault ? html`<p class="error" role="alert">${this.fault}</p>` : nothing}
      <p><button type="button" class="button" @click=${() => this.#order('apply')}>${words.apply}</button></p>
    `
  }

  #rejectedPart(count: number) {
    const { items = [] } = this.#rejected
    const isNamed = items.some(({ record }) => record !== null)
    return html`
      <section aria-labelledby="rejected">
        <h2 id="rejected">${words.rejectedTitle(count)}</h2>
        <p>${words.rejectedHelp}</p>
        <div class="scrolls" tabindex="0" role="group" aria-labelledby="rejected">
          <table>
            <thead>
              <tr>
                <th scope="col">${words.line}</th>
                ${isNamed ? html`<th scope="col">${words.recordName}</th>` : nothing}
                <th scope="col">${words.reason}</th>
              </tr>
            </thead>
            <tbody>
              ${items.map(
                ({ line, record, reason, detail }) =>
                  html`<tr>
                    <th scope="row">${line}</th>
                    ${isNamed ? html`<td>${record ?? ''}</td>` : nothing}
                    <td>${reason}<br /><span class="small muted" lang="en">${detail}</span></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${this.#rejected.end(words.more)}
        <p class="row">
          <button type="button" class="button quiet" @click=${() => this.#download()}>
            ${words.download}
          </button>
        </p>
      </section>
    `
  }

  #end({ state: at, keptUntil, kind }: Import) {
    const kept = kind === 'people' && at === 'applied' ? words.keptCounts : words.kept
    return html`
      <section>
        <p class="small muted">${kept(day.format(new Date(keptUntil)))}</p>
        <p class="row">
          ${
            at === 'applied' || at === 'receiving'
              ? nothing
              : html`<button type="button" class="button quiet" @click=${() => this.#order('check')}>
                  ${words.again}
                </button>`
          }
          <button type="button" class="button danger" @click=${() => this.#remove()}>${words.remove}</button>
        </p>
      </section>
    `
  }
}

define('desk-import-page', ImportPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-import-page': ImportPage
  }
}
