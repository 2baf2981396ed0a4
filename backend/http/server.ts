import { randomUUID } from 'node:crypto'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { isCurrent, represent } from './answer.ts'
import { type AnswerCache, answerKey } from './answer-cache.ts'
import { sentHeaders } from './answers.ts'
import type { Door } from './door.ts'
import { maxTarget } from './limits.ts'
import { worked } from './long-answer.ts'
import type { Env } from './router.ts'

/** Where answers come from that the cache may know. */
const remembered = /^\/(?:api\/v1|embed(?=\/)|hsds|oembed|ogc|services)\b/

/** Milliseconds a reader may take to send a request. */
const headersTimeout = 5_000
const requestTimeout = 10_000
/** Milliseconds between two looks for who takes longer; Node's own are half a minute apart. */
const connectionsCheckingInterval = 1_000

interface Options {
  /** Decides who is worked for; left out, everybody is. */
  readonly door?: Door
  /** Header fields of every answer. */
  readonly always?: Readonly<Record<string, string>>
  /** Takes every request that is answered; those that are refused are not told. */
  readonly onAsked?: (request: IncomingMessage) => void
  /** Takes what was answered from the cache: route and status. */
  readonly onRemembered?: (route: string, status: 200 | 304) => void
}

/**
 * Listens for the app; what the cache knows is answered before any Request object is made. That costs less than refusing it
 * would, so it passes no door.
 */
export function createServer(
  app: Pick<Hono<Env>, 'fetch'>,
  cache: AnswerCache,
  { door = (_, __, work) => void work(), always = {}, onAsked, onRemembered = () => {} }: Options = {},
): Server {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: true })
  const standing = Object.entries(always)
  return createHttpServer(
    {
      ...{ headersTimeout, requestTimeout, connectionsCheckingInterval },
      ...{ keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 },
    },
    (request, response) => {
      for (const [name, value] of standing) response.setHeader(name, value)
      if (answerFromCache(cache, request, response, onRemembered)) return onAsked?.(request)
      door(request, response, () => {
        onAsked?.(request)
        return worked(response, () => listener(request, response))
      })
    },
  )
}

function answerFromCache(
  cache: AnswerCache,
  request: IncomingMessage,
  response: ServerResponse,
  onRemembered: (route: string, status: 200 | 304) => void,
): boolean {
  const { method, url, headers } = request
  if (method !== 'GET' || !url || !remembered.test(url) || url.length > maxTarget) return false
  // Who shows a token may read more than everybody.
  if (headers.authorization !== undefined) return false
  const answer = cache.get(answerKey(url, headers['accept-language'], headers.accept))
  if (!answer) return false
  const requestId = randomUUID()
  const { body, encoding, etag } = represent(answer, headers['accept-encoding'] as string | undefined)
  if (isCurrent(answer, headers['if-none-match'])) {
    response.writeHead(304, sentHeaders(answer, etag, 'identity', requestId))
    response.end()
    onRemembered(answer.route ?? '', 304)
    return true
  }
  const fields = sentHeaders(answer, etag, encoding, requestId)
  fields['content-length'] = String(body.byteLength)
  response.writeHead(200, fields)
  response.end(body)
  onRemembered(answer.route ?? '', 200)
  return true
}
