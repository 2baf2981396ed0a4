import { html, nothing } from 'lit'
import { state } from 'lit/decorators.js'
import type { ImportKind, ImportPage } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { checkField, describedBy, errorSummary, field, selectField } from '../shell/fields.ts'
import { ListPages } from '../shell/list-pages.ts'
import { DeskPage } from '../shell/page.ts'
import { empty, failed, progress, waiting } from '../shell/states.ts'
import { importsStyles } from './imports.styles.ts'
import { sendFile } from './send-file.ts'
import { words } from './words.ts'

const when = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' })
const pageSize = 20

/**
 * Files that are sent to be checked and taken over, and those of before.
 *
 * @tag desk-imports-page
 */
export class ImportsPage extends DeskPage {
  static override styles = [DeskPage.styles, importsStyles]

  @state() private kind: ImportKind = 'units'
  @state() private complete = false
  @state() private file: File | undefined
  @state() private isOver = false
  @state() private fault = ''
  @state() private sent: number | undefined
  @state() private error: unknown

  readonly #pages = new ListPages<ImportPage>(this, async ({ cursor, signal }) => {
    const query = { limit: pageSize, cursor }
    return (await this.desk.api.get<ImportPage>('/imports', { signal, query })).data
  })
  readonly #leaving = new AbortController()

  override get isUnsaved(): boolean {
    return this.sent !== undefined
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const asked = this.query.get('kind')
    if (this.#kinds.some(({ value }) => value === asked)) this.kind = asked as ImportKind
    void this.#pages.load()
  }

  /** Who must not write of people sends no list of them; geodata are sent from the page of their collection. */
  get #kinds() {
    return Object.entries(words.kinds)
      .filter(([kind]) => kind !== 'geodata' && (kind !== 'people' || this.desk.may('people:write')))
      .map(([value, label]) => ({ value, label }))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaving.abort()
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault()
    const { file, kind } = this
    if (this.sent !== undefined) return
    this.fault = file ? '' : words.noFile
    if (!file) {
      await this.updateComplete
      return this.renderRoot.querySelector<HTMLElement>('[data-summary]')?.focus()
    }
    this.error = undefined
    this.sent = 0
    try {
      const id = await sendFile(this.desk.api, file, {
        ...{ kind, complete: this.complete && !kind.startsWith('xzufi'), signal: this.#leaving.signal },
        tell: (sent) => (this.sent = sent),
      })
      this.sent = undefined
      this.desk.go(`/desk/imports/${id}`)
    } catch (error) {
      this.sent = undefined
      if (!this.#leaving.signal.aborted) this.error = error
    }
  }

  #choose(files: FileList | null | undefined): void {
    const [file, another] = files ?? []
    this.file = another ? undefined : file
    this.fault = another ? words.tooMany : ''
  }

  #drop(event: DragEvent): void {
    event.preventDefault()
    this.isOver = false
    this.#choose(event.dataTransfer?.files)
  }

  override render() {
    return html`
      <div class="parts">
        <section aria-labelledby="add">
          <h2 id="add">${words.add}</h2>
          <p>${words.intro}</p>
          ${this.#form()}
        </section>
        <section aria-labelledby="history">
          <h2 id="history">${words.history}</h2>
          ${this.#history()}
        </section>
      </div>
    `
  }

  #form() {
    const { file, sent, kind } = this
    const parts = {
      id: 'file',
      label: words.file,
      help: words.fileHelp,
      ...(this.fault ? { error: this.fault } : {}),
    }
    return html`
      <form novalidate @submit=${(event: Event) => this.#send(event)}>
        ${errorSummary({ file: this.fault || undefined })}
        ${selectField({
          id: 'kind',
          label: words.kind,
          value: kind,
          options: this.#kinds,
          onChange: (value) => (this.kind = value as ImportKind),
        })}
        ${
          kind === 'people'
            ? html`<p class="help">${words.peopleHelp}</p>
                <p class="help">${words.peopleKept}</p>`
            : nothing
        }
        <div
          class="drop ${this.isOver ? 'over' : ''}"
          @dragover=${(event: DragEvent) => {
            event.preventDefault()
            this.isOver = true
          }}
          @dragleave=${() => (this.isOver = false)}
          @drop=${(event: DragEvent) => this.#drop(event)}
        >
          ${field(
            parts,
            html`<input
              id="file"
              type="file"
              accept=".csv,.json,.xml,.gz,text/csv,application/json,application/xml"
              aria-describedby=${describedBy(parts)}
              aria-invalid=${this.fault ? 'true' : nothing}
              @change=${(event: Event) => this.#choose((event.target as HTMLInputElement).files)}
            />`,
          )}
          <p class="help" role="status">${file ? file.name : words.drop}</p>
        </div>
        ${
          kind.startsWith('xzufi')
            ? nothing
            : checkField({
                id: 'complete',
                label: words.complete,
                help: kind === 'people' ? words.completePeopleHelp : words.completeHelp,
                isChecked: this.complete,
                onChange: (isChecked) => (this.complete = isChecked),
              })
        }
        ${sent === undefined || !file ? nothing : progress(words.uploading(file.name), sent, file.size)}
        ${this.error ? failed(this.error) : nothing}
        <button class="button" ?disabled=${sent !== undefined}>${words.check}</button>
      </form>
    `
  }

  #history() {
    const { items, error } = this.#pages
    if (!items) return error ? this.#pages.end(words.more) : waiting(6, 7, 5)
    if (!items.length) return empty(words.none)
    return html`
      <ul class="bare">
        ${items.map(
          ({ id, fileName, kind, state: at, createdAt }) =>
            html`<li>
              <a href="/desk/imports/${id}">${fileName}</a> <span class="tag">${words.states[at]}</span><br />
              <span class="small muted">${words.kinds[kind]}, ${when.format(new Date(createdAt))}</span>
            </li>`,
        )}
      </ul>
      ${this.#pages.end(words.more)}
    `
  }
}

define('desk-imports-page', ImportsPage)

declare global {
  interface HTMLElementTagNameMap {
    'desk-imports-page': ImportsPage
  }
}
