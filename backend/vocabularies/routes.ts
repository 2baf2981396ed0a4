import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { AreaKey, CpsvFormat, PageQuery, ServicePath, ServiceQuery } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import type { Remember } from '../database/memory.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { resolveArea } from '../places/index.ts'
import { findResponsibility } from '../responsibility/index.ts'
import { findService, germanDay, readCatalogue } from '../services/index.ts'
import { catalogueNodes } from './cpsv-catalogue.ts'
import { publicServiceNodes } from './cpsv-service.ts'
import { describeServices } from './describe-services.ts'
import { asRdf, JsonLd, rdfResponses, vocabularyHeaders } from './rdf-routes.ts'
import { governmentServiceOf } from './schema-org.ts'

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

const serviceRoute = createRoute({
  method: 'get',
  path: '/services/{id}/cpsv-ap',
  summary: 'A service as cpsv:PublicService (CPSV-AP 3.2) in all its languages',
  request: { params: ServicePath, query: z.object({ area: AreaKey.optional(), format: CpsvFormat }) },
  responses: rdfResponses('The service, with the authorities of the area, else up to 250 of all there are', [
    'invalid-path',
    'invalid-query',
    'service-unknown',
    'area-unknown',
  ]),
})

const catalogueRoute = createRoute({
  method: 'get',
  path: '/cpsv-ap',
  summary: 'The catalogue of all described services by CPSV-AP 3.2, in pages (hydra:next, Link)',
  request: { query: PageQuery.extend({ area: AreaKey.optional(), format: CpsvFormat }) },
  responses: rdfResponses('A page of the catalogue', ['invalid-query', 'invalid-cursor', 'area-unknown']),
})

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

/** Services in the vocabularies of others: schema.org for search engines, CPSV-AP for European catalogues. */
export function vocabularyRoutes({ db, now, remember, publicUrl }: Parts) {
  return createRouter()
    .openapi(schemaOrgRoute, async (c) => {
      const query = c.req.valid('query')
      const lang = pickLanguage(query.lang, c.req.header('accept-language'))
      const area = await livingArea(db, query.area)
      const service = await findService(db, c.req.valid('param').id, { area: area?.regionKey, lang })
      if (!service) throw new ProblemError('service-unknown')
      const where = area && ({ by: 'area', area: area.regionKey } as const)
      const answer =
        where && (await findResponsibility(db, service.id, where, { lang, now: now() }, remember))
      const { origin, caching } = publicUrl(c)
      const known = answer && 'status' in answer ? answer : undefined
      const page = `${origin}/services/${service.id}${service.lang === 'en' ? '?lang=en' : ''}`
      return c.json(governmentServiceOf(service, page, known) as Record<string, unknown>, 200, {
        ...vocabularyHeaders('application/ld+json', caching),
        'content-language': service.lang,
      })
    })
    .openapi(serviceRoute, async (c) => {
      const { area: key, format } = c.req.valid('query')
      const area = await livingArea(db, key)
      const [described] = await describeServices(db, [c.req.valid('param').id], { area, now: now() })
      if (!described) throw new ProblemError('service-unknown')
      const { origin, caching } = publicUrl(c)
      const nodes = publicServiceNodes([described], { origin, day: germanDay(now()) })
      return c.get('send')(...asRdf(nodes, format, caching))
    })
    .openapi(catalogueRoute, async (c) => {
      const { area: key, format, limit, cursor } = c.req.valid('query')
      const area = await livingArea(db, key)
      const asked = `cpsv-ap ${area?.regionKey ?? ''}`
      const from = readCursor(cursor, asked)
      if (from === undefined) throw new ProblemError('invalid-cursor')
      const day = germanDay(now())
      const entries = (await readCatalogue(db, day, remember)).filter(
        ({ described, regionKey }) => described && (!area || area.regionKey.startsWith(regionKey ?? '')),
      )
      const ids = entries.slice(from, from + limit).map(({ id }) => id)
      const services = await describeServices(db, ids, { area, now: now() })
      const { origin, caching } = publicUrl(c)
      const pageAt = (at: string | undefined) =>
        `${origin}/api/v1/cpsv-ap?${new URLSearchParams({
          format,
          limit: `${limit}`,
          ...(area ? { area: area.regionKey } : {}),
          ...(at ? { cursor: at } : {}),
        })}`
      const next = from + limit < entries.length ? pageAt(writeCursor(from + limit, asked)) : undefined
      const nodes = catalogueNodes({ origin, day, services, address: pageAt(cursor), next })
      const [text, sent] = asRdf(nodes, format, caching)
      return c.get('send')(text, { ...sent, ...(next ? { link: `<${next}>; rel="next"` } : {}) })
    })
}

/** The area that a key means today. */
async function livingArea(db: Db, key: string | undefined) {
  if (key === undefined) return undefined
  const [area] = (await resolveArea(db, key))?.areas ?? []
  if (!area) throw new ProblemError('area-unknown')
  return area
}
