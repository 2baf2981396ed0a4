import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { OutsideServiceList, OutsideServicePath } from '@amtsweg/contract'
import { readPath } from '../http/body.ts'
import { apiHeaders } from '../http/headers.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { limitedMemory } from './limited-memory.ts'
import { mayPass, outsideAddress, type OutsideService } from './outside-service.ts'

/** An answer of a service of others; undefined where none came, or more than may be read. */
export interface OutsideAnswer {
  readonly status: number
  readonly type: string
  readonly body: Uint8Array
}

/** Asks a service of others, by the one guarded way out. */
export type AskOutside = (url: string) => Promise<OutsideAnswer | undefined>

export interface OutsideParts {
  readonly services: readonly OutsideService[]
  readonly ask: AskOutside
  /** Milliseconds, monotonic. */
  readonly clock?: () => number
}

/** Bytes of answers that are kept. */
const room = 64 * 1024 * 1024
/** Questions to others at once. */
const most = 16

const listRoute = createRoute({
  method: 'get',
  path: '/outside-services',
  summary:
    'Services of others that maps of this server may show; readers’ browsers never ask them themselves',
  responses: responses(OutsideServiceList, 'The services that the operator has named', []),
})
const passRoute = createRoute({
  method: 'get',
  path: '/outside-services/{id}/answer',
  summary: 'Asks such a service, with parameters of its own standard; tiles by `path`',
  request: { params: OutsideServicePath },
  responses: responses(
    z.unknown(),
    'What the service answers',
    [...(['not-found', 'invalid-path', 'invalid-query', 'outside-unavailable', 'unavailable'] as const)],
    'application/octet-stream',
  ),
})

/** Services of others, behind a list of those the operator has named: nothing else is asked, and no key leaves the server. */
export function outsideRoutes({ services, ask, clock = () => performance.now() }: OutsideParts) {
  const byId = new Map(services.map((service) => [service.id, service]))
  const keep = limitedMemory<OutsideAnswer>(room, (key, { body }) => body.length + key.length * 2 + 200)
  let asking = 0

  async function fetchFrom(service: OutsideService, address: URL): Promise<OutsideAnswer> {
    if (asking >= most) throw new ProblemError('unavailable', { headers: { 'retry-after': '1' } })
    asking += 1
    try {
      const answer = await ask(address.href)
      if (answer?.status !== 200 || !mayPass(service, address.searchParams, answer))
        throw new ProblemError('outside-unavailable')
      return answer
    } finally {
      asking -= 1
    }
  }

  const router = createRouter()
  router.openAPIRegistry.registerPath(listRoute)
  router.openAPIRegistry.registerPath(passRoute)
  return router
    .get('/outside-services', (c) =>
      c.json({
        items: services.map(({ id, title, kind, attribution }) => ({ id, title, kind, attribution })),
      }),
    )
    .get('/outside-services/:id/answer', async (c) => {
      const service = byId.get(readPath(OutsideServicePath, c.req.param()).id)
      if (!service) throw new ProblemError('not-found')
      const address = outsideAddress(service, new URL(c.req.url).searchParams)
      if ('unusable' in address)
        throw new ProblemError('invalid-query', {
          errors: [{ pointer: `/${address.unusable}`, detail: 'The service may not be asked for this' }],
        })
      // What is older has another key, and gives way by and by.
      const age = Math.floor(clock() / 1_000 / service.maxAge)
      const answer = await keep(`${age} ${address.href}`, () => fetchFrom(service, address))
      return c.body(answer.body as never, 200, {
        ...apiHeaders,
        'content-type': answer.type,
        'cache-control': `public, max-age=${service.maxAge}`,
        'x-request-id': c.get('requestId'),
      })
    })
}
