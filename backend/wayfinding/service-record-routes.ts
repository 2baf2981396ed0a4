import { createRoute } from '@hono/zod-openapi'
import { ServiceRecordPage, ServiceRecordQuery } from '@amtsweg/contract'
import { sourceIdOf } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { callerOf, needs, tokenProblems } from '../http/caller.ts'
import { editCaching } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { germanDay, listServiceRecords, withOwnState } from '../services/index.ts'
import { searchServices } from './search.ts'

const scopes = ['services:write', 'supplements:write', 'keywords:write'] as const

const listRecords = createRoute({
  method: 'get',
  path: '/services/records',
  summary:
    'Services of the own area with what of them is one’s own: the description, supplements, a withdrawal',
  security: needs(...scopes),
  request: { query: ServiceRecordQuery },
  responses: responses(ServiceRecordPage, 'The services, with `q` the best match first', [
    ...tokenProblems,
    'invalid-query',
    'invalid-cursor',
  ]),
})

/** The services of an authority as its editors list them. */
export const serviceRecordRoutes = (parts: EditParts) =>
  createRouter().openapi(listRecords, async (c) => {
    const { authority } = await callerOf(c, parts, scopes)
    const keeper = { sourceId: sourceIdOf(authority.id), regionKey: authority.regionKey }
    const query = { ...c.req.valid('query'), keeper, day: germanDay(parts.now()) }
    const page =
      query.q?.trim() && !query.show
        ? await foundRecords(parts.db, { ...query, q: query.q })
        : await listServiceRecords(parts.db, query)
    if (!page) throw new ProblemError('invalid-cursor')
    return c.json(page, 200, editCaching)
  })

/** What citizens find, which tells of what is not offered too. */
async function foundRecords(
  db: Db,
  { keeper, q, cursor, day, limit }: Parameters<typeof listServiceRecords>[1] & { readonly q: string },
): Promise<ServiceRecordPage | undefined> {
  const found = await searchServices(db, { q, cursor, day, limit, area: keeper.regionKey, lang: 'de' })
  return found && { ...found, items: await withOwnState(db, keeper, found.items) }
}
