import { html } from 'hono/html'
import type { Audience } from '@amtsweg/contract'
import { lifeSituationTree } from '../../services/index.ts'
import { findChecklist } from '../../wayfinding/index.ts'
import { searchForm } from '../list-sections.ts'
import { checklistSteps } from './checklist-steps.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { formTo } from './question.ts'
import { foundServices, readerOf, servicesOf } from './service-results.ts'
import { topicTiles } from './situation-views.ts'
import { backWay, startWays } from './ways.ts'

/** The field for words; it keeps what was typed. */
export function field(ask: Ask, problem?: string) {
  const { wayfinding: words } = meansOf(ask).words
  return searchForm(
    formTo(ask.question, {}),
    { label: words.field, help: words.help, submit: words.submit, problem },
    ask.question.typed.q,
  )
}

/** The start: the field, and the topics for those who do not know the word. */
export async function searchView(ask: Ask): Promise<View> {
  const { words } = meansOf(ask)
  const { items } = await lifeSituationTree(ask.db, readerOf(ask), ask.remember)
  const isUnreadable = ask.question.unreadable.includes('q')
  return {
    title: words.wayfinding.heading,
    ways: startWays(ask, 'search'),
    body: html`${field(ask, isUnreadable ? words.wayfinding.problems['invalid-query'] : undefined)}
    ${
      items.length > 0
        ? html`<h2>${words.wayfinding.topics}</h2>
            ${topicTiles(ask, items)}`
        : ''
    }`,
  }
}

/** So many are seen at a glance and need no filter. */
const few = 5
const audiences: readonly (Audience | undefined)[] = [undefined, 'citizen', 'business']

function filter(ask: Ask) {
  const { words, to } = meansOf(ask)
  const { q, audience } = ask.question.said
  return html`<nav class="choice" aria-label="${words.wayfinding.audience}">
    ${audiences.map((one) => {
      const name = words.wayfinding.audiences[one ?? 'all']
      return one === audience
        ? html`<span aria-current="true">${name}</span>`
        : html`<a href="${to({ q, audience: one })}" target="_self">${name}</a>`
    })}
  </nav>`
}

/** What was found for the reader's words, and first what they ask for. */
export async function resultsView(ask: Ask, q: string): Promise<View> {
  const { words, to } = meansOf(ask)
  const { audience, cursor } = ask.question.said
  const m = words.wayfinding
  const [page, checklist] = await Promise.all([
    servicesOf(ask, {}),
    findChecklist(ask.db, { q, area: ask.area, lang: ask.question.textLang }, ask.remember),
  ])
  // A cursor of another list: the list begins anew.
  const { items, next } = page ?? { items: [], next: null }
  const others = html`<ul class="list">
    <li><a href="${to({ view: 'life-situations' })}" target="_self">${m.way['life-situations']}</a></li>
    <li><a href="${to({ view: 'a-z' })}" target="_self">${m.aToZ}</a></li>
  </ul>`
  return {
    title: m.results(q),
    ways: backWay(ask),
    body: html`${field(ask)} ${checklist && !cursor ? checklistSteps(ask, checklist) : ''}
    ${items.length > few || audience ? filter(ask) : ''}
    ${
      items.length > 0
        ? foundServices(ask, { items, next }, { q, audience })
        : html`<p><strong>${m.none(q)}</strong></p>
            <p>${m.noneHelp}</p>
            ${others}`
    }`,
  }
}
