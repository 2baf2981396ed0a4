import { createRoute } from '@hono/zod-openapi'
import { UnitListQuery, UnitPage } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { resolveArea } from '../places/index.ts'
import { listUnits } from './repository-unit-list.ts'

const unitsRoute = createRoute({
  method: 'get',
  path: '/units',
  summary: 'Offices by name, place or postcode, in the order of a telephone book',
  request: { query: UnitListQuery },
  responses: responses(UnitPage, 'Offices', ['invalid-query', 'invalid-cursor', 'area-unknown']),
})

/** The list of units. */
export const unitListRoutes = ({ db }: { readonly db: Db }) =>
  createRouter().openapi(unitsRoute, async (c) => {
    const query = c.req.valid('query')
    const lang = pickLanguage(query.lang, c.req.header('accept-language'))
    const area = query.area === undefined ? undefined : await livingArea(db, query.area)
    const page = await listUnits(db, { ...query, area, lang })
    if (!page) throw new ProblemError('invalid-cursor')
    return c.json(page, 200, { 'content-language': lang })
  })

/** The region key of the living area behind a key; throws where there is none. */
export async function livingArea(db: Db, key: string): Promise<string> {
  const [area] = (await resolveArea(db, key))?.areas ?? []
  if (!area) throw new ProblemError('area-unknown')
  return area.regionKey
}
