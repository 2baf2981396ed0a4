import { type Context, Hono } from 'hono'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { likesHtml } from '../http/answer-cache.ts'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import { type AskedParts, askedRoutes, mayAsk, unusable, usable } from './asked-routes.ts'
import type { Collection } from './collection.ts'
import { addDownloadRoutes } from './download-routes.ts'
import { readItemPage } from './item-page.ts'
import { readItemQuestion, systemOf } from './item-question.ts'
import { addMetadataRoutes } from './metadata-routes.ts'
import {
  collectionPage,
  collectionsPage,
  conformancePage,
  landingPage,
  queryablesPage,
} from './ogc-documents.ts'
import { featureLinks, featureWriter, pageText } from './ogc-items.ts'
import { collectionPath, type Format, geojson, json, openapi, schema } from './ogc-links.ts'
import { ogcOpenApi } from './ogc-openapi.ts'
import type { OgcPage, ShowPage } from './ogc-page.ts'
import { rememberIds } from './remembered-ids.ts'
import { findFeature } from './repository-features.ts'
import { addTileRoutes } from './tile-routes.ts'

interface Parts extends AskedParts {
  readonly show: ShowPage
}

/** OGC API Features at `/ogc`: geodata for every client that knows the standard, and as pages for people. */
export function ogcRoutes({ show, ...parts }: Parts) {
  const { db } = parts
  const memory = rememberIds()
  const { readable, asked, send, rootOf, cachingOf } = askedRoutes(parts)

  /** A document as JSON or, for people, as a page. */
  function sendDocument(
    c: Context<Env>,
    format: Format,
    type: string,
    page: Omit<OgcPage, 'root'>,
  ): Response {
    const of = page.collection ? { collection: page.collection } : {}
    if (format === 'json') return send(c, { type, text: JSON.stringify(page.document), ...of })
    const { text, headers } = show({ root: rootOf(c), ...page })
    return send(c, { type: 'text/html; charset=utf-8', text, headers, ...of })
  }

  const around = (c: Context<Env>) => ({ root: rootOf(c), format: formatOf(c) })
  const router = new Hono<Env>()

  router.get('/', (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    return sendDocument(c, here.format, json, { kind: 'landing', document: landingPage(here) })
  })

  router.get('/conformance', (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    return sendDocument(c, here.format, json, { kind: 'conformance', document: conformancePage(here) })
  })

  router.get('/api', (c) => {
    mayAsk(c, 'f')
    const { root, format } = around(c)
    return sendDocument(c, format, openapi, { kind: 'api', document: ogcOpenApi(root) })
  })

  router.get('/collections', async (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const document = collectionsPage(here, await readable(c))
    return sendDocument(c, here.format, json, { kind: 'collections', document })
  })

  router.get('/collections/:collectionId', async (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const collection = await asked(c)
    const document = collectionPage(here, collection)
    return sendDocument(c, here.format, json, { kind: 'collection', document, collection })
  })

  router.get('/collections/:collectionId/queryables', async (c) => {
    mayAsk(c, 'f')
    const here = around(c)
    const collection = await asked(c)
    const document = queryablesPage(here, collection)
    return sendDocument(c, here.format, schema, { kind: 'queryables', document, collection })
  })

  router.get('/collections/:collectionId/items', async (c) => {
    const { root, format } = around(c)
    const parameters = new URL(c.req.url).searchParams
    const current = await asked(c)
    const question = await usable(() => readItemQuestion(parameters, current))
    const page = await usable(() => readItemPage({ db, now: parts.now, remember: memory }, current, question))
    if (!page) throw new ProblemError('invalid-cursor')
    const { collection, features, numberMatched } = page
    const withCursor = (cursor: string | undefined) => {
      if (cursor === undefined) return undefined
      const next = new URLSearchParams(question.query)
      next.set('cursor', cursor)
      return next.toString()
    }
    const cursor = question.cursor === undefined ? '' : `&cursor=${question.cursor}`
    const path = `${collectionPath(collection)}/items?${question.query}${cursor}`
    const [next, prev] = [withCursor(page.next), withCursor(page.prev)]
    const write = featureWriter(collection, format === 'html' ? crs84 : question.system)
    const text = pageText(collection, features, write, { root, path, format, numberMatched, next, prev })
    return sendFeatures(c, format, 'items', collection, question.system, text)
  })

  router.get('/collections/:collectionId/items/:featureId', async (c) => {
    mayAsk(c, 'f', 'crs')
    const { root, format } = around(c)
    const collection = await asked(c)
    const system = await usable(() => systemOf('crs', c.req.query('crs')))
    const feature = await findFeature(db, collection.version.id, c.req.param('featureId'))
    if (!feature) throw new ProblemError('feature-unknown')
    const query = system === crs84 ? '' : `?crs=${encodeURIComponent(system.uri)}`
    const path = `${collectionPath(collection)}/items/${encodeURIComponent(feature.ext_id)}${query}`
    const write = featureWriter(collection, format === 'html' ? crs84 : system)
    const text = write(feature, featureLinks(collection, { root, path, format }))
    return sendFeatures(c, format, 'feature', collection, system, text)
  })

  function sendFeatures(
    c: Context<Env>,
    format: Format,
    kind: 'items' | 'feature',
    collection: Collection,
    system: ReferenceSystem,
    text: string,
  ): Response {
    if (format === 'html')
      return sendDocument(c, 'html', '', {
        ...{ kind, document: JSON.parse(text) as object, collection, system },
      })
    return send(c, { type: geojson, text, headers: { 'content-crs': `<${system.uri}>` }, collection })
  }

  addDownloadRoutes(router, { db, asked, cachingOf })
  addMetadataRoutes(router, { asked, send, rootOf })
  addTileRoutes(router, { db, asked, around, send, sendDocument })

  return router
}

/** `f`, else what the reader likes best. */
function formatOf(c: Context<Env>): Format {
  const f = c.req.query('f')
  if (f === 'json' || f === 'html') return f
  if (f !== undefined) throw unusable('f', 'It takes json or html')
  return likesHtml(c.req.header('accept')) ? 'html' : 'json'
}
