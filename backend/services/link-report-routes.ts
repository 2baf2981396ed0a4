import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { LinkReportPage, LinkReportPath, LinkReportQuery } from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { readPath } from '../http/body.ts'
import { callerOf, needs, tokenProblems } from '../http/caller.ts'
import { nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { ignoreLink, ownLinks, recheckLink, withSuggestions } from './repository-own-links.ts'

const security = needs('links:read')
const listRoute = createRoute({
  method: 'get',
  path: '/link-reports',
  summary: 'Addresses in texts and units of one’s own that somebody should look at, what hurts most first',
  security,
  request: { query: LinkReportQuery },
  responses: responses(LinkReportPage, 'Each place with such an address', [
    ...tokenProblems,
    'invalid-query',
    'invalid-cursor',
  ]),
})
const problems = [...tokenProblems, 'invalid-path', 'link-report-unknown', 'unavailable'] as const
const ofOne = (action: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/link-reports/{id}/${action}`,
    summary,
    security,
    request: { params: LinkReportPath },
    responses: accepted('It is noted', problems),
  })
const routes = [
  ofOne('recheck', 'Has an address looked at in the next round'),
  ofOne('ignore', 'Leaves an address out of the list'),
  ofOne('heed', 'Takes an address back into the list'),
]

/** Outgoing addresses that do not work, for those whose texts they stand in. */
export function linkReportRoutes(parts: EditParts) {
  const { db, now } = parts
  const router = createRouter()
  for (const route of routes) router.openAPIRegistry.registerPath(route)

  const doing =
    (work: (trx: Trx, authorityId: string, url: string, at: string) => Promise<void>) =>
    async (c: Context<Env>) => {
      const { authority } = await callerOf(c, parts, 'links:read')
      const { id } = readPath(LinkReportPath, c.req.param())
      const link = (await ownLinks(db, authority)).find((one) => one.id === id)
      if (!link) throw new ProblemError('link-report-unknown')
      await writeNow(parts)((trx) => work(trx, authority.id, link.url, now().toISOString()))
      return nothingLeft(c)
    }

  return router
    .openapi(listRoute, async (c) => {
      const { authority } = await callerOf(c, parts, 'links:read')
      const { limit, cursor, ignored } = c.req.valid('query')
      const asked = `${authority.id} ${ignored}`
      const from = readCursor(cursor, asked)
      if (from === undefined) throw new ProblemError('invalid-cursor')
      const all = (await ownLinks(db, authority)).filter((one) => one.ignored === (ignored === '1'))
      const items = await withSuggestions(db, all.slice(from, from + limit))
      const next = all.length > from + limit ? writeCursor(from + limit, asked) : null
      return c.json({ items, next, total: all.length }, 200, { 'cache-control': 'private, no-store' })
    })
    .post(
      '/link-reports/:id/recheck',
      doing((trx, _, url, at) => recheckLink(trx, url, at)),
    )
    .post(
      '/link-reports/:id/ignore',
      doing((trx, id, url, at) => ignoreLink(trx, id, url, at)),
    )
    .post(
      '/link-reports/:id/heed',
      doing((trx, id, url) => ignoreLink(trx, id, url, null)),
    )
}
