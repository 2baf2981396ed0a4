import type { BlockList } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createRoute } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import {
  ChecklistList,
  ChecklistQuery,
  EndedSearch,
  ServiceListQuery,
  ServicePage,
  SuggestionList,
  SuggestQuery,
} from '@amtsweg/contract'
import { isRegistered } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { readBody } from '../http/body.ts'
import { clientNetwork } from '../http/client-network.ts'
import { apiHeaders } from '../http/headers.ts'
import { pickLanguage } from '../http/language.ts'
import { foreignOrigin } from '../http/origin.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { resolveArea } from '../places/index.ts'
import { germanDay, listServices } from '../services/index.ts'
import { findChecklist } from './find-checklist.ts'
import { searchServices } from './search.ts'
import type { SearchCounter } from './search-counter.ts'
import { suggest } from './suggest.ts'

const servicesRoute = createRoute({
  method: 'get',
  path: '/services',
  summary: 'Services by what somebody looks for, or in order of their names',
  request: { query: ServiceListQuery },
  responses: responses(ServicePage, 'The services, with `q` the best match first', [
    'invalid-query',
    'invalid-cursor',
  ]),
})

const suggestRoute = createRoute({
  method: 'get',
  path: '/services/suggest',
  summary: 'Titles and keywords that continue what somebody types, one per service',
  request: { query: SuggestQuery },
  responses: responses(SuggestionList, 'The suggestions, the best first', ['invalid-query']),
})

const checklistsRoute = createRoute({
  method: 'get',
  path: '/checklists',
  summary:
    'What to do in the life situation that a question speaks of, by rules that editors write; none for a plain search',
  request: { query: ChecklistQuery },
  responses: responses(ChecklistList, 'The checklist, or an empty list', ['invalid-query']),
})

const searchesRoute = createRoute({
  method: 'post',
  path: '/searches',
  summary: 'Tells how a search ended, to be counted without persons',
  request: {
    body: { content: { 'application/json': { schema: EndedSearch }, 'text/plain': { schema: EndedSearch } } },
  },
  responses: accepted('Taken, or left uncounted; nobody is told which', [
    'origin-not-allowed',
    'invalid-body',
    'request-too-large',
  ]),
})

/** Bytes of a body: the longest search in the longest letters has 800. */
const longestBody = bodyLimit({
  maxSize: 2_000,
  onError: () => {
    throw new ProblemError('request-too-large')
  },
})

/** Search and suggestions; must be mounted before the routes of services, whose /services/{id} would take `suggest` for an id. */
export const wayfindingRoutes = ({
  db,
  now = () => new Date(),
  remember,
  searches,
  proxies,
  publicUrl,
}: {
  readonly db: Db
  readonly now?: () => Date
  /** Keeps the questions ready; without it they are prepared each time. */
  readonly remember?: Remember
  readonly searches?: SearchCounter | undefined
  /** Whose X-Forwarded-For is believed; left out, every private address. */
  readonly proxies?: BlockList | undefined
  /** Where readers reach the server; left out, the Host header says it. */
  readonly publicUrl?: string | undefined
}) => {
  const router = createRouter()
  router.openAPIRegistry.registerPath(searchesRoute)
  // A page sends it as text/plain, which needs no leave of ours beforehand and arrives even while the page is being closed.
  router.post(searchesRoute.path, longestBody, async (c) => {
    const { area, ...end } = readBody(EndedSearch, await c.req.arrayBuffer())
    const regionKey = await knownRegion(db, area)
    const origin = foreignOrigin(c, publicUrl)
    if (origin !== undefined && !(await isRegistered(db, { origin, use: 'amt-wayfinder', regionKey })))
      throw new ProblemError('origin-not-allowed')
    const isWanted = c.req.header('dnt') !== '1' && c.req.header('sec-gpc') !== '1'
    if (searches && isWanted) {
      const network = clientNetwork(getConnInfo(c).remote.address, c.req.header('x-forwarded-for'), proxies)
      searches.count({ ...end, regionKey }, network)
    }
    return c.body(null, 204, { ...apiHeaders, 'cache-control': 'no-store' })
  })
  return router
    .openapi(servicesRoute, async (c) => {
      const { q, area, lang: wanted, explain, ...rest } = c.req.valid('query')
      const lang = pickLanguage(wanted, c.req.header('accept-language'))
      const query = { ...rest, area: await regionOf(db, area), lang, day: germanDay(now()) }
      const page = q?.trim()
        ? await searchServices(db, { ...query, q, explain: explain === '1' })
        : await listServices(db, query)
      if (!page) throw new ProblemError('invalid-cursor')
      return c.json(page, 200, { 'content-language': lang })
    })
    .openapi(suggestRoute, async (c) => {
      const { q, area, lang: wanted, limit } = c.req.valid('query')
      const lang = pickLanguage(wanted, c.req.header('accept-language'))
      const list = await suggest(db, {
        q,
        area: await regionOf(db, area),
        lang,
        limit,
        day: germanDay(now()),
      })
      return c.json(list, 200, { 'content-language': lang })
    })
    .openapi(checklistsRoute, async (c) => {
      const { q, area, lang: wanted } = c.req.valid('query')
      const lang = wanted ?? pickLanguage(wanted, c.req.header('accept-language'))
      const found = await findChecklist(db, { q, area: await regionOf(db, area), lang }, remember)
      const list: ChecklistList = { items: found ? [found] : [], next: null }
      return c.json(list, 200, { 'content-language': found?.lang ?? lang })
    })
}

/** The living region behind a key; '' for none, and for a key that somebody made up. */
const knownRegion = async (db: Db, area: string | undefined): Promise<string> =>
  (area && (await resolveArea(db, area))?.areas[0]?.regionKey) || ''

/** The living region behind a key; a key nobody knows still narrows by its digits. */
async function regionOf(db: Db, area: string | undefined): Promise<string | undefined> {
  if (area === undefined) return undefined
  return (await resolveArea(db, area))?.areas[0]?.regionKey ?? area
}
