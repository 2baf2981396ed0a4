import { indexView } from './index-view.ts'
import type { Ask, View } from './page-parts.ts'
import { pickView } from './pick-view.ts'
import { resultsView, searchView } from './search-views.ts'
import { serviceView } from './service-view.ts'
import { situationsView, situationView } from './situation-views.ts'

/** The view that belongs to what is asked, as in the widget; undefined where there is no such service or life situation. */
export function wayfinderView(ask: Ask): Promise<View | undefined> {
  const { said } = ask.question
  if (said.service && said.pick) return pickView(ask, said.pick)
  if (said.service) return serviceView(ask, said.service)
  if (said['life-situation']) return situationView(ask, said['life-situation'])
  if (said.letter || said.view === 'a-z') return indexView(ask)
  if (said.q) return resultsView(ask, said.q)
  return said.view === 'life-situations' ? situationsView(ask) : searchView(ask)
}
