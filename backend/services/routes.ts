import { createRoute } from '@hono/zod-openapi'
import { Service, ServicePath, ServiceQuery } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { findService } from './repository.ts'

const serviceRoute = createRoute({
  method: 'get',
  path: '/services/{id}',
  summary: 'A service with all its modules, as it reads in one area',
  request: { params: ServicePath, query: ServiceQuery },
  responses: responses(Service, 'The service', ['invalid-path', 'invalid-query', 'service-unknown']),
})

/** The service page, life situations and keywords. */
export const servicesRoutes = ({ db }: { readonly db: Db }) =>
  createRouter().openapi(serviceRoute, async (c) => {
    const { area, lang: wanted } = c.req.valid('query')
    const lang = pickLanguage(wanted, c.req.header('accept-language'))
    const service = await findService(db, c.req.valid('param').id, { area, lang })
    if (!service) throw new ProblemError('service-unknown')
    return c.json(service, 200, { 'content-language': service.lang })
  })
