import { html, nothing, type TemplateResult } from 'lit'
import { type PageEntry, pages, places } from './pages.ts'
import type { Grant } from './session.ts'
import { words } from './words.ts'

/** Why somebody may not open a page in the name of this authority; undefined if they may. */
export function refusalOf(page: PageEntry, grant: Grant) {
  const { scopes } = page
  if (scopes && !scopes.some((scope) => grant.scopes.includes(scope)))
    return { title: words.notAllowed.title, text: words.notAllowed.text(grant.name || words.everything) }
  return grant.authority === null && !page.isForAll ? words.chooseAuthority : undefined
}

/** Links to all pages that somebody may open, by what they are about; a group without any is not shown. */
export const navigation = (
  grant: Grant | undefined,
  current: PageEntry | undefined,
): readonly (TemplateResult | typeof nothing)[] =>
  places.map((place) => {
    const found = pages.filter((page) => page.place === place && grant && !refusalOf(page, grant))
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
