import { html, nothing, type TemplateResult } from 'lit'
import type { Subscription } from '@amtsweg/contract'
import { words } from './words.ts'

interface CardParts {
  readonly subscription: Subscription
  readonly onSync: () => void
  readonly onRemove: () => void
}

const time = (iso: string): string =>
  new Date(iso).toLocaleString('de', { dateStyle: 'medium', timeStyle: 'short' })

/** One subscription: how it goes, and what to do where it does not. */
export function subscriptionCard({ subscription, onSync, onRemove }: CardParts): TemplateResult {
  const { id, url, kind, state, areas, records, succeededAt, changedAt, written, deleted, error, withheld } =
    subscription
  return html`
    <li class="card" data-id=${id}>
      <h3>${url}</h3>
      <p class="row">
        <span class="tag ${state === 'waiting' ? 'good' : ''}">${words.states[state]}</span>
        <span>${words.kinds[kind]}, ${words.areas(areas)}</span>
      </p>
      <p>${words.records(records)}, ${words.succeeded(succeededAt && time(succeededAt))}</p>
      ${changedAt ? html`<p class="help">${words.changed(time(changedAt), written, deleted)}</p>` : nothing}
      ${error ? html`<p class="aside problem">${error.text}</p>` : nothing}
      ${
        withheld.length
          ? html`<ul class="help">
              ${withheld.map(
                ({ reason, count }) =>
                  html`<li>${count.toLocaleString('de')} ${words.withheld[reason] ?? reason}</li>`,
              )}
            </ul>`
          : nothing
      }
      <p class="row">
        <button
          type="button"
          class="button quiet"
          data-sync
          aria-label="${words.sync}: ${url}"
          ?disabled=${state === 'working'}
          @click=${onSync}
        >
          ${words.sync}
        </button>
        <button
          type="button"
          class="button danger"
          data-remove
          aria-label="${words.remove} ${url}"
          @click=${onRemove}
        >
          ${words.remove}
        </button>
      </p>
    </li>
  `
}
