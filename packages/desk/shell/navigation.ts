import { html, nothing, type TemplateResult } from 'lit'
import type { Scope } from '@amtsweg/contract'
import { type PageEntry, pages, places } from './pages.ts'
import { words } from './words.ts'

const mayOpen = (held: readonly Scope[], { scopes }: PageEntry) =>
  !scopes || scopes.some((scope) => held.includes(scope))

/** Links to all pages that somebody may open, by what they are about; a group without any is not shown. */
export const navigation = (
  held: readonly Scope[],
  current: PageEntry | undefined,
): readonly (TemplateResult | typeof nothing)[] =>
  places.map((place) => {
    const found = pages.filter((page) => page.place === place && mayOpen(held, page))
    if (!found.length) return nothing
    return html`
      <h2 id="group-${place}" class=${place === 'today' ? 'visually-hidden' : ''}>${words.groups[place]}</h2>
      <ul aria-labelledby="group-${place}">
        ${found.map((page) => html`<li>${link(page, current)}</li>`)}
      </ul>
    `
  })

const link = (page: PageEntry, current: PageEntry | undefined) => {
  const isHere = page === current || current?.above === page.path
  const state = page === current ? 'page' : 'true'
  return html`<a href=${page.path} aria-current=${isHere ? state : nothing}>${page.label}</a>`
}
