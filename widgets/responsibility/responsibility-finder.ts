import { initialState, Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PlaceChoice, Responsibility, Suggestion } from '@amtsweg/contract'
import {
  AmtElement,
  controls,
  define,
  errorState,
  Messages,
  type Place,
  placeQuery,
  rememberPlace,
  staleState,
  tokens,
  VisitPlace,
} from '@amtsweg/kit'
import type { ComboboxOption, OptionChosenEvent, TextSubmittedEvent } from '@amtsweg/kit/combobox.ts'
import type { AnswersMessages, ResponsibilityMessages } from '@amtsweg/messages'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { answerWords, resolved, unrecorded } from './answer.ts'
import { eventFor, ResponsibilityFailedEvent } from './events.ts'
import type * as Question from './question.ts'
import { styles } from './responsibility-finder.styles.ts'
import '@amtsweg/kit/place-picker.ts'

/** The answer to the one question, with what it replaced so that the reader can go back. */
interface Chosen {
  readonly choice: PlaceChoice
  readonly before: Place | undefined
}

/**
 * Zuständigkeitsfinder: asks for the place, at most one question, and names the office that answers for a service there.
 *
 * @tag amt-responsibility-finder
 * @summary Finds the office that answers for a public service in a place.
 * @status experimental
 *
 * @slot - Fallback such as a link or phone number. Shown without JavaScript, where nothing is recorded, and on errors.
 * @event {ResponsibilityResolvedEvent} amt-responsibility-resolved - The office is found; `event.responsibility`.
 * @event {ResponsibilityAskedEvent} amt-responsibility-asked - Several offices are possible; the reader is asked.
 * @event {ResponsibilityMissedEvent} amt-responsibility-missed - No responsibility is recorded.
 * @event {ResponsibilityFailedEvent} amt-responsibility-failed - The question could not be answered; `event.error`.
 * @event {PlaceChosenEvent} amt-place-chosen - The reader said where; `event.place`.
 * @csspart heading - The heading of the widget.
 * @csspart said - What the reader has said so far, with buttons to change it.
 * @csspart question - The one question.
 * @csspart choice - One answer to the question.
 * @csspart moved - The note that a dissolved area belongs to another one today.
 * @csspart office - The card of an office.
 * @csspart office-name - The name of an office.
 * @csspart open-state - Whether the office is open now.
 * @csspart action - A link or button on the card: route, appointment, vCard.
 * @csspart other - An office that takes part, folded.
 * @csspart state - The sentence on errors, where nothing is recorded, and about stale data.
 * @csspart retry - The button shown on errors.
 */
export class ResponsibilityFinder extends AmtElement {
  static override styles = [tokens, controls, styles]

  /** Id or Leistungsschlüssel of the service. Without it the reader is asked first. */
  @property() service = ''

  /** Region key (or AGS) of the place. Without it the reader is asked. */
  @property() area = ''

  /** Stands on a page that has a heading for it. */
  @property({ type: Boolean }) embedded = false

  /** What the reader chose where the page names no service. */
  @state() private subject: Suggestion['service'] | undefined
  @state() private chosen: Chosen | undefined
  /** The reader wants to say something anew. */
  @state() private changing: 'service' | 'place' | undefined
  @state() private error = ''

  readonly #messages = new Messages(this, (lang) => loadWords('responsibility', lang))
  readonly #visit = new VisitPlace(this)
  #typedService = ''
  #lastChoice: string | undefined
  #moveFocus = false
  /** Fetched when the first question comes up. */
  #question: typeof Question.question | undefined
  /** Those of the present answer. */
  #words: AnswersMessages | undefined

  readonly #answer = new Task(this, {
    args: () => [this.client, this.#serviceId, this.#where, this.language] as const,
    argsEqual: (one, other) =>
      JSON.stringify(one.slice(1)) === JSON.stringify(other.slice(1)) && one[0] === other[0],
    task: async ([client, service, where, lang], { signal }) => {
      if (!service || !where) return initialState
      const [answer, words] = await Promise.all([
        client.responsibility({ service, ...where, lang, signal }),
        answerWords(lang),
      ])
      this.#words = words
      if (answer.status === 'ambiguous') this.#question = (await import('./question.ts')).question
      else await import('@amtsweg/kit/office-card.ts')
      return answer
    },
    onComplete: (answer) => this.dispatchEvent(eventFor(answer)),
    onError: (error) => this.dispatchEvent(new ResponsibilityFailedEvent(error)),
  })

  get #serviceId(): string {
    return this.service || (this.subject?.id ?? '')
  }

  get #where(): ReturnType<typeof placeQuery> | undefined {
    if (this.chosen) return { area: this.chosen.choice.regionKey }
    if (this.area) return { area: this.area }
    return this.#visit.now && placeQuery(this.#visit.now)
  }

  get #step(): 'service' | 'place' | 'answer' {
    if (this.changing) return this.changing
    if (!this.#serviceId) return 'service'
    return this.#where ? 'answer' : 'place'
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // The page speaks of something else now.
    if (changed.has('service') || changed.has('area')) this.chosen = this.changing = undefined
    // Another widget of the page asked for a new place: the choice made for the old one is void.
    const place = this.#visit.now?.regionKey
    if (this.chosen && !this.area && place !== this.chosen.choice.regionKey) this.chosen = undefined
    if (this.#step === 'service') void import('@amtsweg/kit/combobox.ts')
  }

  protected override updated(): void {
    if (!this.#moveFocus) return
    const target = this.renderRoot.querySelector<HTMLElement>('[data-focus]')
    if (!target) return
    this.#moveFocus = false
    void customElements
      .whenDefined(target.localName.includes('-') ? target.localName : 'amt-responsibility-finder')
      .then(() => target.focus())
  }

  #go(change: () => void): void {
    change()
    this.error = ''
    this.#moveFocus = true
    this.requestUpdate()
  }

  readonly #suggestServices = async (
    q: string,
    signal: AbortSignal,
  ): Promise<ComboboxOption<Suggestion>[]> => {
    const { items } = await this.client.suggest({ q, area: this.area, lang: this.language, signal })
    return items.map((item) => {
      const { text, service } = item
      return { label: text, detail: text === service.title ? undefined : service.title, value: item }
    })
  }

  readonly #takeService = async ({ text }: TextSubmittedEvent) => {
    const { items } = await this.client.suggest({ q: text, area: this.area, lang: this.language })
    const [only, ...more] = items
    if (only && !more.length) return this.#chooseService(only)
    const words = this.#messages.now!.search
    this.error = only ? words.chooseOne : words.none(text)
  }

  #chooseService(suggestion: Suggestion): void {
    this.#go(() => {
      this.#typedService = suggestion.text
      this.subject = suggestion.service
      this.changing = undefined
    })
  }

  readonly #placeChosen = () =>
    this.#go(() => {
      this.chosen = undefined
      this.changing = undefined
    })

  readonly #choose = (choice: PlaceChoice | undefined) => {
    if (!choice) {
      this.error = this.#words!.answerMissing
      this.renderRoot.querySelector<HTMLElement>('input[type=radio]')?.focus()
      return
    }
    this.#go(() => {
      const before = this.#visit.now
      const { regionKey, label, detail } = choice
      this.#lastChoice = regionKey
      if (!this.area) rememberPlace({ label, detail, regionKey })
      this.chosen = { choice, before }
    })
  }

  readonly #backToQuestion = () =>
    this.#go(() => {
      const before = this.chosen?.before
      this.chosen = undefined
      if (!this.area && before) rememberPlace(before)
    })

  override render() {
    const m = this.#messages.now
    if (!m) return html`<slot></slot>`
    return html`
      <section lang=${this.#messages.lang} dir=${this.#messages.dir} aria-label=${m.heading}>
        ${this.embedded ? nothing : html`<h2 part="heading">${m.heading}</h2>`} ${this.#renderSaid(m)}
        <p class="visually-hidden" role="status">${this.#status(m)}</p>
        ${this.#renderStep(m)}
      </section>
    `
  }

  #status(m: ResponsibilityMessages): string {
    if (this.#step !== 'answer') return ''
    return (
      this.#answer.render({
        pending: () => m.loadingAnswer,
        complete: (answer) =>
          answer.status === 'resolved'
            ? this.#words!.found(answer.units.map(({ unit }) => unit.name).join(', '))
            : '',
      }) ?? ''
    )
  }

  /** What is known stays in sight and can be changed. */
  #renderSaid(m: ResponsibilityMessages) {
    const step = this.#step
    const place = this.area ? undefined : this.#visit.now
    const change = (what: 'service' | 'place') => () => this.#go(() => (this.changing = what))
    const line = (text: string, what: 'service' | 'place', label: string) =>
      html`<p>
        <span>${text}</span>
        <button type="button" class="button plain" @click=${change(what)}>${label}</button>
      </p>`
    const subject = !this.service && step !== 'service' ? this.subject : undefined
    if (!subject && !(place && step === 'answer')) return nothing
    return html`<div part="said" class="said">
      ${subject ? line(m.subject(subject.title), 'service', m.changeService) : nothing}
      ${place && step === 'answer' ? line(m.places.chosen(place.label), 'place', m.places.change) : nothing}
    </div>`
  }

  #renderStep(m: ResponsibilityMessages) {
    switch (this.#step) {
      case 'service':
        return this.#renderServiceField(m)
      case 'place':
        return html`<amt-place-picker
          data-focus
          api=${this.api}
          value=${this.#visit.now?.label ?? ''}
          .client=${this.client}
          .messages=${m}
          @amt-place-chosen=${this.#placeChosen}
        ></amt-place-picker>`
      case 'answer':
        return this.#answer.render({
          pending: () => officeShape,
          complete: (answer) => html`
            ${staleState(m, answer, this.#messages.lang)} ${this.#renderAnswer(answer, m)}
          `,
          error: (error) => errorState(m, error, () => void this.#answer.run()),
        })
    }
  }

  #renderServiceField(m: ResponsibilityMessages) {
    return html`<amt-combobox
      data-focus
      .label=${m.service}
      .help=${m.serviceHelp}
      .error=${this.error}
      .value=${this.#typedService}
      .words=${m.search}
      .suggest=${this.#suggestServices}
      @amt-option-chosen=${(event: OptionChosenEvent<Suggestion>) => this.#chooseService(event.option.value)}
      @amt-text-submitted=${this.#takeService}
    ></amt-combobox>`
  }

  #renderAnswer(answer: Responsibility, { search }: ResponsibilityMessages) {
    const m = { ...this.#words!, search }
    if (answer.status === 'ambiguous') {
      return this.#question?.(answer, this.#lastChoice, this.error, this.#choose, m)
    }
    const back = this.chosen
      ? html`<button type="button" class="button plain no-print" @click=${this.#backToQuestion}>
          ${m.back}
        </button>`
      : nothing
    return html`
      ${answer.status === 'resolved' ? resolved(answer, this.client, m) : unrecorded(answer, this.client, m)}
      ${back}
    `
  }
}

/** A card's shape while it is looked for. */
const officeShape = html`
  <div class="pending office-shape" aria-hidden="true">
    <div class="skeleton">
      <span class="bar w5 tall"></span><span class="bar w3"></span><span class="bar w7"></span>
    </div>
    <div class="skeleton">
      <span class="bar w7"></span><span class="bar w5"></span><span class="bar w7"></span
      ><span class="bar w3"></span>
    </div>
    <div class="skeleton">
      <span class="bar"></span><span class="bar"></span><span class="bar"></span><span class="bar w7"></span>
    </div>
  </div>
`

define('amt-responsibility-finder', ResponsibilityFinder)

declare global {
  interface HTMLElementTagNameMap {
    'amt-responsibility-finder': ResponsibilityFinder
  }
}
