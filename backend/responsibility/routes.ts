import { createRoute } from '@hono/zod-openapi'
import {
  Lang,
  PageQuery,
  Responsibility,
  ResponsibilityQuery,
  ServicePage,
  UnitPath,
} from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { findUnit } from '../directory/index.ts'
import { minuteCaching } from '../http/headers.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { findResponsibility } from './responsibility-finder.ts'
import { servicesOfUnit } from './unit-services.ts'
import { whereOf } from './where.ts'

const responsibilityRoute = createRoute({
  method: 'get',
  path: '/responsibilities',
  summary: 'Who answers for a service in a place, with at most one question back',
  request: { query: ResponsibilityQuery },
  responses: responses(
    Responsibility,
    'The units that answer, the one question, or that nothing is recorded',
    ['invalid-query', 'area-unknown', 'place-unknown', 'service-unknown'],
  ),
})

const unitServicesRoute = createRoute({
  method: 'get',
  path: '/units/{id}/services',
  summary: 'The services an office acts for',
  request: { params: UnitPath, query: PageQuery.extend({ lang: Lang.optional() }) },
  responses: responses(ServicePage, 'Services in German order', [
    'invalid-path',
    'invalid-query',
    'invalid-cursor',
    'unit-unknown',
  ]),
})

/** Who answers for a service, and what an office answers for. `now` is the clock. */
export const responsibilityRoutes = ({
  db,
  now,
  remember = forgetful,
}: {
  readonly db: Db
  readonly now: () => Date
  readonly remember?: Remember
}) =>
  createRouter()
    .openapi(responsibilityRoute, async (c) => {
      const query = c.req.valid('query')
      const where = whereOf(query)
      if (!('by' in where)) throw new ProblemError('invalid-query', { errors: where })
      const lang = pickLanguage(query.lang, c.req.header('accept-language'))
      const answer = await findResponsibility(db, query.service, where, { lang, now: now() }, remember)
      if ('unknown' in answer) throw new ProblemError(`${answer.unknown}-unknown`)
      // An open office closes within the hour: unlike the question, this answer must not be kept for long.
      const caching = answer.status === 'ambiguous' ? {} : { 'cache-control': minuteCaching }
      return c.json(answer, 200, { 'content-language': lang, ...caching })
    })
    .openapi(unitServicesRoute, async (c) => {
      const { id } = c.req.valid('param')
      const { limit, cursor, lang: wanted } = c.req.valid('query')
      const lang = pickLanguage(wanted, c.req.header('accept-language'))
      const unit = await findUnit(db, id, { lang, now: now() })
      if (!unit) throw new ProblemError('unit-unknown')
      const page = await servicesOfUnit(db, id, { area: unit.regionKey, lang, limit, cursor })
      if (!page) throw new ProblemError('invalid-cursor')
      return c.json(page, 200, { 'content-language': lang })
    })
