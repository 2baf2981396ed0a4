import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Holiday, OpeningHours } from '@amtsweg/contract'
import { define } from '@amtsweg/kit/define.ts'
import { weekdayName } from '@amtsweg/kit/hours.ts'
import { deskStyles } from '../shell/desk.styles.ts'
import { checkField, errorSummary, field, type FieldErrors } from '../shell/fields.ts'
import {
  dayField,
  draftOf,
  eveOf,
  type ExceptionDraft,
  exceptionField,
  type HoursDraft,
  readDraft,
  weekdays,
} from './hours-draft.ts'
import { styles } from './hours-editor.styles.ts'
import { exceptionsPart } from './hours-exceptions.ts'
import { holidaysPart } from './hours-holidays.ts'
import { hoursPreview } from './hours-preview.ts'
import { hoursWords as words } from './hours-words.ts'
import { hoursText, typedHours } from './typed-hours.ts'

/** Something was typed or chosen. */
class HoursChangedEvent extends Event {
  constructor() {
    super('desk-hours-changed', { bubbles: true, composed: true })
  }
}

/**
 * The opening hours of an office as a clerk types them, one line for each day, and the days that differ.
 *
 * @tag desk-hours
 * @event {HoursChangedEvent} desk-hours-changed - Something was typed or chosen.
 */
export class HoursEditor extends LitElement {
  static override styles = [deskStyles, styles]

  /** The hours to begin with; setting them throws away what was typed. */
  @property({ attribute: false }) hours: OpeningHours = { spans: [], exceptions: [] }

  /** The next public holidays of the Land. */
  @property({ attribute: false }) holidays: readonly Holiday[] = []

  /** Today, as ISO date in Germany. */
  @property() today = new Date().toISOString().slice(0, 10)

  @state() private draft: HoursDraft = draftOf(this.hours)
  /** The weekday that is being copied. */
  @state() private copied: number | undefined
  @state() private targets: readonly number[] = []
  /** Problems are told of a field once it was left. */
  @state() private left: ReadonlySet<string> = new Set()
  @state() private isRefused = false
  @state() private said = ''
  @state() private previewDay = ''

  /** What is typed, as hours; without what is not understood. */
  get value(): OpeningHours {
    return readDraft(this.draft).hours
  }

  /** Whether everything is understood. */
  get isValid(): boolean {
    return readDraft(this.draft).problems.size === 0
  }

  /** Shows what is wrong and leads there; false where something is. */
  async check(): Promise<boolean> {
    if (this.isValid) return true
    this.isRefused = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[data-summary]')?.focus()
    return false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('hours')) return
    this.draft = draftOf(this.hours)
    this.left = new Set()
    this.isRefused = false
  }

  #change(changes: Partial<HoursDraft>) {
    this.draft = { ...this.draft, ...changes }
    this.said = ''
    this.dispatchEvent(new HoursChangedEvent())
  }

  #setDays(texts: ReadonlyMap<number, string>) {
    this.#change({ days: this.draft.days.map((old, at) => texts.get(at + 1) ?? old) })
  }

  /** Once left, a field shows what was understood. */
  #leave(weekday: number) {
    this.left = new Set([...this.left, dayField(weekday)])
    const typed = typedHours(this.draft.days[weekday - 1]!)
    if ('spans' in typed) {
      const days = this.draft.days.with(weekday - 1, hoursText(typed.spans))
      if (days[weekday - 1] !== this.draft.days[weekday - 1]) this.draft = { ...this.draft, days }
    }
  }

  #copy(weekday: number, targets: readonly number[]) {
    const text = this.draft.days[weekday - 1]!
    this.#setDays(new Map(targets.map((day) => [day, text])))
    const names = new Intl.ListFormat('de').format(targets.map((day) => weekdayName(day, 'de')))
    this.copied = undefined
    this.said = words.copied(weekdayName(weekday, 'de'), names)
    void this.#focus(dayField(weekday))
  }

  readonly #setException = (index: number, changes: Partial<ExceptionDraft>) =>
    this.#change({
      exceptions: this.draft.exceptions.map((one, at) => (at === index ? { ...one, ...changes } : one)),
    })

  readonly #addException = (exception: ExceptionDraft, part: keyof ExceptionDraft) => {
    const index = this.draft.exceptions.length
    this.#change({ exceptions: [...this.draft.exceptions, exception] })
    this.previewDay = exception.from
    void this.#focus(exceptionField(index, part))
  }

  readonly #removeException = (index: number) => {
    this.#change({ exceptions: this.draft.exceptions.filter((_, at) => at !== index) })
    this.said = words.removed
    void this.#focus('add-closure')
  }

  readonly #leaveField = (id: string) => {
    this.left = new Set([...this.left, id])
  }

  async #focus(id: string) {
    await this.updateComplete
    const element = this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)
    element?.focus()
    if (element?.matches('input[type=text]')) element.select()
  }

  override render() {
    const { hours, problems } = readDraft(this.draft)
    const errors: FieldErrors = Object.fromEntries(
      [...problems]
        .filter(([id]) => this.isRefused || this.left.has(id))
        .map(([id, problem]) => [id, words.problem(problem)]),
    )
    return html`
      <div class="columns">
        <div class="parts">
          ${this.isRefused ? errorSummary(errors) : nothing}
          <section aria-labelledby="week">
            <h2 id="week">${words.week}</h2>
            <p class="help" id="hours-help">${words.help}</p>
            <div class="week">${weekdays.map((weekday) => this.#dayPart(weekday, errors))}</div>
            ${field(
              { id: 'note', label: words.note, help: words.noteHelp, isOptional: true },
              html`<input
                id="note"
                type="text"
                .value=${live(this.draft.note)}
                aria-describedby="note-help"
                @input=${(event: Event) => this.#change({ note: (event.target as HTMLInputElement).value })}
              />`,
            )}
          </section>
          ${holidaysPart(this.holidays, hours, {
            onOther: ({ date, name }) =>
              this.#addException({ from: date, to: date, hours: '', reason: name, isClosed: false }, 'hours'),
            onEve: (holiday) => this.#addException(eveOf(holiday, this.draft), 'hours'),
          })}
          ${exceptionsPart(this.draft.exceptions, this.today, errors, {
            onChange: this.#setException,
            onLeave: this.#leaveField,
            onAdd: this.#addException,
            onRemove: this.#removeException,
          })}
          <p role="status" class="visually-hidden">${this.said}</p>
        </div>
        ${hoursPreview({ hours, holidays: this.holidays, day: this.previewDay || this.today }, (day) => (this.previewDay = day))}
      </div>
    `
  }

  #dayPart(weekday: number, errors: FieldErrors) {
    const id = dayField(weekday)
    const name = weekdayName(weekday, 'de')
    const error = errors[id]
    return html`
      <div class="day ${error ? 'invalid' : ''}">
        <label for=${id}>${name}</label>
        <input
          id=${id}
          type="text"
          autocomplete="off"
          spellcheck="false"
          placeholder=${words.closed}
          .value=${live(this.draft.days[weekday - 1]!)}
          aria-describedby="hours-help ${error ? `${id}-error` : ''}"
          aria-invalid=${error ? 'true' : nothing}
          @input=${(event: Event) => this.#setDays(new Map([[weekday, (event.target as HTMLInputElement).value]]))}
          @change=${() => this.#leave(weekday)}
        />
        <button
          type="button"
          class="button plain"
          aria-label=${words.copyOf(name)}
          aria-expanded=${this.copied === weekday ? 'true' : 'false'}
          @click=${() => this.#openCopy(weekday)}
        >
          ${words.copy}
        </button>
        ${error ? html`<p class="error" id="${id}-error">${error}</p>` : nothing}
        ${this.copied === weekday ? this.#copyPart(weekday, name) : nothing}
      </div>
    `
  }

  #openCopy(weekday: number) {
    this.targets = weekdays.filter((day) => day <= 5 && day !== weekday)
    this.copied = this.copied === weekday ? undefined : weekday
    if (this.copied) void this.#focus('copy-apply')
  }

  #copyPart(weekday: number, name: string) {
    return html`
      <fieldset
        class="copy"
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          this.copied = undefined
          void this.#focus(dayField(weekday))
        }}
      >
        <legend>${words.copyTo(name)}</legend>
        ${weekdays
          .filter((day) => day !== weekday)
          .map((day) =>
            checkField({
              id: `copy-${day}`,
              label: weekdayName(day, 'de'),
              isChecked: this.targets.includes(day),
              onChange: (isChecked) =>
                (this.targets = isChecked
                  ? [...this.targets, day].sort()
                  : this.targets.filter((one) => one !== day)),
            }),
          )}
        <div class="row">
          <button
            id="copy-apply"
            type="button"
            class="button"
            @click=${() => this.#copy(weekday, this.targets)}
          >
            ${words.apply}
          </button>
          <button type="button" class="button plain" @click=${() => (this.copied = undefined)}>
            ${words.cancel}
          </button>
        </div>
      </fieldset>
    `
  }
}

define('desk-hours', HoursEditor)

declare global {
  interface HTMLElementTagNameMap {
    'desk-hours': HoursEditor
  }
  interface HTMLElementEventMap {
    'desk-hours-changed': HoursChangedEvent
  }
}
