import { createRoute } from '@hono/zod-openapi'
import {
  ResponsibilityMap,
  ResponsibilityMapQuery,
  ResponsibilityRecords,
  ResponsibilityRecordsQuery,
  ResponsibilityReport,
  ResponsibilityReportQuery,
} from '@amtsweg/contract'
import type { Caller } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { forgetful, type Remember } from '../database/memory.ts'
import { callerOf, mustOwn, needs, tokenProblems } from '../http/caller.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { germanDay, livingRegion } from '../services/index.ts'
import { recordedResponsibilities, responsibilityReport } from './report.ts'
import { responsibilityMap } from './responsibility-map.ts'

const security = needs('responsibilities:write')
const ofArea = [...tokenProblems, 'not-yours', 'invalid-query', 'area-unknown'] as const
const problems = [...ofArea, 'invalid-cursor'] as const

const reportRoute = createRoute({
  method: 'get',
  path: '/responsibility-report',
  summary: 'Services nobody answers for in one’s own area, and those several answer for',
  security,
  request: { query: ResponsibilityReportQuery },
  responses: responses(ResponsibilityReport, 'Gaps by service or by Gemeinde, or overlaps', problems),
})
const recordsRoute = createRoute({
  method: 'get',
  path: '/responsibility-records',
  summary: 'Who acts for what in one’s own area, as recorded or derived from the tiers',
  security,
  request: { query: ResponsibilityRecordsQuery },
  responses: responses(ResponsibilityRecords, 'Records in the order of services', problems),
})
const mapRoute = createRoute({
  method: 'get',
  path: '/responsibility-map',
  summary: 'Who is responsible for one service in each Gemeinde of one’s own area',
  security,
  request: { query: ResponsibilityMapQuery },
  responses: responses(ResponsibilityMap, 'Answers, and which Gemeinde has which', [
    ...ofArea,
    'service-unknown',
  ]),
})

/** What those who look after responsibilities need to see of all of them together. */
export function responsibilityReportRoutes(parts: EditParts & { readonly remember?: Remember }) {
  const { db, now, remember = forgetful } = parts
  return createRouter()
    .openapi(reportRoute, async (c) => {
      const caller = await callerOf(c, parts, 'responsibilities:write')
      const { area: wanted, find, limit, cursor } = c.req.valid('query')
      const area = await ownArea(db, caller, wanted)
      const { from, next } = position(`${area} ${find}`, { cursor, limit })
      const day = germanDay(now())
      const report = await responsibilityReport(db, { area, day, find, from, limit }, remember)
      return c.json({ ...report, next: next(report.total) }, 200, caching)
    })
    .openapi(recordsRoute, async (c) => {
      const caller = await callerOf(c, parts, 'responsibilities:write')
      const { area: wanted, unit, service, limit, cursor } = c.req.valid('query')
      const area = await ownArea(db, caller, wanted)
      const { from, next } = position(`${area} ${unit ?? ''} ${service ?? ''}`, { cursor, limit })
      const { items, total } = await recordedResponsibilities(db, { area, unit, service, from, limit })
      return c.json({ items, total, next: next(total) }, 200, caching)
    })
    .openapi(mapRoute, async (c) => {
      const caller = await callerOf(c, parts, 'responsibilities:write')
      const { area: wanted, service } = c.req.valid('query')
      const area = await ownArea(db, caller, wanted)
      const map = await responsibilityMap(db, { service, area, day: germanDay(now()) })
      if (!map) throw new ProblemError('service-unknown')
      return c.json(map, 200, caching)
    })
}

const caching = { 'cache-control': 'private, no-store' }

/** The living region that is asked about; throws where it is somebody else's. */
async function ownArea(db: Db, caller: Caller, wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return caller.authority.regionKey
  const area = await livingRegion(db, wanted)
  await mustOwn(db, caller, area)
  return area
}

/** Where a page begins, and how the next one is asked for. */
function position(
  asked: string,
  { cursor, limit }: { readonly cursor: string | undefined; readonly limit: number },
) {
  const from = readCursor(cursor, asked)
  if (from === undefined) throw new ProblemError('invalid-cursor')
  return { from, next: (total: number) => (total > from + limit ? writeCursor(from + limit, asked) : null) }
}
