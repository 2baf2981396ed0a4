import { createRoute } from '@hono/zod-openapi'
import { SearchInsightPage, SearchInsightQuery } from '@amtsweg/contract'
import { type Authority, soleAuthority } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { callerOf, needs, tokenProblems } from '../http/caller.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { germanDay } from '../services/index.ts'
import { candidatesFor, missedWords } from './keyword-suggestions.ts'

const route = createRoute({
  method: 'get',
  path: '/search-insights',
  summary: 'Words that lead readers of one’s own area nowhere, with services they could lead to',
  security: needs('searches:read'),
  request: { query: SearchInsightQuery },
  responses: responses(SearchInsightPage, 'The words, the most missed first', [
    ...tokenProblems,
    'invalid-query',
    'invalid-cursor',
  ]),
})

/** What searches tell editors; counted without persons (repository-counts.ts). */
export const searchInsightRoutes = (parts: EditParts) =>
  createRouter().openapi(route, async (c) => {
    const { authority } = await callerOf(c, parts, 'searches:read')
    const { limit, cursor, min } = c.req.valid('query')
    const asked = `${authority.id} ${min}`
    const from = readCursor(cursor, asked)
    if (from === undefined) throw new ProblemError('invalid-cursor')
    const area = await areaOf(parts.db, authority)
    const words = await missedWords(parts.db, { area, min })
    const day = germanDay(parts.now())
    const items = []
    for (const { text, ...counts } of words.slice(from, from + limit)) {
      const services = await candidatesFor(parts.db, text, { area, day })
      items.push({ term: text, ...counts, periods: [...counts.periods], services })
    }
    const next = words.length > from + limit ? writeCursor(from + limit, asked) : null
    return c.json({ items, next, total: words.length }, 200, { 'cache-control': 'private, no-store' })
  })

/** Who has the server to itself is asked by everybody, also where no area was named. */
async function areaOf(db: Db, { id, regionKey }: Authority): Promise<string | undefined> {
  return (await soleAuthority(db))?.id === id ? undefined : regionKey
}
