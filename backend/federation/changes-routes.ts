import { createRoute } from '@hono/zod-openapi'
import { ChangePage, ChangesQuery } from '@amtsweg/contract'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { type EditParts, writeNow } from '../http/write.ts'
import { createNoter } from './feed-noter.ts'
import { newNodeId } from './node-id.ts'
import { currentFeed, noteChanges } from './note-changes.ts'
import { readChanges } from './read-changes.ts'

const changesRoute = createRoute({
  method: 'get',
  path: '/changes',
  summary:
    'What has changed in the catalogue of this node, the oldest first; from the beginning, everything there is',
  request: { query: ChangesQuery },
  responses: responses(ChangePage, 'Records as they are now, and which are gone', [
    'invalid-query',
    'invalid-cursor',
    'changes-gone',
    'unavailable',
  ]),
})

/** Who asks for changes wants to know those of this moment; nobody may answer in our place. */
const caching = { 'cache-control': 'private, no-cache' } as const

/** The feed by which other nodes stay in step with this one; anybody may read it. */
export function changesRoutes(parts: EditParts) {
  const { db, now } = parts
  const note = createNoter({
    current: () => currentFeed(db),
    note: () => noteChanges({ db, now, inTransaction: writeNow(parts), createId: newNodeId }),
  })
  return createRouter().openapi(changesRoute, async (c) => {
    const page = await readChanges(db, await note(), c.req.valid('query'))
    if (page === 'unreadable') throw new ProblemError('invalid-cursor')
    if (page === 'gone') throw new ProblemError('changes-gone')
    return c.json(page, 200, caching)
  })
}
