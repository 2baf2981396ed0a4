import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { z } from 'zod'
import {
  HsdsApi,
  HsdsEntity,
  HsdsOrganizationQuery,
  HsdsOrganizationsQuery,
  HsdsPage,
  HsdsPath,
  HsdsServiceAtLocationsQuery,
  HsdsServicesQuery,
  HsdsTaxonomiesQuery,
  HsdsTaxonomyTermsQuery,
} from '@amtsweg/contract'
import type { Db } from '../../database/database.ts'
import type { Remember } from '../../database/memory.ts'
import { findUnit } from '../../directory/index.ts'
import { ProblemError } from '../../http/problem.ts'
import type { FindPublicUrl } from '../../http/public-url.ts'
import { responses } from '../../http/responses.ts'
import { createRouter, type Env } from '../../http/router.ts'
import { heldBy } from '../../responsibility/index.ts'
import { findService, germanDay } from '../../services/index.ts'
import { directoryOf, termsOf } from './directory.ts'
import { firstHalf, secondHalf, uuidOf } from './ids.ts'
import { fullOrganization, publisherOrganization, unitOrganization } from './organization.ts'
import { pageOfItems, sliceOf } from './page.ts'
import { pairsOfUnits, pairsOnPage, selectServices, unitsByPostcode, unitsOf } from './select.ts'
import { basicService, fullService, organizationOf, serviceAtLocation, type Telling } from './service.ts'
import { taxonomies } from './taxonomy.ts'

const list = <Query extends z.ZodObject>(path: string, summary: string, query: Query) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { query },
    responses: responses(HsdsPage, 'A page of the list', ['invalid-query']),
  })
const one = (path: string, summary: string) =>
  createRoute({
    method: 'get',
    path,
    summary,
    request: { params: HsdsPath },
    responses: responses(HsdsEntity, 'The entity', ['invalid-path', 'not-found']),
  })

const apiRoute = createRoute({
  method: 'get',
  path: '/',
  summary: 'What this API is',
  responses: responses(HsdsApi, 'Version, profile and description of the API', []),
})
const servicesRoute = list('/services', 'Services', HsdsServicesQuery)
const serviceRoute = one('/services/{id}', 'A service with all that hangs on it')
const organizationsRoute = list(
  '/organizations',
  'Publishers of descriptions, then offices',
  HsdsOrganizationsQuery,
)
const organizationRoute = createRoute({
  method: 'get',
  path: '/organizations/{id}',
  summary: 'An organisation with all that hangs on it',
  request: { params: HsdsPath, query: HsdsOrganizationQuery },
  responses: responses(HsdsEntity, 'The organisation', ['invalid-path', 'invalid-query', 'not-found']),
})
const atLocationsRoute = list(
  '/service_at_locations',
  'Services at the locations of the offices that answer for them',
  HsdsServiceAtLocationsQuery,
)
const atLocationRoute = one(
  '/service_at_locations/{id}',
  'A service at a location with all that hangs on both',
)
const taxonomiesRoute = list('/taxonomies', 'Lists that services are classified by', HsdsTaxonomiesQuery)
const taxonomyRoute = one('/taxonomies/{id}', 'A list that services are classified by')
const termsRoute = list('/taxonomy_terms', 'Terms of these lists', HsdsTaxonomyTermsQuery)
const termRoute = one('/taxonomy_terms/{id}', 'A term')

/** So many locations a service is nested with: alone, and in a list. */
const nested = { alone: 100, listed: 10 } as const

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

const info = {
  openapi: '3.1.0',
  info: { title: 'Amtsweg, Open Referral HSDS 3.0', version: '3.0', license: { name: 'Apache-2.0' } },
  servers: [{ url: '/hsds' }],
}

const includes = (text: string, search: string | undefined) =>
  text.toLocaleLowerCase('de').includes(search?.trim().toLocaleLowerCase('de') ?? '')

/** Open Referral HSDS 3.0: services, organisations, services at locations and taxonomies by the standard's names. */
export function hsdsRoutes({ db, now, remember, publicUrl }: Parts) {
  const view = () => ({ lang: 'de', now: now() })
  const today = () => germanDay(now())
  const directory = () => directoryOf(db, today(), remember)
  const terms = () => termsOf(db, today(), remember)
  const caching = (c: Context<Env>) => ({
    'cache-control': publicUrl(c).caching,
    'content-language': 'de',
    vary: 'Accept-Encoding',
  })
  const telling = async (c: Context<Env>): Promise<Telling> => ({
    origin: publicUrl(c).origin,
    day: today(),
    sources: (await directory()).sources,
  })
  const service = (id: string) => findService(db, id, { lang: 'de' })
  const unit = (id: string) => findUnit(db, id, view())
  const there = <Found>(found: Found | undefined): Found => {
    if (found === undefined) throw new ProblemError('not-found')
    return found
  }
  /** An entity; fields without a value are not sent. */
  const entity = (value: object & { readonly id: string }, c: Context<Env>) =>
    [value as { id: string }, 200, caching(c)] as const
  const each = async <Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made | undefined>) =>
    (await Promise.all(items.map(make))).flatMap((made) => (made === undefined ? [] : [made]))

  const router = createRouter()
    .openapi(apiRoute, (c) =>
      c.json(
        {
          version: '3.0',
          profile: 'https://docs.openreferral.org/en/v3.0.0/hsds/',
          openapi_url: `${publicUrl(c).origin}/hsds/openapi.json`,
          description: 'Leistungen der Verwaltung, wer für sie zuständig ist und wo',
        },
        200,
        caching(c),
      ),
    )
    .openapi(servicesRoute, async (c) => {
      const query = c.req.valid('query')
      const known = await directory()
      const entries = await selectServices(db, known, await terms(), query, today())
      const told = await telling(c)
      if (query.minimal === 'true') {
        const all = entries.map(({ id, modified }) => ({
          id: uuidOf('service', id),
          last_modified: modified ?? null,
        }))
        return c.json(
          pageOfItems(all, all.length, { page: 1, per_page: Math.max(1, all.length) }),
          200,
          caching(c),
        )
      }
      const contents = await each(sliceOf(entries, query), async (entry) => {
        const found = await service(entry.id)
        if (!found) return undefined
        if (query.full === 'false')
          return { ...basicService(found, told), organization: organizationOf(found, told) }
        const units = await each(await unitsOf(db, entry, nested.listed), unit)
        return fullService(found, told, units)
      })
      return c.json(pageOfItems(contents, entries.length, query), 200, caching(c))
    })
    .openapi(serviceRoute, async (c) => {
      const entry = there((await directory()).serviceOf.get(c.req.valid('param').id))
      const found = there(await service(entry.id))
      const units = await each(await unitsOf(db, entry, nested.alone), unit)
      return c.json(...entity(fullService(found, await telling(c), units), c))
    })
    .openapi(organizationsRoute, async (c) => {
      const query = c.req.valid('query')
      const { publishers, units } = await directory()
      const all = [
        ...publishers.map((source) => ({ source, unitId: undefined, name: source.publisher ?? source.name })),
        ...units.map(({ id, name }) => ({ source: undefined, unitId: id, name })),
      ].filter(({ name }) => includes(name, query.search))
      const contents = await each(sliceOf(all, query), async ({ source, unitId }) => {
        if (source) return publisherOrganization(source)
        const found = unitId === undefined ? undefined : await unit(unitId)
        return found && (query.full === 'true' ? fullOrganization(found) : unitOrganization(found))
      })
      return c.json(pageOfItems(contents, all.length, query), 200, caching(c))
    })
    .openapi(organizationRoute, async (c) => {
      const { id } = c.req.valid('param')
      const isFull = c.req.valid('query').full_service === 'true'
      const known = await directory()
      const told = await telling(c)
      const services = async (ids: readonly string[]) =>
        isFull
          ? each(ids, async (one) => {
              const found = await service(one)
              return found && basicService(found, told)
            })
          : ids.map((one) => ({ id: uuidOf('service', one) }))
      const publisher = known.publisherOf.get(id)
      if (publisher) {
        const own = known.services.filter(({ sourceId }) => sourceId === publisher.id)
        const answer = {
          ...publisherOrganization(publisher),
          services: await services(own.map((entry) => entry.id)),
        }
        return c.json(...entity(answer, c))
      }
      const found = there(await unit(there(known.unitOf.get(id))))
      const held = (await heldBy(db, [found.id])).map(({ serviceId }) => serviceId)
      const answer = { ...fullOrganization(found), services: await services(held) }
      return c.json(...entity(answer, c))
    })
    .openapi(atLocationsRoute, async (c) => {
      const { organization_id: organization, postcode, ...query } = c.req.valid('query')
      const known = await directory()
      const told = await telling(c)
      const office = organization === undefined ? undefined : known.unitOf.get(organization)
      const filter = { ...query, organization_id: office === undefined ? organization : undefined }
      const services = await selectServices(db, known, await terms(), filter, today())
      const local = postcode && [...((await unitsByPostcode(db, known, now(), remember)).get(postcode) ?? [])]
      const few =
        office === undefined ? local || undefined : [office].filter((id) => !local || local.includes(id))
      const some = few ? await pairsOfUnits(db, services, few) : undefined
      const { pairs, total } = some
        ? { pairs: sliceOf(some, query), total: some.length }
        : await pairsOnPage(db, services, known.holders, query)
      const contents = await each(pairs, async (pair) => {
        const [about, at] = [await service(pair.service.id), await unit(pair.unit)]
        return about && at && serviceAtLocation(about, at, told, query.full === 'true')
      })
      return c.json(pageOfItems(contents, total, query), 200, caching(c))
    })
    .openapi(atLocationRoute, async (c) => {
      const { id } = c.req.valid('param')
      const { serviceOfHalf, unitOfHalf } = await directory()
      const entry = there(serviceOfHalf.get(firstHalf(id)))
      const unitId = there(unitOfHalf.get(secondHalf(id)))
      // Both exist; whether the one is at the other is recorded.
      there((await heldBy(db, [unitId])).find(({ serviceId }) => serviceId === entry.id))
      const about = there(await service(entry.id))
      const answer = serviceAtLocation(about, there(await unit(unitId)), await telling(c), true)
      if (answer.id !== id) throw new ProblemError('not-found')
      return c.json(...entity(answer, c))
    })
    .openapi(taxonomiesRoute, (c) => {
      const query = c.req.valid('query')
      const all = Object.values(taxonomies).filter(({ name }) => includes(name, query.search))
      return c.json(pageOfItems(sliceOf(all, query), all.length, query), 200, caching(c))
    })
    .openapi(taxonomyRoute, (c) => {
      const { id } = c.req.valid('param')
      return c.json(...entity(there(Object.values(taxonomies).find((each) => each.id === id)), c))
    })
    .openapi(termsRoute, async (c) => {
      const query = c.req.valid('query')
      const all = (await terms()).filter(
        (term) =>
          (includes(term.name, query.search) || term.code === query.search?.trim()) &&
          (query.taxonomy_id === undefined || term.taxonomy_detail.id === query.taxonomy_id) &&
          (query.parent_id === undefined || term.parent_id === query.parent_id) &&
          (query.top_only === 'false' || term.parent_id === undefined),
      )
      return c.json(pageOfItems(sliceOf(all, query), all.length, query), 200, caching(c))
    })
    .openapi(termRoute, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(...entity(there((await terms()).find((term) => term.id === id)), c))
    })

  let document: object | undefined
  router.get('/openapi.json', (c) => c.json((document ??= router.getOpenAPI31Document(info))))
  return router
}
