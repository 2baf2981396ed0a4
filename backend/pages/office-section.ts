import { html } from 'hono/html'
import type { PlaceChoice, Responsibility, ResponsibleUnit } from '@amtsweg/contract'
import { letterOf } from '../services/index.ts'
import { fieldForm, type FormWay } from './list-sections.ts'
import { officeCard } from './office-card.ts'
import type { PageLanguage, Words } from './words.ts'

/** What became of the question where the reader lives. */
export interface Place {
  /** What was typed or chosen, to be shown again in the field. */
  readonly said?: string | undefined
  /** Who answers there; undefined where nothing was said. */
  readonly answer?: Responsibility | undefined
  /** What is wrong with what was typed. */
  readonly problem?: string | undefined
}

/** How the page around goes on with another place. */
export interface PlaceWays {
  readonly at: (regionKey: string) => string
  /** Left out, the place is not the reader's to choose. */
  readonly anywhere?: string | undefined
  readonly form: FormWay
  /** Places to choose from for who cannot send a form. */
  readonly list?: string | undefined
}

/** Whose question it is. */
export interface Asker {
  readonly lang: PageLanguage
  readonly words: Words
}

/** Where the reader has to go: the offices, a question back, or a field for the place. */
export function officeAnswer(asker: Asker, ways: PlaceWays, place: Place) {
  const told = answer(asker, ways, place)
  if (place.answer?.status === 'resolved') return told
  const field = placeField(asker, ways, place)
  return isLong(place) || !place.answer ? html`${field} ${told}` : html`${told} ${field}`
}

function answer(asker: Asker, ways: PlaceWays, { answer: given }: Place) {
  const { lang, words } = asker
  const fallback = html`<p>${words.service.officeFallback}</p>`
  if (!given) return fallback
  if (given.status === 'ambiguous')
    return html`<p>${words.page.choose}</p>
      ${choiceList(given.question.choices, ways, words)}`
  const { area, movedFrom } = given
  const where = html`${
    area
      ? html`<p class="muted">
          ${words.page.inArea(area.name)}
          ${ways.anywhere ? html`· <a href="${ways.anywhere}" target="_self">${words.page.otherPlace}</a>` : ''}
        </p>`
      : ''
  }
  ${movedFrom && area ? html`<p class="aside">${words.responsibility.movedFrom(movedFrom, area.name)}</p>` : ''}`
  if (given.status === 'resolved')
    return html`${where} ${offices(given.units, asker)} ${others(given.others, asker)}`
  const { unit } = given.fallback
  return html`${where}
    <p>
      ${words.responsibility.unrecordedMeaning(given.service.title, area?.name ?? words.responsibility.here)}
    </p>
    ${
      unit
        ? html`<p>${words.responsibility.fallback}:</p>
            ${officeCard(unit, words.responsibility.tier[unit.tier], lang, words)}`
        : fallback
    }`
}

const told = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ')

/** Who decides; where several tiers act, each says which it is. */
const offices = (units: readonly ResponsibleUnit[], { lang, words }: Asker) =>
  units.map(({ unit, note }) => {
    const tier = units.length > 1 ? words.responsibility.tier[unit.tier] : undefined
    return officeCard(unit, told(tier, note), lang, words)
  })

/** Who else takes part, folded. */
const others = (units: readonly ResponsibleUnit[], { lang, words }: Asker) =>
  units.length > 0
    ? html`<h3>${words.responsibility.others}</h3>
        ${units.map(
          ({ unit, role, note }) =>
            html`<details>
              <summary>
                <span lang="${unit.lang}">${unit.name}</span>
                <span class="note"
                  >${told(words.responsibility.tier[unit.tier], words.responsibility.role[role])}</span
                >
              </summary>
              ${officeCard(unit, note ?? '', lang, words)}
            </details>`,
        )}`
    : ''

/** So many choices are looked through; more are folded, and the field comes first. */
const atAGlance = 30
/** So many stand in a fold at least. */
const perFold = 12

const isLong = ({ answer: given }: Place) =>
  given?.status === 'ambiguous' && given.question.choices.length > atAGlance

function choiceList(choices: readonly PlaceChoice[], ways: PlaceWays, words: Words) {
  const list = (some: readonly PlaceChoice[]) =>
    html`<ul class="list">
      ${some.map(
        ({ regionKey, label, detail, places }) =>
          html`<li>
            <a href="${ways.at(regionKey)}" target="_self">${label}</a>
            <span class="note">${told(detail, villages(places, words))}</span>
          </li>`,
      )}
    </ul>`
  if (choices.length <= atAGlance) return list(choices)
  return folds(choices).map(
    (some) =>
      html`<details>
        <summary>
          ${[...new Set([some[0], some.at(-1)].map((one) => letterOf(one?.label ?? '')))].join(' – ')}
        </summary>
        ${list(some)}
      </details>`,
  )
}

/** The choices in their order, cut between first letters. */
function folds(choices: readonly PlaceChoice[]): readonly (readonly PlaceChoice[])[] {
  const all: PlaceChoice[][] = []
  for (const some of Map.groupBy(choices, ({ label }) => letterOf(label)).values()) {
    const last = all.at(-1)
    if (last && last.length < perFold) last.push(...some)
    else all.push([...some])
  }
  return all
}

function villages(places: readonly string[], { responsibility }: Words): string | undefined {
  const shown = places.slice(0, 4).join(', ')
  return shown && responsibility.including(shown, places.length > 4)
}

const placeField = ({ words }: Asker, { form, list }: PlaceWays, { said, problem }: Place) =>
  html`${fieldForm(
    form,
    'place',
    { label: words.place.label, help: words.place.help, submit: words.page.find, problem },
    said,
  )}
  ${list ? html`<p><a href="${list}" target="_self">${words.page.pickPlace}</a></p>` : ''}`
