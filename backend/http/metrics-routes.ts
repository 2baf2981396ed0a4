import { hash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import type { Metrics } from '../traffic/index.ts'
import { plainHeaders } from './headers.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

/** How the server does, and the word that lets somebody ask. */
export interface MetricsAccess {
  readonly metrics: Pick<Metrics, 'text'>
  readonly token: string
}

/** GET /metrics for who brings the token (RFC 6750); without one in the settings there is no such address. */
export const metricsRoutes = ({ metrics, token }: MetricsAccess) =>
  new Hono<Env>().get('/metrics', async (c) => {
    if (!isSame(c.req.header('authorization') ?? '', `Bearer ${token}`))
      throw new ProblemError('metrics-closed', { headers: { 'www-authenticate': 'Bearer realm="metrics"' } })
    const { type, text } = await metrics.text()
    return c.body(text, 200, { ...plainHeaders, 'content-type': type })
  })

/** Takes the same time however much of it is right. */
const isSame = (given: string, wanted: string) =>
  timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', wanted, 'buffer'))
