import { html } from 'hono/html'
import type { ServicePage } from '@amtsweg/contract'
import { address, servicePath } from './address.ts'
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
  const hidden = Object.entries({ lang: lang === 'de' ? undefined : lang, area })
  return html`<form action="${path}" method="get" role="search">
      ${hidden.map(([name, value]) => (value ? html`<input type="hidden" name="${name}" value="${value}" />` : ''))}
      <label for="q">${words.search}</label>
      <p class="muted" id="q-help">${words.searchHelp}</p>
      <div class="field">
        <input id="q" type="search" name="q" value="${q ?? ''}" maxlength="200" aria-describedby="q-help" />
        <button class="button">${words.submit}</button>
      </div>
    </form>
    <nav aria-label="${words.letters}">
      <ul class="letters">
        ${letters.map(
          (one) =>
            html`<li>
              <a
                href="${address(path, { lang, area, letter: one })}"
                ${one === letter ? html`aria-current="page"` : ''}
                >${one}</a
              >
            </li>`,
        )}
      </ul>
    </nav>`
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
  return html`${q || letter ? '' : html`<p class="lead">${words.listIntro}</p>`} ${waysIn(question, letters)}
  ${heading ? html`<h2>${heading}</h2>` : ''}
  ${
    items.length > 0
      ? html`<ul class="list">
          ${items.map(
            ({ id, title, teaser, online, lang: spoken }) =>
              html`<li lang="${spoken}">
                <a href="${address(servicePath(id), { lang, area })}">${title}</a>
                ${teaser ? html`<span class="note">${teaser}</span>` : ''}
                ${online ? html`<span class="note" lang="${lang}">${words.online}</span>` : ''}
              </li>`,
          )}
        </ul>`
      : html`<p>${words.none}</p>`
  }
  ${next ? html`<p><a class="button" rel="next" href="${address(path, { lang, area, q, letter, cursor: next })}">${words.more}</a></p>` : ''}`
}
