import { createRoute } from '@hono/zod-openapi'
import { ListedSource, pageOf } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { listSources } from '../import/index.ts'
import { responses } from './responses.ts'
import { createRouter } from './router.ts'

const list = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Where the data come from, and their licences',
  responses: responses(pageOf(ListedSource), 'Every source there are data from, and how fresh they are', []),
})

/** GET /sources: what `sources` in all other answers refers to. */
export const sourceRoutes = ({ db }: { readonly db: Db }) =>
  createRouter().openapi(list, async (c) => c.json({ items: await listSources(db), next: null }, 200))
