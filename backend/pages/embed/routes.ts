import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Db } from '../../database/database.ts'
import type { Remember } from '../../database/memory.ts'
import { embedHeaders } from '../../http/headers.ts'
import type { FindPublicUrl } from '../../http/public-url.ts'
import type { Env } from '../../http/router.ts'
import { resolveArea } from '../../places/index.ts'
import { findOffering } from '../offered-by.ts'
import { directoryView } from './directory.ts'
import { finderView } from './finder.ts'
import { framePage, lookSource } from './frame-page.ts'
import { mapView } from './map-viewer.ts'
import { type Ask, meansOf, type View } from './page-parts.ts'
import { readQuestion, type Widget } from './question.ts'
import { field } from './search-views.ts'
import { wayfinderView } from './wayfinder.ts'
import { backWay } from './ways.ts'

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

/** Widgets as complete pages for frames and plain links; they need no script, and any website may show them. */
export function embedRoutes({ db, now, remember, publicUrl }: Parts) {
  const offering = findOffering(db, remember)

  /** The living region of the webmaster's area; an area that nobody knows is named like what could not be read. */
  async function askOf(c: Context<Env>, widget: Widget): Promise<Ask> {
    const read = readQuestion(widget, c.req.query(), c.req.header('accept-language'))
    const key = read.said.area
    const area = key && (await resolveArea(db, key))?.areas[0]?.regionKey
    const question = key && !area ? { ...read, unreadable: [...read.unreadable, 'area'] } : read
    return { db, now, remember, question, area }
  }

  const answer =
    (widget: Widget, viewOf: (ask: Ask) => Promise<View | undefined>) => async (c: Context<Env>) => {
      const ask = await askOf(c, widget)
      const { question, area } = ask
      const { origin, caching } = publicUrl(c)
      const offeredBy = await offering(area, question.lang)
      const view = (await viewOf(ask)) ?? lost(ask)
      const status = question.unreadable.length > 0 ? 400 : (view.status ?? 200)
      return c.get('send')(
        framePage({ question, origin, offeredBy, ...view }),
        {
          ...embedHeaders(lookSource(question), offeredBy?.logo?.origin),
          'content-type': 'text/html; charset=utf-8',
          'content-language': question.lang,
          'cache-control': status === 200 ? cachingOf(widget, caching) : 'no-store',
          vary: 'Accept-Encoding, Accept-Language',
        },
        status,
      )
    }

  return new Hono<Env>()
    .get('/embed/wayfinder', answer('wayfinder', wayfinderView))
    .get('/embed/responsibility-finder', answer('responsibility-finder', finderView))
    .get('/embed/directory', answer('directory', directoryView))
    .get('/embed/map-viewer', answer('map-viewer', mapView))
}

/** A name or a collection that is taken back must be gone at once. */
const cachingOf = (widget: Widget, usual: string) =>
  widget === 'directory' || widget === 'map-viewer'
    ? `${usual.startsWith('private') ? 'private' : 'public'}, no-cache`
    : usual

/** For what does not exist: the ways to all that there is. */
function lost(ask: Ask): View {
  const { page } = meansOf(ask).words
  const body = html`<p>${page.notFoundMeaning}</p>
    ${field(ask)}`
  return { title: page.notFound, ways: backWay(ask), body, status: 404 }
}
