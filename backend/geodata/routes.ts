import { type Context, Hono } from 'hono'
import { callerOfToken } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import type { Remember } from '../database/memory.ts'
import { crs84, type ReferenceSystem } from '../geometry/reference-system.ts'
import { likesHtml } from '../http/answer-cache.ts'
import { apiHeaders } from '../http/headers.ts'
import { ProblemError } from '../http/problem.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import type { Env } from '../http/router.ts'
import { mayRead } from './audience.ts'
import type { Collection } from './collection.ts'
import { readItemPage } from './item-page.ts'
import { type ReadFilter, readItemQuestion, systemOf, UnusableQuestion } from './item-question.ts'
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
import { listCollections } from './repository-collections.ts'
import { findFeature } from './repository-features.ts'

interface Parts {
  readonly db: Db
  readonly now: () => Date
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
  readonly readFilter?: ReadFilter
  readonly show: ShowPage
}

/** For what not everybody may read. */
const secret = 'private, no-store'

/** OGC API Features at `/ogc`: geodata for every client that knows the standard, and as pages for people. */
export function ogcRoutes({ db, now, remember, publicUrl, readFilter, show }: Parts) {
  const memory = rememberIds()

  /** The collections a reader may know of. */
  async function readable(c: Context<Env>): Promise<readonly Collection[]> {
    const all = await remember('geodata collections', () => listCollections(db))
    const reader = await readerOf(c)
    return all.filter((collection) => mayRead(collection, reader))
  }

  /** The authority whose token the request carries. */
  async function readerOf(c: Context<Env>): Promise<string | undefined> {
    const header = c.req.header('authorization')
    if (header === undefined) return undefined
    const caller = await callerOfToken(db, /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '', now())
    if (typeof caller === 'string') throw new ProblemError('token-invalid')
    return caller.authority.id
  }

  async function asked(c: Context<Env>): Promise<Collection> {
    const id = c.req.param('collectionId')
    const found = (await readable(c)).find((collection) => collection.id === id)
    if (!found) throw new ProblemError('collection-unknown')
    return found
  }

  const rootOf = (c: Context<Env>) => `${publicUrl(c).origin}/ogc`

  interface Answer {
    readonly type: string
    readonly text: string
    readonly headers?: Readonly<Record<string, string>>
    readonly collection?: Collection
  }

  function send(c: Context<Env>, { type, text, headers = {}, collection }: Answer): Response {
    const isSecret =
      c.req.header('authorization') !== undefined || (collection && collection.audience !== 'public')
    return c.get('send')(text, {
      ...apiHeaders,
      'content-type': type,
      'content-language': 'de',
      'cache-control': isSecret ? secret : publicUrl(c).caching,
      vary: 'Accept, Accept-Encoding, Authorization',
      ...headers,
    })
  }

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
    const question = usable(() => readItemQuestion(parameters, current, readFilter))
    const page = await readItemPage({ db, remember: memory }, current, question)
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
    const system = usable(() => systemOf('crs', c.req.query('crs')))
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

  return router
}

/** Throws unless the query has these parameters only, each once (OGC API Features Part 1, 7.6). */
function mayAsk(c: Context<Env>, ...names: readonly string[]): void {
  const parameters = new URL(c.req.url).searchParams
  for (const name of parameters.keys())
    if (!names.includes(name)) throw unusable(name, 'There is no such parameter here')
    else if (parameters.getAll(name).length > 1) throw unusable(name, 'It is given twice')
}

const unusable = (name: string, detail: string) =>
  new ProblemError('invalid-query', { errors: [{ pointer: `/${name}`, detail }] })

function usable<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (error instanceof UnusableQuestion) throw unusable(error.parameter, error.message)
    throw error
  }
}

/** `f`, else what the reader likes best. */
function formatOf(c: Context<Env>): Format {
  const f = c.req.query('f')
  if (f === 'json' || f === 'html') return f
  if (f !== undefined) throw unusable('f', 'It takes json or html')
  return likesHtml(c.req.header('accept')) ? 'html' : 'json'
}
