import { Area, AreaListQuery, AreaPage, AreaPath } from '@amtsweg/contract'
import { createRoute } from '@hono/zod-openapi'
import type { Db } from '../database/database.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/areas',
  summary: 'Suggestions for what a reader types as a place, or the Gemeinde at a point',
  request: { query: AreaListQuery },
  responses: responses(AreaPage, 'Hits, best first', ['invalid-query', 'invalid-cursor']),
})

const areaRoute = createRoute({
  method: 'get',
  path: '/areas/{regionKey}',
  summary: 'An area with all it belongs to',
  request: { params: AreaPath },
  responses: responses(Area, 'The area; a dissolved one names its successors', ['invalid-path', 'area-unknown']),
})

/** Areas by name, point and key. */
export const placesRoutes = (_: { readonly db: Db }) =>
  createRouter()
    .openapi(listRoute, (c) => c.json({ items: [], next: null }, 200))
    .openapi(areaRoute, () => {
      throw new ProblemError('area-unknown')
    })
