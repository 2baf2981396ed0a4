import { createRoute } from '@hono/zod-openapi'
import {
  AuditEntry,
  Authority,
  AuthorityQuery,
  OriginCount,
  OriginCountQuery,
  pageOf,
  PageQuery,
} from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import { callerOf, needs, tokenProblems } from '../http/caller.ts'
import { pickLanguage } from '../http/language.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { resolveArea } from '../places/index.ts'
import type { Authority as KeptAuthority } from './authority.ts'
import { authorityOf, listAuthorities } from './repository.ts'
import { listAudit } from './repository-audit.ts'
import { listEmbeddings } from './repository-embeddings.ts'

const authoritiesRoute = createRoute({
  method: 'get',
  path: '/authorities',
  summary:
    'The authorities that keep their own part of the data, the larger area first; or the one of an area',
  request: { query: AuthorityQuery },
  responses: responses(pageOf(Authority), 'The authorities', ['invalid-query', 'area-unknown']),
})

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

const originsRoute = createRoute({
  method: 'get',
  path: '/origins',
  summary:
    'Which websites embed which widget for one’s own area and all within, or are registered by oneself; counted by month, without persons',
  security: needs('origins:read'),
  request: { query: OriginCountQuery },
  responses: responses(pageOf(OriginCount), 'Counts, the newest month first, in it the most asked first', [
    ...tokenProblems,
    'invalid-query',
    'invalid-cursor',
  ]),
})

/** Who keeps which part of the data, and what the holder of a token may know of its own. */
export const accessRoutes = (parts: EditParts) =>
  createRouter()
    .openapi(authoritiesRoute, async (c) => {
      const { area, lang: wanted } = c.req.valid('query')
      const lang = pickLanguage(wanted, c.req.header('accept-language'))
      const found = area === undefined ? await listAuthorities(parts.db) : await authorityAt(parts.db, area)
      return c.json({ items: found.map((one) => shownIn(one, lang)), next: null }, 200)
    })
    .openapi(auditRoute, async (c) => {
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
    .openapi(originsRoute, async (c) => {
      const { authority } = await callerOf(c, parts, 'origins:read')
      const { limit, cursor, month } = c.req.valid('query')
      const asked = `${authority.id} ${month ?? ''}`
      const from = readCursor(cursor, asked)
      if (from === undefined) throw new ProblemError('invalid-cursor')
      const found = await listEmbeddings(parts.db, { authority, period: month, from, limit: limit + 1 })
      const own = new Set(authority.origins.map(({ origin }) => new URL(origin).hostname))
      const items = found
        .slice(0, limit)
        .map(({ period, ...count }) => ({ month: period, ...count, registered: own.has(count.host) }))
      const next = found.length > limit ? writeCursor(from + limit, asked) : null
      return c.json({ items, next }, 200, { 'cache-control': 'private, no-store' })
    })

/** The authority a living area belongs to, if any; throws where nobody knows the area. */
async function authorityAt(db: Db, area: string): Promise<readonly KeptAuthority[]> {
  const [living] = (await resolveArea(db, area))?.areas ?? []
  if (!living) throw new ProblemError('area-unknown')
  const owner = await authorityOf(db, living.regionKey)
  return owner ? [owner] : []
}

/** As readers get it; which websites may write, and how it works within, is nobody else's business. */
function shownIn(
  { names, origins: _, fourEyes: _fourEyes, ...rest }: KeptAuthority,
  lang: string,
): Authority {
  const spoken = lang in names ? lang : 'de'
  return { ...rest, name: names[spoken] ?? rest.id, lang: spoken }
}
