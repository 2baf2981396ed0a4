import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { type Answer, createAnswer, isCurrent, represent } from './answer.ts'
import { type AnswerCache, answerKey } from './answer-cache.ts'
import { apiHeaders, catalogueCaching } from './headers.ts'
import type { Env, Send } from './router.ts'

/** Header fields of an answer as it is sent to one reader. */
export function sentHeaders(
  answer: Answer,
  etag: string,
  encoding: string,
  requestId: string,
): Record<string, string> {
  return {
    ...answer.headers,
    etag,
    'x-request-id': requestId,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  }
}

/** A header field has no letters beyond Latin-1. */
const encodedLocation = (location: string) => (/[^\x20-\xff]/.test(location) ? encodeURI(location) : location)

/** What comes after the origin of an address. */
export const targetOf = (url: string): string => url.slice(url.indexOf('/', 8))

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Finishes every answer made of data: validator, caching, security and CORS headers, compression; remembers it for the next
 * reader. JSON by `c.json`, all other text by `c.get('send')`.
 * Written by hand because the stock middleware costs two to five times the request itself.
 */
export const answers = (cache: AnswerCache, look: () => Promise<void>): MiddlewareHandler<Env> => {
  return async (c, next) => {
    const requestId = randomUUID()
    c.set('requestId', requestId)
    const version = cache.version()
    const send: Send = (text, extra, status = 200) => {
      const headers = { 'cache-control': catalogueCaching, vary: 'Accept-Encoding', ...extra }
      const answer = { ...createAnswer(text, headers), route: routePath(c) }
      // What was made for one reader (a Host header of theirs is in it) is nobody else's.
      if (status === 200 && !headers['cache-control'].startsWith('private'))
        cache.set(
          answerKey(targetOf(c.req.url), c.req.header('accept-language'), c.req.header('accept')),
          answer,
          version,
        )
      const { body, encoding, etag } = represent(answer, c.req.header('accept-encoding'))
      if (reads.has(c.req.method) && status === 200 && isCurrent(answer, c.req.header('if-none-match')))
        return c.body(null, 304, { ...headers, etag, 'x-request-id': requestId })
      return c.body(
        (status === 204 ? null : body) as never,
        status,
        sentHeaders(answer, etag, encoding, requestId),
      )
    }
    const finish = (value: unknown, status: 200 = 200, extra: Record<string, string> = {}) => {
      const headers = {
        ...apiHeaders,
        'content-type': 'application/json; charset=utf-8',
        vary: 'Accept-Encoding, Accept-Language',
        ...extra,
      }
      return send(JSON.stringify(value), headers, status)
    }
    c.set('send', send)
    c.json = finish as unknown as typeof c.json
    // A way to another address is an answer like any other: what browsers may do with it is said too.
    c.redirect = ((location: string | URL, status: 301 | 302 = 302) =>
      c.body(null, status, {
        ...apiHeaders,
        location: encodedLocation(String(location)),
      })) as unknown as typeof c.redirect
    await next()
    // Whoever has changed something reads it changed, and so does everybody from now on.
    // Where the database does not tell, it is noticed as other processes notice it; what was done stays done.
    if (!reads.has(c.req.method)) await look().catch(() => {})
  }
}
