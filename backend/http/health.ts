import { Hono } from 'hono'
import type { Db } from '../database/database.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

interface Parts {
  readonly db: Db
  readonly isReady: () => boolean
}

const text = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

/** `/livez`: the process answers. `/readyz`: it may be sent readers, and the database answers too. */
export const healthRoutes = ({ db, isReady }: Parts) =>
  new Hono<Env>()
    .get('/livez', (c) => c.body('ok\n', 200, text))
    .get('/readyz', async (c) => {
      if (!isReady()) throw new ProblemError('unavailable', { headers: { 'retry-after': '5' } })
      await db.selectFrom('source').select('id').limit(1).execute()
      return c.body('ok\n', 200, text)
    })
