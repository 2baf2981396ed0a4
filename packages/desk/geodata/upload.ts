import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { GeoFileOptions, GeoReport, Import } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { importsStyles } from '../intake/imports.styles.ts'
import { sendFile } from '../intake/send-file.ts'
import { watchImport } from '../intake/watch-import.ts'
import { words as importWords } from '../intake/words.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import type { Desk } from '../shell/desk.ts'
import { describedBy, errorSummary, field, focusErrors, selectField } from '../shell/fields.ts'
import { failed, progress } from '../shell/states.ts'
import { reportView } from './report-view.ts'
import { styles } from './upload.styles.ts'
import { uploadWords as words } from './upload-words.ts'
import './version-preview.ts'

/** A version has been written aside, and could be published. */
class VersionWrittenEvent extends Event {
  constructor() {
    super('desk-version-written', { bubbles: true, composed: true })
  }
}

/** Readers shall see a version: now, or later. */
export class VersionWantedEvent extends Event {
  readonly version: number
  readonly isLater: boolean

  constructor(version: number, isLater = false) {
    super('desk-version-wanted', { bubbles: true, composed: true })
    this.version = version
    this.isLater = isLater
  }
}

type Reading = Omit<GeoFileOptions, 'collection'>

/**
 * A file on its way into a collection: chosen, sent, checked, looked at, published.
 *
 * @tag desk-geodata-upload
 * @event {VersionWrittenEvent} desk-version-written - The check has written a version.
 * @event {VersionWantedEvent} desk-version-wanted - It shall be published.
 */
export class Upload extends LitElement {
  static override styles = [deskStyles, importsStyles, styles]

  @property({ attribute: false }) desk!: Desk
  @property() collection = ''
  /** Property that names a feature. */
  @property({ attribute: 'title-property' }) titleProperty = ''

  /** Number of the version that readers see. */
  @property({ type: Number }) published = 0

  @state() private file: File | undefined
  @state() private reading: Reading = {}
  /** The layer that is chosen, before it is checked. */
  @state() private layer: string | undefined
  /** What the fields shall mean, before that is checked. */
  @state() private meaning: Pick<Reading, 'idProperty' | 'beginsProperty' | 'endsProperty'> = {}
  @state() private isOver = false
  @state() private fault = ''
  /** Bytes that have arrived; undefined while none are sent. */
  @state() private sent: number | undefined
  @state() private isChecking = false
  @state() private read: number | null = null
  @state() private told = ''
  @state() private done: Import | undefined
  @state() private error: unknown

  #working: AbortController | undefined

  get isBusy(): boolean {
    return this.#working !== undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#working?.abort()
  }

  /** Sends the file that is chosen and has it checked. Another way of reading it needs the same file once more. */
  async #send(reading: Reading): Promise<void> {
    const { file } = this
    if (this.#working) return
    this.fault = file ? '' : words.noFile
    if (!file) return focusErrors(this)
    const { signal } = (this.#working = new AbortController())
    const before = this.done
    Object.assign(this, { reading, error: undefined, done: undefined, told: '', sent: 0, read: null })
    try {
      const id = await sendFile(this.desk.api, file, {
        ...{ kind: 'geodata', complete: false, signal, tell: (sent: number) => (this.sent = sent) },
        geodata: { collection: this.collection, ...reading },
      })
      // What the check before has written goes with its file, where it can.
      if (before) await this.#forget(before.id)
      Object.assign(this, { sent: undefined, isChecking: true })
      await watchImport(this.desk, id, ({ read }) => (this.read = read), signal)
      this.done = (await this.desk.api.get<Import>(`/imports/${id}`, { signal })).data
      this.told = words.ready
      if (this.done.geodata?.report?.version) this.dispatchEvent(new VersionWrittenEvent())
    } catch (error) {
      if (signal.aborted) this.told = words.cancelled
      else this.error = error
    } finally {
      Object.assign(this, { sent: undefined, isChecking: false })
      this.#working = undefined
    }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(this.done ? '#result' : '#file')?.focus()
  }

  async #forget(id: string): Promise<void> {
    try {
      await this.desk.api.remove(`/imports/${id}`)
    } catch {
      // The server throws it away in time.
    }
  }

  #choose(files: FileList | null | undefined): void {
    const [file, another] = files ?? []
    this.file = another ? undefined : file
    this.fault = another ? words.tooMany : ''
    Object.assign(this, { done: undefined, error: undefined, told: '', layer: undefined, meaning: {} })
  }

  override render() {
    const { done } = this
    return html`
      <section aria-labelledby="upload">
        <h2 id="upload">${words.heading}</h2>
        <p>${words.intro}</p>
        ${this.#form()}
        <p class="visually-hidden" role="status">${this.told}</p>
        ${this.error ? failed(this.error, () => void this.#send(this.reading)) : nothing}
        ${done ? this.#outcome(done) : nothing}
      </section>
    `
  }

  #form() {
    const { file, sent, isChecking } = this
    const isBusy = sent !== undefined || isChecking
    const parts = { id: 'file', label: words.file, help: words.fileHelp, error: this.fault || undefined }
    return html`
      <form
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault()
          void this.#send({})
        }}
      >
        ${errorSummary({ file: this.fault || undefined })}
        <div
          class="drop ${this.isOver ? 'over' : ''}"
          @dragover=${(event: DragEvent) => {
            event.preventDefault()
            this.isOver = true
          }}
          @dragleave=${() => (this.isOver = false)}
          @drop=${(event: DragEvent) => {
            event.preventDefault()
            this.isOver = false
            if (!isBusy) this.#choose(event.dataTransfer?.files)
          }}
        >
          ${field(
            parts,
            html`<input
              id="file"
              type="file"
              ?disabled=${isBusy}
              aria-describedby=${describedBy(parts)}
              aria-invalid=${this.fault ? 'true' : nothing}
              @change=${(event: Event) => this.#choose((event.target as HTMLInputElement).files)}
            />`,
          )}
          <p class="help" role="status">${file ? file.name : words.drop}</p>
        </div>
        ${sent === undefined || !file ? nothing : progress(words.sending(file.name), sent, file.size || 1)}
        ${isChecking ? progress(words.checking(this.read), 0) : nothing}
        ${
          isBusy
            ? html`<button type="button" class="button quiet" @click=${() => this.#working?.abort()}>
                ${words.cancel}
              </button>`
            : html`<button class="button">${words.check}</button>`
        }
      </form>
    `
  }

  #outcome({ state: at, failure, geodata }: Import) {
    const report = geodata?.report
    if (at !== 'checked' || !report) {
      const text = failure ? importWords.failures[failure.code] : importWords.interrupted
      return html`<div class="aside problem" role="alert">
        <p>${text}</p>
        <button type="button" class="button quiet" @click=${() => this.#send(this.reading)}>
          ${importWords.again}
        </button>
      </div>`
    }
    return html`
      <h3 id="result" tabindex="-1">${words.result}</h3>
      ${reportView(report)} ${this.#otherReadings(report)} ${this.#publishing(report)}
    `
  }

  #otherReadings(report: GeoReport) {
    const { layers, layer, suggestions, format } = report
    const { reading } = this
    const button = (label: string, changes: Reading) =>
      html`<button type="button" class="button quiet" @click=${() => this.#send({ ...reading, ...changes })}>
        ${label}
      </button>`
    return html`
      ${
        layers.length > 1
          ? html`${selectField({
              ...{ id: 'layer', label: words.otherLayer, value: this.layer ?? layer ?? '' },
              options: layers.map((value) => ({ value, label: value })),
              onChange: (chosen) => (this.layer = chosen),
            })}
            ${button(words.checkLayer, { layer: this.layer ?? layer ?? '' })}`
          : nothing
      }
      ${format === null ? nothing : this.#fieldsPart(report.fields)}
      ${
        format === null
          ? nothing
          : html`<div class="stack">
              <h4 id="again">${words.again}</h4>
              <p class="help">${words.againHelp}</p>
              <div class="row" role="group" aria-labelledby="again">
                ${suggestions.map((code) => button(words.againWith(code), { system: code }))}
                ${
                  reading.swapAxes
                    ? button(words.unswap, { swapAxes: false })
                    : button(words.swap, { swapAxes: true })
                }
              </div>
            </div>`
      }
    `
  }

  /** What the fields of the file mean, where it does not say so itself. */
  #fieldsPart(fields: GeoReport['fields']) {
    if (fields.length === 0) return nothing
    const roles = ['idProperty', 'beginsProperty', 'endsProperty'] as const
    const options = fields.map(({ name, type }) => ({ value: name, label: words.field(name, type) }))
    return html`<details ?open=${roles.some((role) => this.reading[role] !== undefined)}>
      <summary>${words.roles.heading}</summary>
      <div class="stack">
        <p class="help">${words.roles.help}</p>
        ${roles.map((role) =>
          selectField({
            ...{ id: role, label: words.roles[role], value: this.meaning[role] ?? '', isOptional: true },
            options: [{ value: '', label: words.roles.none[role] }, ...options],
            onChange: (name) => (this.meaning = { ...this.meaning, [role]: name || undefined }),
          }),
        )}
        <p>
          <button
            type="button"
            class="button quiet"
            data-roles
            @click=${() => this.#send({ ...this.reading, ...this.meaning })}
          >
            ${words.roles.check}
          </button>
        </p>
      </div>
    </details>`
  }

  #publishing({ version }: GeoReport) {
    if (version === null) return nothing
    const want = (isLater: boolean) => () => this.dispatchEvent(new VersionWantedEvent(version, isLater))
    return html`
      <desk-version-preview
        .desk=${this.desk}
        collection=${this.collection}
        number=${version}
        title-property=${this.titleProperty}
      ></desk-version-preview>
      ${
        version === this.published
          ? html`<p class="good">${words.published(version)}</p>`
          : html`<p class="row">
              <button type="button" class="button" @click=${want(false)}>${words.publish(version)}</button>
              <button type="button" class="button quiet" @click=${want(true)}>${words.later}</button>
            </p>`
      }
    `
  }
}

define('desk-geodata-upload', Upload)

declare global {
  interface HTMLElementTagNameMap {
    'desk-geodata-upload': Upload
  }
  interface HTMLElementEventMap {
    'desk-version-written': VersionWrittenEvent
    'desk-version-wanted': VersionWantedEvent
  }
}
