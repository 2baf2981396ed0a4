import type { MiddlewareHandler } from 'hono'
import type { MadeAnswer } from '../traffic/index.ts'
import { routeName } from './route-name.ts'
import type { Env } from './router.ts'

/** Tells what was answered and how long it took, by the pattern of the route. */
export const measured =
  (made: (answer: MadeAnswer) => void, clock = () => performance.now()): MiddlewareHandler<Env> =>
  async (c, next) => {
    const began = clock()
    await next()
    const route = routeName(c)
    const { method } = c.req
    made({
      method,
      route,
      status: c.res.status,
      seconds: (clock() - began) / 1_000,
      search: searchOf(route, c.req.query('q')),
    })
  }

function searchOf(route: string, q: string | undefined): MadeAnswer['search'] {
  if (route === '/api/v1/services/suggest') return 'suggest'
  return q && /^(?:\/api\/v1)?\/services$/.test(route) ? 'search' : undefined
}
