import { html, nothing, type TemplateResult } from 'lit'
import type { GeoHarvest } from '@amtsweg/contract'
import { shownMoment } from '../shell/dates.ts'
import { harvestWords as words } from './harvest-words.ts'

interface CardParts {
  readonly harvest: GeoHarvest
  /** Form that stands in the card while it is changed. */
  readonly form: TemplateResult | undefined
  readonly onRun: () => void
  readonly onPause: (paused: boolean) => void
  readonly onEdit: () => void
  readonly onHide: () => void
  readonly onRemove: () => void
}

/** One copy: where it is from, how it goes, and what to do where it does not. */
export function harvestCard(parts: CardParts): TemplateResult {
  const { harvest, form } = parts
  const { id, url, collection, state, error } = harvest
  const isFirst = state === 'working' && harvest.succeededAt === null
  return html`
    <li class="card" data-id=${id}>
      <h3><a href="/desk/geodata/${collection}">${collection}</a></h3>
      <p>
        <span class="tag ${state === 'waiting' ? 'good' : ''}"
          >${isFirst ? words.first : words.states[state]}</span
        >
      </p>
      ${state === 'working' ? progressPart(harvest) : nothing}
      ${error ? html`<p class="aside problem">${error.text}</p>` : nothing} ${factsPart(harvest)}
      ${form ?? buttonsPart(parts, url)}
    </li>
  `
}

function progressPart({ id, read, expected }: GeoHarvest) {
  const label = words.reading(read ?? 0, expected)
  return html`<div class="stack">
    <label for="progress-${id}">${label}</label>
    <progress
      id="progress-${id}"
      max=${expected || nothing}
      value=${expected ? Math.min(read ?? 0, expected) : nothing}
    ></progress>
  </div>`
}

function factsPart(harvest: GeoHarvest) {
  const { url, kind, audience, features, triedAt, succeededAt, changedAt, put, gone, error } = harvest
  const fact = (label: string, value: unknown) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`
  return html`<dl class="facts">
    ${fact(words.from, html`<span class="address">${url}</span>${kind ? html` (${words.kinds[kind]})` : nothing}`)}
    ${fact(words.features, words.number(features))}
    ${fact(words.readers, audience ? words.atMost(audience) : words.asThere)}
    ${fact(words.last, triedAt ? shownMoment(triedAt) : words.never)}
    ${error && succeededAt ? fact(words.succeeded, shownMoment(succeededAt)) : nothing}
    ${
      changedAt
        ? fact(words.changed, html`${shownMoment(changedAt)}: ${words.differing(put, gone)}`)
        : nothing
    }
    ${fact(words.next, nextOf(harvest))}
  </dl>`
}

function nextOf({ state, nextDueAt }: GeoHarvest): string {
  if (state === 'paused') return words.nextPaused
  return nextDueAt && Date.parse(nextDueAt) > Date.now() ? shownMoment(nextDueAt) : words.nextSoon
}

function buttonsPart({ harvest, onRun, onPause, onEdit, onHide, onRemove }: CardParts, url: string) {
  const { state, features } = harvest
  const button = (name: string, label: string, act: () => void, looks = 'quiet') =>
    html`<button
      type="button"
      class="button ${looks}"
      data-act=${name}
      aria-label="${label}: ${harvest.collection}, ${url}"
      @click=${act}
    >
      ${label}
    </button>`
  return html`<p class="row">
    ${
      state === 'paused'
        ? button('resume', words.resume, () => onPause(false))
        : html`${state === 'working' ? nothing : button('run', words.run, onRun)}
          ${button('pause', words.pause, () => onPause(true))}`
    }
    ${button('edit', words.edit, onEdit)}
    ${features > 0 ? button('hide', words.hide, onHide, 'danger') : nothing}
    ${button('remove', words.remove, onRemove, 'danger')}
  </p>`
}
