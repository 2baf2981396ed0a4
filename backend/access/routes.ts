import { createRoute } from '@hono/zod-openapi'
import { AuditEntry, pageOf, PageQuery } from '@amtsweg/contract'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { callerOf, needs, tokenProblems } from '../http/caller.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { listAudit } from './repository-audit.ts'

const auditRoute = createRoute({
  method: 'get',
  path: '/audit',
  summary:
    'Who changed what in the name of one’s own authority, the newest first; hashes instead of contents',
  security: needs('audit:read'),
  request: { query: PageQuery },
  responses: responses(pageOf(AuditEntry), 'Entries of the trail of changes', [
    ...tokenProblems,
    'invalid-query',
    'invalid-cursor',
  ]),
})

/** What the holder of a token may know of its authority. */
export const accessRoutes = (parts: EditParts) =>
  createRouter().openapi(auditRoute, async (c) => {
    const { authority } = await callerOf(c, parts, 'audit:read')
    const { limit, cursor } = c.req.valid('query')
    const before = readCursor(cursor, authority.id)
    if (before === undefined) throw new ProblemError('invalid-cursor')
    const found = await listAudit(parts.db, {
      authority: authority.id,
      before: before || undefined,
      limit: limit + 1,
    })
    const items = found.slice(0, limit)
    const last = found.length > limit ? items.at(-1) : undefined
    const next = last ? writeCursor(last.seq, authority.id) : null
    return c.json({ items, next }, 200, { 'cache-control': 'private, no-store' })
  })
