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
import { maxTarget } from './limits.ts'
import type { Env } from './router.ts'

/** Where answers come from that the cache may know. */
const remembered = /^\/(?:api\/v1|hsds|services)\b/

/** Milliseconds a reader may take to send a request. */
const headersTimeout = 5_000
const requestTimeout = 10_000

/** Listens for the app; what the cache knows is answered before any Request object is made. */
export function createServer(app: Pick<Hono<Env>, 'fetch'>, cache: AnswerCache): Server {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: true })
  return createHttpServer(
    { headersTimeout, requestTimeout, keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 },
    (request, response) => {
      if (!answerFromCache(cache, request, response)) void listener(request, response)
    },
  )
}

function answerFromCache(cache: AnswerCache, request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url, headers } = request
  if (method !== 'GET' || !url || !remembered.test(url) || url.length > maxTarget) return false
  const answer = cache.get(answerKey(url, headers['accept-language']))
  if (!answer) return false
  const requestId = randomUUID()
  const { body, encoding, etag } = represent(answer, headers['accept-encoding'] as string | undefined)
  if (isCurrent(answer, headers['if-none-match'])) {
    response.writeHead(304, sentHeaders(answer, etag, 'identity', requestId))
    response.end()
    return true
  }
  const fields = sentHeaders(answer, etag, encoding, requestId)
  fields['content-length'] = String(body.byteLength)
  response.writeHead(200, fields)
  response.end(body)
  return true
}
