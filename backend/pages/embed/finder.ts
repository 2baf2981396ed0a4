import { html } from 'hono/html'
import type { Responsibility } from '@amtsweg/contract'
import { serviceRef, titleLetters } from '../../services/index.ts'
import { letterBar, searchForm } from '../list-sections.ts'
import { officeAnswer } from '../office-section.ts'
import type { Words } from '../words.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { pickView } from './pick-view.ts'
import { formTo, stepOf } from './question.ts'
import { foundServices, readerOf, servicesOf } from './service-results.ts'
import { placeOf, placeWays } from './service-view.ts'

/** Asks for the service, then for the place, and names the office; undefined where there is no such service. */
export function finderView(ask: Ask): Promise<View | undefined> {
  const { service, pick } = ask.question.said
  if (service && pick) return pickView(ask, pick)
  return service ? answerView(ask, service) : subjectView(ask)
}

/** What it is about: a field, and the letters for who cannot send a form. */
async function subjectView(ask: Ask): Promise<View> {
  const { words, to } = meansOf(ask)
  const { responsibility: m, page } = words
  const { said, typed, unreadable } = ask.question
  const { q } = said
  const letter = said.letter?.toUpperCase()
  const problem = unreadable.includes('q') ? m.problems['invalid-query'] : undefined
  const letters = await titleLetters(ask.db, readerOf(ask), ask.remember)
  const bar = letters.map((one) => ({ letter: one, href: to({ letter: one }) }))
  const found = (q || letter) && ((await servicesOf(ask, { letter })) ?? { items: [], next: null })
  return {
    title: m.heading,
    body: html`${searchForm(
      formTo(ask.question, {}),
      { label: m.service, help: m.serviceHelp, submit: page.submit, problem },
      typed.q,
    )}
    ${letterBar(page.letters, bar, q ? undefined : letter)}
    ${found ? html`<h2>${q ? page.results(q) : page.underLetter(letter ?? '')}</h2>` : ''}
    ${found && found.items.length === 0 ? html`<p>${page.none}</p>` : ''}
    ${found && found.items.length > 0 ? foundServices(ask, found, { q, letter: said.letter }) : ''}`,
  }
}

function titleOf(answer: Responsibility | undefined, { responsibility: m }: Words): string {
  if (!answer) return m.heading
  if (answer.status === 'ambiguous') return m.question[answer.question.kind]
  return answer.status === 'unrecorded' ? m.unrecorded : m.resolved(answer.service.title, answer.area?.name)
}

/** Who answers; until that is known, the one question where. */
async function answerView(ask: Ask, id: string): Promise<View | undefined> {
  const { words, to } = meansOf(ask)
  const { db, area, question } = ask
  const service = await serviceRef(db, id, { area, lang: question.textLang })
  if (!service) return undefined
  const place = await placeOf(ask, service.id)
  const { answer } = place
  const { service: _, ...before } = stepOf(question)
  const title = answer?.service.title ?? service.title
  const subject = html`<p class="said">
    ${words.responsibility.subject(title)} ·
    <a href="${to(before)}" target="_self">${words.responsibility.changeService}</a>
  </p>`
  return {
    title: titleOf(answer, words),
    body: html`${subject}
    ${officeAnswer({ lang: question.lang, words }, placeWays(question, { ...before, service: service.id }), place)}`,
  }
}
