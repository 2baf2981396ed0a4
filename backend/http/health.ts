import { Hono } from 'hono'
import type { Db } from '../database/database.ts'
import { plainHeaders } from './headers.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

interface Parts {
  /** All that are asked to answer readers and editors. */
  readonly databases: readonly Db[]
  readonly isReady: () => boolean
}

/**
 * `/livez`: the process answers; asks no database, so that nobody restarts us because of one. `/startupz`: the start is over;
 * before that nobody listens. `/readyz`: it may be sent readers, and the database answers too.
 */
export const healthRoutes = ({ databases, isReady }: Parts) =>
  new Hono<Env>()
    .get('/livez', (c) => c.body('ok\n', 200, plainHeaders))
    .get('/startupz', (c) => c.body('ok\n', 200, plainHeaders))
    .get('/readyz', async (c) => {
      if (!isReady()) throw new ProblemError('unavailable', { headers: { 'retry-after': '5' } })
      try {
        for (const db of new Set(databases)) await db.selectFrom('source').select('id').limit(1).execute()
      } catch (cause) {
        throw new ProblemError('unavailable', { headers: { 'retry-after': '5' } }, { cause })
      }
      return c.body('ok\n', 200, plainHeaders)
    })
