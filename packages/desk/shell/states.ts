import { html, nothing, type TemplateResult } from 'lit'
import { ApiError } from '@amtsweg/client'
import { pendingState, skeleton } from '@amtsweg/kit/states.ts'
import { problemText } from './problem-words.ts'
import { words } from './words.ts'

/** Waiting, in the shape of a few lines: `widths` in tenths. */
export const waiting = (...widths: readonly number[]): TemplateResult =>
  pendingState(words.loading, skeleton(...(widths.length ? widths : [3, 7, 5, 7])))

/** How far something long has come: `done` of `all`; without `all`, nobody knows yet. */
export const progress = (label: string, done: number, all?: number): TemplateResult => html`
  <div class="stack">
    <label for="progress">${label}</label>
    <progress id="progress" max=${all ?? nothing} value=${all ? done : nothing}></progress>
    ${all ? html`<p class="small muted">${words.progress(done / all)}</p>` : nothing}
  </div>
`

/** Nothing is there, and what to do about it. */
export const empty = (text: string, way: unknown = nothing): TemplateResult => html`
  <div class="stack empty">
    <p class="muted">${text}</p>
    ${way}
  </div>
`

/** It did not work: why, and how to go on. */
export function failed(error: unknown, retry?: () => void): TemplateResult {
  const id = error instanceof ApiError && error.status >= 500 ? error.requestId : undefined
  return html`
    <div class="aside problem" role="alert">
      <p>${problemText(error)}</p>
      ${id ? html`<p class="small muted">${words.requestId(id)}</p>` : nothing}
      ${
        retry
          ? html`<button type="button" class="button quiet" @click=${retry}>${words.retry}</button>`
          : nothing
      }
    </div>
  `
}
