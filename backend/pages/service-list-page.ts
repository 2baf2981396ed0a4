import { html } from 'hono/html'
import type { ServicePage } from '@amtsweg/contract'
import { address, servicePath } from './address.ts'
import { letterBar, searchForm, serviceItems } from './list-sections.ts'
import { type PageLanguage, wordsIn } from './words.ts'

/** What a reader asked the list of services for. */
export interface ListQuestion {
  readonly lang: PageLanguage
  readonly q?: string | undefined
  readonly letter?: string | undefined
  readonly area?: string | undefined
}

const path = '/services'

/** A field and the letters: the ways to a service that work without any script. */
export function waysIn({ lang, q, letter, area }: ListQuestion, letters: readonly string[]) {
  const { page: words } = wordsIn[lang]
  const form = { action: path, hidden: { lang: lang === 'de' ? undefined : lang, area } }
  const bar = letters.map((one) => ({ letter: one, href: address(path, { lang, area, letter: one }) }))
  return html`${searchForm(form, { label: words.search, help: words.searchHelp, submit: words.submit }, q)}
  ${letterBar(words.letters, bar, letter)}`
}

/** Services in a list, with the way on. */
export function listPageBody(
  question: ListQuestion,
  letters: readonly string[],
  { items, next }: ServicePage,
) {
  const { lang, q, letter, area } = question
  const { page: words } = wordsIn[lang]
  const heading = q ? words.results(q) : letter && words.underLetter(letter)
  const href = (id: string) => address(servicePath(id), { lang, area })
  return html`${q || letter ? '' : html`<p class="lead">${words.listIntro}</p>`} ${waysIn(question, letters)}
  ${heading ? html`<h2>${heading}</h2>` : ''}
  ${items.length > 0 ? serviceItems(items, lang, href, ({ online }) => [online && words.online]) : html`<p>${words.none}</p>`}
  ${next ? html`<p><a class="button" rel="next" href="${address(path, { lang, area, q, letter, cursor: next })}">${words.more}</a></p>` : ''}`
}
