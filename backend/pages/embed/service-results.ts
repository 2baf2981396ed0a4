import { html } from 'hono/html'
import type { ServicePage } from '@amtsweg/contract'
import { germanDay, listServices } from '../../services/index.ts'
import { searchServices } from '../../wayfinding/index.ts'
import type { Asked } from '../address.ts'
import { serviceItems } from '../list-sections.ts'
import { type Ask, meansOf } from './page-parts.ts'

const pageSize = 20

/** The reader of lists: where, in which language, on which day. */
export const readerOf = ({ area, question, now }: Ask) => ({
  area,
  lang: question.textLang,
  day: germanDay(now()),
})

/** A page of a list; undefined for a cursor that is none of its own. */
export function servicesOf(
  ask: Ask,
  narrowed: { readonly lifeSituation?: string; readonly letter?: string | undefined },
): Promise<ServicePage | undefined> {
  const { q, audience, cursor } = ask.question.said
  const asked = { ...readerOf(ask), ...narrowed, audience, cursor, limit: pageSize }
  return q ? searchServices(ask.db, { ...asked, q }) : listServices(ask.db, asked)
}

/** What was found, with the way to more of it. */
export function foundServices(ask: Ask, { items, next }: ServicePage, step: Asked) {
  const { words, to } = meansOf(ask)
  const { lang } = ask.question
  const m = words.wayfinding
  return html`<p class="muted">${items.length > 0 ? m.found(items.length, next !== null) : m.noneHere}</p>
    ${serviceItems(
      items,
      lang,
      (id) => to({ ...step, service: id }),
      ({ online, lang: spoken }) => [online && m.online, spoken === 'de' && lang !== spoken && m.onlyGerman],
    )}
    ${next ? html`<p><a class="button" rel="next" href="${to({ ...step, cursor: next })}" target="_self">${m.more}</a></p>` : ''}`
}
