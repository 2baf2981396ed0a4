import { html, nothing, type TemplateResult } from 'lit'
import { type ApiError, staleSince } from '@amtsweg/client'
import type { StateMessages } from '@amtsweg/messages'
import { localeOf } from '@amtsweg/messages/languages.ts'

/** Waiting: the shape of what will come, drawn only after 400 ms; said to screen readers at once. */
export const pendingState = (text: string, shape: unknown): TemplateResult => html`
  <p class="visually-hidden" role="status">${text}</p>
  <div class="pending" aria-hidden="true">${shape}</div>
`

/** Bars in the shape of lines of text, `widths` in tenths of the line. */
export const skeleton = (...widths: readonly number[]): TemplateResult => html`
  <div class="skeleton">${widths.map((width) => html`<span class="bar w${width}"></span>`)}</div>
`

/** Nothing is there: a plain statement, and the page's own HTML as the way on. */
export const emptyState = (text: unknown): TemplateResult => html`
  <p part="state">${text}</p>
  <slot></slot>
`

/** The sentence for what went wrong, chosen by the problem's code or the error's name. */
export function problemText({ problems }: StateMessages, error: unknown): string {
  const { code, name } = error as { code: 'internal-error'; name: 'internal-error' }
  return problems[code] ?? problems[name] ?? problems['internal-error']
}

/** It did not work: why, how to try again, and the page's own HTML as the other way. */
export function errorState(m: StateMessages, error: unknown, retry: () => void): TemplateResult {
  const { retryAfter } = error as Partial<ApiError>
  return html`
    <div part="state" class="aside problem" role="alert">
      <p>${problemText(m, error)} ${retryAfter ? m.retryAfter(retryAfter) : nothing}</p>
      <button part="retry" type="button" class="button quiet" @click=${retry}>${m.retry}</button>
    </div>
    <slot></slot>
  `
}

/** How old an answer is that could not be renewed; nothing for a fresh one. */
export function staleState(m: StateMessages, answer: object, lang: string): TemplateResult | typeof nothing {
  const time = staleSince(answer)
  if (!time) return nothing
  const text = new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeStyle: 'short' }).format(
    time,
  )
  return html`<p part="state" class="aside" role="status">${m.stale(text)}</p>`
}
