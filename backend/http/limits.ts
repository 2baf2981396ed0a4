import type { MiddlewareHandler } from 'hono'
import { targetOf } from './answers.ts'
import { preflightHeaders } from './headers.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

/** Longest address we read, in characters, and largest bodies, in bytes: of readers, and of who may write. */
export const maxTarget = 2_000
/** A filter may hold the outline of a district. */
const maxFilterTarget = 12_000
export const maxBody = 64 * 1024
export const maxEdit = 1024 * 1024

/** Addresses that take something instead of giving it, or as well as giving it. */
const taking: readonly (readonly [path: RegExp, methods: readonly string[]])[] = [
  [/^\/api\/v1\/searches$/, ['POST']],
  [/^\/api\/v1\/imports$/, ['GET', 'HEAD', 'POST']],
  [/^\/api\/v1\/imports\/[^/]+$/, ['GET', 'HEAD', 'DELETE']],
  [/^\/api\/v1\/imports\/[^/]+\/parts\/[^/]+$/, ['PUT']],
  [/^\/api\/v1\/imports\/[^/]+\/(?:check|apply)$/, ['POST']],
  [/^\/api\/v1\/link-reports\/[^/]+\/(?:recheck|ignore|heed)$/, ['POST']],
  [/^\/api\/v1\/geodata\/harvests$/, ['GET', 'HEAD', 'POST']],
  [/^\/api\/v1\/geodata\/harvests\/offers$/, ['POST']],
  [/^\/api\/v1\/geodata\/harvests\/(?!offers$)[^/]+$/, ['PUT', 'DELETE']],
  [/^\/api\/v1\/geodata\/harvests\/[^/]+\/run$/, ['POST']],
  [/^\/api\/v1\/subscriptions$/, ['GET', 'HEAD', 'POST']],
  [/^\/api\/v1\/subscriptions\/check$/, ['POST']],
  [/^\/api\/v1\/subscriptions\/[^/]+$/, ['GET', 'HEAD', 'DELETE']],
  [/^\/api\/v1\/subscriptions\/[^/]+\/sync$/, ['POST']],
  [/^\/api\/v1\/sessions\/[^/]+$/, ['DELETE']],
  [
    /^\/api\/v1\/sign-(?:in\/(?:password|invitation(?:\/(?:look|provider))?|totp|recovery-code|passkey(?:\/options)?)|out)$/,
    ['POST'],
  ],
  [/^\/api\/v1\/account\/password$/, ['PUT']],
  [/^\/api\/v1\/(?:clerks|tokens|authorities)$/, ['GET', 'HEAD', 'POST']],
  [/^\/api\/v1\/clerks\/[^/]+$/, ['GET', 'HEAD', 'PUT', 'DELETE']],
  [/^\/api\/v1\/clerks\/[^/]+\/(?:invitation|reset)$/, ['POST']],
  [/^\/api\/v1\/clerks\/[^/]+\/second-factors$/, ['DELETE']],
  [/^\/api\/v1\/tokens\/[^/]+$/, ['DELETE']],
  [/^\/api\/v1\/authorities\/[^/]+\/settings$/, ['GET', 'HEAD', 'PUT']],
  [/^\/api\/v1\/authorities\/[^/]+\/four-eyes-end$/, ['GET', 'HEAD', 'POST', 'DELETE']],
  [/^\/api\/v1\/account\/totp$/, ['POST', 'PUT', 'DELETE']],
  [/^\/api\/v1\/account\/(?:passkeys(?:\/options)?|recovery-codes)$/, ['POST']],
  [/^\/api\/v1\/account\/passkeys\/[^/]+$/, ['DELETE']],
  [
    /^\/api\/v1\/services\/[^/]+\/(?:supplements|parts|withdrawals|responsibilities|keywords)\/[^/]+$/,
    ['GET', 'HEAD', 'PUT', 'DELETE'],
  ],
  [
    /^\/api\/v1\/(?:services|units|people|geodata\/collections)\/[^/]+\/record$/,
    ['GET', 'HEAD', 'PUT', 'DELETE'],
  ],
  [/^\/api\/v1\/units\/[^/]+\/hours$/, ['GET', 'HEAD', 'PUT']],
  [/^\/api\/v1\/areas\/[^/]+\/life-situations$/, ['GET', 'HEAD', 'PUT', 'DELETE']],
  [/^\/api\/v1\/history$/, ['GET', 'HEAD', 'DELETE']],
  [/^\/api\/v1\/history\/[^/]+\/undo$/, ['POST']],
  [/^\/api\/v1\/drafts\/[^/]+$/, ['GET', 'HEAD', 'PUT', 'DELETE']],
  [/^\/api\/v1\/drafts\/[^/]+\/(?:submit|approve|reject|withdraw|schedule|publish)$/, ['POST']],
]
const giving = ['GET', 'HEAD']
const methodsOf = (path: string) => taking.find(([form]) => form.test(path))?.[1] ?? giving

/** Refuses what no route of ours takes, before any route looks at it. */
export const limits: MiddlewareHandler<Env> = async (c, next) => {
  const methods = methodsOf(c.req.path)
  const allow = [...methods, 'OPTIONS'].join(', ')
  if (c.req.method === 'OPTIONS') return c.body(null, 204, preflightHeaders(allow))
  const longest = methods.includes('PUT') ? maxEdit : maxBody
  if (Number(c.req.header('content-length') ?? 0) > longest) throw new ProblemError('request-too-large')
  const longestTarget = c.req.path.startsWith('/ogc/') ? maxFilterTarget : maxTarget
  if (targetOf(c.req.url).length > longestTarget) throw new ProblemError('query-too-long')
  if (!methods.includes(c.req.method)) throw new ProblemError('method-not-allowed', { headers: { allow } })
  return next()
}
