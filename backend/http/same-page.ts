import type { Context } from 'hono'
import { foreignOrigin } from './origin.ts'
import { ProblemError } from './problem.ts'

/**
 * Throws unless a page of ours has sent this: what a browser does of itself with a cookie must not be what another website has it do.
 * Browsers say in Origin or Sec-Fetch-Site where a request that changes something comes from; who says nothing is refused.
 */
export function mustComeFromHere(c: Context, publicUrl: string | undefined): void {
  const site = c.req.header('sec-fetch-site')
  const isSaid = site !== undefined || c.req.header('origin') !== undefined
  const isOurs = (site === undefined || site === 'same-origin') && foreignOrigin(c, publicUrl) === undefined
  if (!isSaid || !isOurs) throw new ProblemError('request-not-from-here')
}
