import { Hono } from 'hono'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import { type AskedParts, askedRoutes, mayAsk, unusable, usable } from './asked-routes.ts'
import { type ChangePage, readChangePage } from './change-page.ts'
import { mostChanges, usualChanges } from './change-question.ts'
import { changesText } from './change-text.ts'
import { systemOf } from './item-question.ts'
import { geojson } from './ogc-links.ts'

interface Parts extends AskedParts {
  /** What this node is to others. */
  readonly node: () => Promise<{ readonly node: string; readonly epoch: string }>
}

/** Who asks for changes wants to know those of this moment; nobody may answer in our place. */
const caching = 'private, no-cache'

/** The feed of a collection, by which other nodes stay in step with it; who may read the collection may read it. */
export function changesRoutes(parts: Parts) {
  const { asked, send, rootOf } = askedRoutes(parts)
  return new Hono<Env>().get('/collections/:collectionId/changes', async (c) => {
    mayAsk(c, 'since', 'limit', 'crs', 'f')
    const { f = 'json', since, limit = String(usualChanges), crs } = c.req.query()
    if (f !== 'json') throw unusable('f', 'There is only json')
    if (!/^[1-9]\d{0,8}$/.test(limit)) throw unusable('limit', 'It takes a whole number from 1')
    const system = await usable(() => systemOf('crs', crs))
    const collection = await asked(c)
    const { node, epoch } = await parts.node()
    const page = found(
      await readChangePage(parts.db, {
        ...{ collectionId: collection.id, nodeEpoch: epoch, since },
        limit: Math.min(Number(limit), mostChanges),
      }),
    )
    const text = changesText(collection, page, { root: rootOf(c), node, system, since, limit: Number(limit) })
    const headers = { 'content-crs': `<${system.uri}>` }
    return send(c, { type: geojson, text, headers, collection, caching })
  })
}

function found(page: ChangePage | 'unreadable' | 'gone' | undefined): ChangePage {
  if (page === 'unreadable') throw new ProblemError('invalid-cursor')
  if (page === 'gone') throw new ProblemError('changes-gone')
  if (!page) throw new ProblemError('collection-unknown')
  return page
}
