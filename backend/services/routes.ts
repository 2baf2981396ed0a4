import { createRoute } from '@hono/zod-openapi'
import {
  DeadlineQuery,
  KeywordPage,
  KeywordQuery,
  LifeSituationQuery,
  LifeSituationTree,
  Service,
  ServiceDeadlines,
  ServicePath,
  ServiceQuery,
} from '@amtsweg/contract'
import { holidayLands } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { findArea, resolveArea } from '../places/index.ts'
import { germanDay } from './german-day.ts'
import { findService } from './repository.ts'
import { listKeywords } from './repository-keywords.ts'
import { lifeSituationTree } from './repository-life-situations.ts'
import { isUsableDay, serviceDeadlines } from './service-deadlines.ts'

const serviceRoute = createRoute({
  method: 'get',
  path: '/services/{id}',
  summary: 'A service with all its modules, as it reads in one area',
  request: { params: ServicePath, query: ServiceQuery },
  responses: responses(Service, 'The service', [
    'invalid-path',
    'invalid-query',
    'service-unknown',
    'area-unknown',
  ]),
})

const deadlinesRoute = createRoute({
  method: 'get',
  path: '/services/{id}/deadlines',
  summary: 'Last days of the Fristen of a service, counted from a day with the holidays of the Land',
  request: { params: ServicePath, query: DeadlineQuery },
  responses: responses(ServiceDeadlines, 'The deadlines that can be counted', [
    'invalid-path',
    'invalid-query',
    'date-unusable',
    'service-unknown',
    'area-unknown',
  ]),
})

const lifeSituationsRoute = createRoute({
  method: 'get',
  path: '/life-situations',
  summary: 'The tree of life situations (Lagen), with the number of services in each',
  request: { query: LifeSituationQuery },
  responses: responses(LifeSituationTree, 'The tree', ['invalid-query', 'area-unknown']),
})

const keywordsRoute = createRoute({
  method: 'get',
  path: '/keywords',
  summary: 'The index of keywords and titles from A to Z (Stichwortverzeichnis)',
  request: { query: KeywordQuery },
  responses: responses(KeywordPage, 'Keywords in German order', [
    'invalid-query',
    'invalid-cursor',
    'area-unknown',
  ]),
})

interface ServicesParts {
  readonly db: Db
  /** The present moment; descriptions come into force and go out of it. */
  readonly now?: () => Date
  /** Keeps what the whole catalogue adds up to; without it that is worked out each time. */
  readonly remember?: Remember
}

/** The service page, life situations and keywords. */
export const servicesRoutes = ({ db, remember, now = () => new Date() }: ServicesParts) =>
  createRouter()
    .openapi(serviceRoute, async (c) => {
      const query = c.req.valid('query')
      const lang = pickLanguage(query.lang, c.req.header('accept-language'))
      const area = await livingArea(db, query.area)
      const service = await findService(db, c.req.valid('param').id, { area, lang })
      if (!service) throw new ProblemError('service-unknown')
      return c.json(service, 200, { 'content-language': service.lang })
    })
    .openapi(deadlinesRoute, async (c) => {
      const query = c.req.valid('query')
      if (!isUsableDay(query.from)) throw new ProblemError('date-unusable', { errors: unusable })
      const lang = pickLanguage(query.lang, c.req.header('accept-language'))
      const area = await livingArea(db, query.area)
      const service = await findService(db, c.req.valid('param').id, { area, lang })
      if (!service) throw new ProblemError('service-unknown')
      const land = await landOf(db, area ?? service.regionKey)
      return c.json(serviceDeadlines(service, query.from, land), 200, { 'content-language': service.lang })
    })
    .openapi(lifeSituationsRoute, async (c) => {
      const query = c.req.valid('query')
      const lang = pickLanguage(query.lang, c.req.header('accept-language'))
      const area = await livingArea(db, query.area)
      const tree = await lifeSituationTree(
        db,
        { area, lang, day: germanDay(now()), isArranged: query.arranged !== '0' },
        remember,
      )
      return c.json(tree, 200, { 'content-language': lang })
    })
    .openapi(keywordsRoute, async (c) => {
      const query = c.req.valid('query')
      const lang = pickLanguage(query.lang, c.req.header('accept-language'))
      const area = await livingArea(db, query.area)
      const page = await listKeywords(db, { ...query, area, lang, day: germanDay(now()) }, remember)
      if (!page) throw new ProblemError('invalid-cursor')
      return c.json(page, 200, { 'content-language': lang })
    })

const unusable = [{ pointer: '/from', detail: 'No such day, or none from 2000 to 2099' }]

/** The Land whose public holidays count in a region. */
async function landOf(db: Db, regionKey: string | undefined): Promise<ServiceDeadlines['land']> {
  if (regionKey === undefined) return undefined
  const kept = (await holidayLands(db, [regionKey]))(regionKey)
  const land = (await findArea(db, kept)) ?? (await findArea(db, regionKey.slice(0, 2)))
  return land ? { regionKey: land.region_key, name: land.name } : undefined
}

/** The region key of an area that lives today: an AGS or the key of a dissolved area becomes the one it stands for. */
async function livingArea(db: Db, key: string | undefined): Promise<string | undefined> {
  return key === undefined ? undefined : livingRegion(db, key)
}

/** The region key of the living area behind a key; throws where there is none. */
export async function livingRegion(db: Db, key: string): Promise<string> {
  const [area] = (await resolveArea(db, key))?.areas ?? []
  if (!area) throw new ProblemError('area-unknown')
  return area.regionKey
}
