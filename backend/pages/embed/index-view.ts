import { html } from 'hono/html'
import type { Keyword } from '@amtsweg/contract'
import { letterOf, listKeywords } from '../../services/index.ts'
import { letterBar } from '../list-sections.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { readerOf } from './service-results.ts'
import { startWays } from './ways.ts'

const pageSize = 48

/** One letter of the Stichwortverzeichnis. */
export async function indexView(ask: Ask): Promise<View> {
  const { words, to } = meansOf(ask)
  const m = words.wayfinding
  const { db, question, remember } = ask
  const { letter = 'A', from, cursor } = question.said
  const shown = letter.toUpperCase()
  const asked = { ...readerOf(ask), letter: shown, from, limit: pageSize }
  // A cursor of another list: the list begins anew.
  const page =
    (await listKeywords(db, { ...asked, cursor }, remember)) ?? (await listKeywords(db, asked, remember))
  const { items = [], letters = [], next = null } = page ?? {}
  const bar = letters.map(({ letter: one, count }) => ({
    letter: one,
    name: m.letter(one, count),
    href: count > 0 ? to({ view: 'a-z', letter: one }) : undefined,
  }))
  return {
    title: m.aToZ,
    ways: startWays(ask, 'a-z'),
    body: html`${letterBar(m.letters, bar, shown)}
      <h2>${shown}</h2>
      ${
        items.length > 0
          ? html`<ul class="list">
              ${items.map((item) => entry(item, ask, shown))}
            </ul>`
          : html`<p>${m.noKeyword(shown)}</p>`
      }
      ${
        next
          ? html`<p>
              <a
                class="button"
                rel="next"
                href="${to({ view: 'a-z', letter: shown, cursor: next })}"
                target="_self"
                >${m.more}</a
              >
            </p>`
          : ''
      }`,
  }
}

/** A word with one service leads there itself; with several, each of them is named. */
function entry({ keyword, services, see, seeAlso = [] }: Keyword, ask: Ask, letter: string) {
  const { words, to } = meansOf(ask)
  const link = (id: string, name: string) =>
    html`<a href="${to({ letter, service: id })}" target="_self">${name}</a>`
  const word = (one: string) =>
    html`<a href="${to({ view: 'a-z', letter: letterOf(one), from: one })}" target="_self">${one}</a> `
  const [only, ...others] = services
  const differs = only && only.title.toLowerCase() !== keyword.toLowerCase()
  const [first] = see && see !== only?.title ? [see] : []
  return html`<li>
    ${
      only && others.length === 0
        ? html`${link(only.id, keyword)} ${differs ? html`<span class="note">${only.title}</span>` : ''}`
        : html`${keyword}
            <ul class="list">
              ${services.map(({ id, title }) => html`<li>${link(id, title)}</li>`)}
            </ul>`
    }
    ${first ? html`<p class="note">${words.wayfinding.see} ${word(first)}</p>` : ''}
    ${seeAlso.length > 0 ? html`<p class="note">${words.wayfinding.seeAlso} ${seeAlso.map(word)}</p>` : ''}
  </li>`
}
