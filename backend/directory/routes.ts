import { createRoute, z } from '@hono/zod-openapi'
import { Lang, Unit, UnitPath } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { findUnit } from './repository.ts'

const unitRoute = createRoute({
  method: 'get',
  path: '/units/{id}',
  summary: 'An office: addresses, ways to reach it, hours and whether it is open now',
  request: { params: UnitPath, query: z.object({ lang: Lang.optional() }) },
  responses: responses(Unit, 'The unit', ['invalid-path', 'invalid-query', 'unit-unknown']),
})

/** Units by id. `now` is the clock. */
export const directoryRoutes = ({ db, now }: { readonly db: Db; readonly now: () => Date }) =>
  createRouter().openapi(unitRoute, async (c) => {
    const { id } = c.req.valid('param')
    const lang = pickLanguage(c.req.valid('query').lang, c.req.header('accept-language'))
    const unit = await findUnit(db, id, { lang, now: now() })
    if (!unit) throw new ProblemError('unit-unknown')
    return c.json(unit, 200, { 'content-language': unit.lang })
  })
