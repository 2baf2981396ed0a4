import type { Context } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from './router.ts'

/** The pattern of the route that answered, never the path: a path can say what somebody is looking for. */
export function routeName(c: Context<Env>): string {
  const pattern = routePath(c)
  // What no route of ours takes ends in a pattern that takes everything: there is no name for it.
  return /^\/?\*$/.test(pattern) ? 'none' : pattern
}
