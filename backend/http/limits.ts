import type { MiddlewareHandler } from 'hono'
import { targetOf } from './answers.ts'
import { preflightHeaders } from './headers.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

/** Longest address we read, in characters, and largest body, in bytes. */
export const maxTarget = 2_000
const maxBody = 64 * 1024

const methods = new Set(['GET', 'HEAD'])

/** Refuses what no route of ours takes, before any route looks at it. */
export const limits: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, preflightHeaders)
  if (Number(c.req.header('content-length') ?? 0) > maxBody) throw new ProblemError('request-too-large')
  if (targetOf(c.req.url).length > maxTarget) throw new ProblemError('query-too-long')
  if (!methods.has(c.req.method))
    throw new ProblemError('method-not-allowed', { headers: { allow: 'GET, HEAD, OPTIONS' } })
  return next()
}
