import type { MiddlewareHandler } from 'hono'
import { targetOf } from './answers.ts'
import { preflightHeaders } from './headers.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

/** Longest address we read, in characters, and largest body, in bytes. */
export const maxTarget = 2_000
const maxBody = 64 * 1024

/** Addresses that take something instead of giving it. */
const taking = new Set(['/api/v1/searches'])
const methodsOf = (path: string) => (taking.has(path) ? ['POST'] : ['GET', 'HEAD'])

/** Refuses what no route of ours takes, before any route looks at it. */
export const limits: MiddlewareHandler<Env> = async (c, next) => {
  const methods = methodsOf(c.req.path)
  const allow = [...methods, 'OPTIONS'].join(', ')
  if (c.req.method === 'OPTIONS') return c.body(null, 204, preflightHeaders(allow))
  if (Number(c.req.header('content-length') ?? 0) > maxBody) throw new ProblemError('request-too-large')
  if (targetOf(c.req.url).length > maxTarget) throw new ProblemError('query-too-long')
  if (!methods.includes(c.req.method)) throw new ProblemError('method-not-allowed', { headers: { allow } })
  return next()
}
