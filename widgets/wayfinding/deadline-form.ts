import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import type { ApiClient } from '@amtsweg/client'
import type { DeadlineDay, DeadlineEnd, ServiceDeadlines } from '@amtsweg/contract'
import { type AmtElement, errorState, Messages } from '@amtsweg/kit'
import type { DeadlinesMessages, DurationsMessages, StateMessages } from '@amtsweg/messages'
import { loadWords } from '@amtsweg/messages/catalogues.ts'
import { messages as german } from '@amtsweg/messages/deadlines/de.ts'
import { deadlineText } from '@amtsweg/messages/durations.ts'
import { localeOf } from '@amtsweg/messages/languages.ts'

/** For which service and place days are counted, and in which words. */
export interface DeadlineAsk {
  readonly client: ApiClient
  readonly service: string
  /** Region key, or empty where nobody has said where. */
  readonly area: string
  readonly lang: string
  readonly words: DurationsMessages
  readonly m: StateMessages
}

const fullDay = (iso: string, lang: string) =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(iso))

/** "Samstag, 4. April 2026" or "3. April 2026 (Karfreitag)". */
function dayOff({ date, name }: DeadlineDay, lang: string): string {
  const day = fullDay(date, lang)
  return name ? `${day} (${name})` : day
}

function reasons({ rules, moved, skipped }: DeadlineEnd, lang: string, words: DeadlinesMessages): string[] {
  const list = (days: readonly DeadlineDay[]) =>
    new Intl.ListFormat(localeOf(lang)).format(days.map((day) => dayOff(day, lang)))
  return rules.flatMap((rule) => {
    if (rule === 'moved-on' || rule === 'moved-back') return [words.rules[rule](list(moved))]
    return [
      words.rules[rule],
      ...(skipped.length && rule.endsWith('tage') ? [words.skipped(list(skipped))] : []),
    ]
  })
}

/**
 * Asks for one day and tells until when a Frist runs from it, and why. Lives as long as the widget, so that what was typed and
 * found is still there when the page is drawn again.
 */
export class DeadlineForm {
  #ask: DeadlineAsk | undefined
  #error: 'missing' | 'unusable' | undefined
  #field: HTMLInputElement | undefined
  /** What the present answer was asked with. */
  #asked: readonly [service: string, area: string, lang: string, from: string] | undefined
  readonly #host: AmtElement
  readonly #messages: Messages<DeadlinesMessages>
  readonly #task: Task<readonly [service: string, area: string, lang: string, from: string], ServiceDeadlines>

  constructor(host: AmtElement) {
    this.#host = host
    this.#messages = new Messages(host, (lang) =>
      lang === 'de' ? { messages: german } : loadWords('deadlines', lang),
    )
    this.#task = new Task(host, {
      autoRun: false,
      task: ([service, area, lang, from], { signal }) =>
        this.#ask!.client.deadlines(service, { area, lang, from, signal }),
      onError: (error) => {
        if ((error as { code?: string }).code !== 'date-unusable') return
        this.#refuse('unusable')
      },
    })
  }

  /** Whether there is a last day worth printing. */
  get answered(): boolean {
    return !!this.#asked && !!this.#task.value
  }

  /** The form and what it has found; another place or language is asked for anew. */
  render(ask: DeadlineAsk): unknown {
    this.#follow(ask)
    this.#ask = ask
    const words = this.#messages.now
    if (!words) return html`<p class="muted" role="status">${ask.m.loading}</p>`
    const error = this.#error && words.errors[this.#error]
    return html`
      <form class="count-form no-print" novalidate @submit=${this.#submit}>
        <label for="count-from">${words.question}</label>
        <p id="count-help" class="small muted">${words.help}</p>
        ${error ? html`<p id="count-error" class="error">${error}</p>` : nothing}
        <div class="field">
          <input
            id="count-from"
            part="date"
            type="date"
            min="2000-01-01"
            max="2099-12-31"
            required
            aria-describedby="count-help ${error ? 'count-error' : ''}"
            aria-invalid=${error ? 'true' : 'false'}
          />
          <button part="count" type="submit" class="button quiet">${words.submit}</button>
        </div>
      </form>
      <div part="counted" class="counted" role="status">
        ${
          this.#asked &&
          this.#task.render({
            pending: () => html`<p class="muted">${ask.m.loading}</p>`,
            complete: (found) => this.#found(found, words),
            error: (failure) =>
              this.#error ? nothing : errorState(ask.m, failure, () => void this.#task.run(this.#asked)),
          })
        }
      </div>
    `
  }

  /** Another place or language is asked for anew; another service begins without an answer. */
  #follow({ service, area, lang }: DeadlineAsk): void {
    if (this.#ask && this.#ask.service !== service) {
      this.#asked = undefined
      this.#error = undefined
    }
    const [, askedArea = area, askedLang = lang, from = ''] = this.#asked ?? []
    if (askedArea === area && askedLang === lang) return
    this.#asked = [service, area, lang, from]
    queueMicrotask(() => void this.#task.run(this.#asked))
  }

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault()
    this.#field = (event.target as HTMLFormElement).querySelector('input')!
    const { validity, value } = this.#field
    if (!value) return this.#refuse('missing')
    if (!validity.valid) return this.#refuse('unusable')
    this.#error = undefined
    const { service, area, lang } = this.#ask!
    this.#asked = [service, area, lang, value]
    void this.#task.run(this.#asked)
  }

  /** What was typed stays; the focus is where it can be put right. */
  #refuse(error: 'missing' | 'unusable'): void {
    this.#error = error
    this.#host.requestUpdate()
    this.#field?.focus()
  }

  #found({ items, land, from }: ServiceDeadlines, words: DeadlinesMessages): unknown {
    if (this.#error) return nothing
    const { words: lengths, lang } = this.#ask!
    if (!items.length) return html`<p>${words.none}</p>`
    return html`
      ${items.map(({ deadline, end }) => {
        const { runs = 'after', text } = deadline
        const what = html`<p>${deadlineText(deadline, lang, lengths)} ${text ?? ''}</p>`
        const last = html`<p class="fact">${words.ends(fullDay(end.ends, lang))}</p>`
        // Several run from different events: there the reader has to see first which one is meant.
        return html`<div class="end">
          ${items.length > 1 ? [what, last] : [last, what]}
          <ul class="small muted">
            ${[words.starts[runs](fullDay(from, lang)), ...reasons(end, lang, words)].map((one) => html`<li>${one}</li>`)}
          </ul>
        </div>`
      })}
      <p class="small muted">
        ${land ? words.holidays(land.name) : words.holidaysEverywhere} ${words.noAdvice}
      </p>
    `
  }
}
