import { html, nothing } from 'lit'
import type { LifeSituation, LifeSituationTree, ServicePage } from '@amtsweg/contract'
import { emptyState } from '@amtsweg/kit'
import { loadServices, serviceList, servicesShape } from './results-view.ts'
import { loadTree } from './search-view.ts'
import { stepTo, topics, topicsShape } from './topics.ts'
import type { View } from './view.ts'

/** Names of life situations are German. */
const german = (name: string) => html`<span lang="de">${name}</span>`

/** All life situations, each with what lies below it. */
export const lifeSituationsView: View<LifeSituationTree> = {
  heading: (_, m) => m.lifeSituations,
  load: loadTree,
  shape: topicsShape,
  render: ({ items }, frame) => (items.length ? topics(items, frame, true) : emptyState(frame.m.noneHere)),
}

interface Situation {
  readonly situation: LifeSituation | undefined
  /** Only where no further choice has to be made. */
  readonly services: ServicePage | undefined
}

function find(items: readonly LifeSituation[], id: string | undefined): LifeSituation | undefined {
  for (const item of items) {
    const found = item.id === id || item.aliases?.includes(id!) ? item : find(item.children, id)
    if (found) return found
  }
  return undefined
}

/** One life situation: those below it, or its services. */
export const lifeSituationView: View<Situation> = {
  heading({ title }, m, data) {
    const name = data?.situation?.name ?? title
    return name ? german(name) : m.lifeSituations
  },
  async load(ask) {
    const { items } = await loadTree(ask)
    const situation = find(items, ask.step.lifeSituation)
    const services = situation?.children.length ? undefined : await loadServices(ask)
    return { situation, services }
  },
  shape: servicesShape,
  status: ({ services }, m) => (services ? m.found(services.items.length, !!services.next) : ''),
  render({ situation, services }, frame) {
    if (services) return serviceList(services, frame)
    return html`<ul class="list">
      ${situation!.children.map(
        (child) =>
          html`<li>
            ${frame.link(stepTo(child), german(child.name))}
            ${child.services ? html`<p class="small muted">${frame.m.services(child.services)}</p>` : nothing}
          </li>`,
      )}
    </ul>`
  },
}
