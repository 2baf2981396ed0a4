import { html } from 'hono/html'
import type { LifeSituation } from '@amtsweg/contract'
import { lifeSituationTree } from '../../services/index.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { foundServices, readerOf, servicesOf } from './service-results.ts'
import { backWay, startWays } from './ways.ts'

/** Life situations, which are named in German only, as tiles; `rich` tells what lies below each. */
export function topicTiles(ask: Ask, items: readonly LifeSituation[], rich = false) {
  const { to } = meansOf(ask)
  return html`<ul class="topics">
    ${items.map(
      ({ id, name, children }) =>
        html`<li>
          <a href="${to({ 'life-situation': id })}" target="_self" lang="de">${name}</a>
          ${rich && children.length > 0 ? html`<p class="note" lang="de">${children.map((child) => child.name).join(', ')}</p>` : ''}
        </li>`,
    )}
  </ul>`
}

const treeOf = (ask: Ask) => lifeSituationTree(ask.db, readerOf(ask), ask.remember)

/** All life situations, each with what lies below it. */
export async function situationsView(ask: Ask): Promise<View> {
  const { words } = meansOf(ask)
  const { items } = await treeOf(ask)
  return {
    title: words.wayfinding.lifeSituations,
    ways: startWays(ask, 'life-situations'),
    body: html`${items.length > 0 ? topicTiles(ask, items, true) : html`<p>${words.wayfinding.noneHere}</p>`}`,
  }
}

/** One life situation: those below it, or its services; undefined where there is none of this name. */
export async function situationView(ask: Ask, id: string): Promise<View | undefined> {
  const { words, to } = meansOf(ask)
  const { items } = await treeOf(ask)
  const [found, above] = find(items, id) ?? []
  if (!found) return undefined
  const before = above ? { 'life-situation': above.id } : { view: 'life-situations' }
  const step = { 'life-situation': found.id }
  const services = found.children.length > 0 ? undefined : await servicesOf(ask, { lifeSituation: found.id })
  return {
    title: found.name,
    titleLang: 'de',
    ways: backWay(ask, before),
    body: services
      ? foundServices(ask, services, step)
      : html`<ul class="list">
          ${found.children.map(
            (child) =>
              html`<li>
                <a href="${to({ 'life-situation': child.id })}" target="_self" lang="de">${child.name}</a>
                ${child.services ? html`<span class="note">${words.wayfinding.services(child.services)}</span>` : ''}
              </li>`,
          )}
        </ul>`,
  }
}

/** A life situation by its id or that of another catalogue, and the one above it. */
function find(
  items: readonly LifeSituation[],
  id: string,
  above?: LifeSituation,
): readonly [LifeSituation, LifeSituation | undefined] | undefined {
  for (const item of items) {
    const found =
      item.id === id || item.aliases?.includes(id) ? ([item, above] as const) : find(item.children, id, item)
    if (found) return found
  }
  return undefined
}
