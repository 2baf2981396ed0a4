import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { ServicePath, ServiceQuery } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { resolveArea } from '../places/index.ts'
import { findResponsibility } from '../responsibility/index.ts'
import { findService } from '../services/index.ts'
import { governmentServiceOf } from './schema-org.ts'

const JsonLd = z.record(z.string(), z.unknown()).meta({ id: 'JsonLd', description: 'JSON-LD 1.1' })

const schemaOrgRoute = createRoute({
  method: 'get',
  path: '/services/{id}/json-ld',
  summary: 'A service as schema.org/GovernmentService; with `area` also who provides it there',
  request: { params: ServicePath, query: ServiceQuery },
  responses: responses(
    JsonLd,
    'The service',
    ['invalid-path', 'invalid-query', 'service-unknown', 'area-unknown'],
    'application/ld+json',
  ),
})

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

/** Services in the vocabularies of others: schema.org for search engines. */
export const vocabularyRoutes = ({ db, now, remember, publicUrl }: Parts) =>
  createRouter().openapi(schemaOrgRoute, async (c) => {
    const { area: key, lang: wanted } = c.req.valid('query')
    const lang = pickLanguage(wanted, c.req.header('accept-language'))
    const area = key === undefined ? undefined : (await resolveArea(db, key))?.areas[0]?.regionKey
    if (key !== undefined && area === undefined) throw new ProblemError('area-unknown')
    const service = await findService(db, c.req.valid('param').id, { area, lang })
    if (!service) throw new ProblemError('service-unknown')
    const answer =
      area === undefined
        ? undefined
        : await findResponsibility(db, service.id, { by: 'area', area }, { lang, now: now() }, remember)
    const { origin, caching } = publicUrl(c)
    const known = answer && 'status' in answer ? answer : undefined
    const page = `${origin}/services/${service.id}${service.lang === 'en' ? '?lang=en' : ''}`
    return c.json(governmentServiceOf(service, page, known) as Record<string, unknown>, 200, {
      'content-type': 'application/ld+json; charset=utf-8',
      'content-language': service.lang,
      'cache-control': caching,
    })
  })
