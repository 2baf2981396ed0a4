import { html } from 'hono/html'
import { areaRefs, childrenOf } from '../../places/index.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { stepOf, wayTo } from './question.ts'
import { backWay } from './ways.ts'

const laender = Array.from({ length: 16 }, (_, index) => String(index + 1).padStart(2, '0'))

/** A place by links alone, for who cannot send a form: the Land, then what lies directly in it. */
export async function pickView(ask: Ask, pick: string): Promise<View> {
  const { words } = meansOf(ask)
  const { db, question } = ask
  const to = wayTo({ ...question, said: { ...question.said, in: undefined, place: undefined } })
  const step = stepOf(question)
  const isStart = pick === 'all'
  const areas = isStart ? [...(await areaRefs(db, laender)).values()] : await childrenOf(db, pick)
  const sorted = areas.toSorted((a, b) => a.name.localeCompare(b.name, 'de'))
  return {
    title: words.page.pickPlace,
    ways: backWay(ask, isStart ? step : { ...step, pick: 'all' }),
    body: html`<ul class="list">
      ${sorted.map(
        ({ regionKey, name }) =>
          html`<li>
            <a
              href="${to({ ...step, ...(isStart ? { pick: regionKey } : { in: regionKey }) })}"
              target="_self"
              >${name}</a
            >
          </li>`,
      )}
    </ul>`,
  }
}
