import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import {
  GeoCollectionPage,
  GeoCollectionPath,
  GeoCollectionsQuery,
  GeoVersionList,
  GeoVersionPath,
} from '@amtsweg/contract'
import { readKeyset, writeKeyset } from '../database/keyset-cursor.ts'
import { crs84 } from '../geometry/reference-system.ts'
import { callerOf, needs, tokenProblems } from '../http/caller.ts'
import { editCaching } from '../http/edit.ts'
import { apiHeaders } from '../http/headers.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import type { EditParts } from '../http/write.ts'
import { featureWriter } from './ogc-items.ts'
import { geojson } from './ogc-links.ts'
import { findVersion } from './repository-collections.ts'
import { featuresAfter } from './repository-features.ts'
import { listOwnCollections, listVersions } from './repository-office.ts'
import { keepsCollection, versionNumbered } from './repository-record.ts'

const security = needs('geodata:write')
const known = [...tokenProblems, 'invalid-path', 'collection-unknown'] as const

const listRoute = createRoute({
  method: 'get',
  path: '/geodata/collections',
  summary: 'The collections of geodata that one’s own authority keeps, by id',
  security,
  request: { query: GeoCollectionsQuery },
  responses: responses(GeoCollectionPage, 'The collections', [
    ...tokenProblems,
    'invalid-query',
    'invalid-cursor',
  ]),
})
const versionsRoute = createRoute({
  method: 'get',
  path: '/geodata/collections/{id}/versions',
  summary: 'Versions of a collection that are kept, the newest first, with what their check found',
  security,
  request: { params: GeoCollectionPath },
  responses: responses(GeoVersionList, 'The versions', known),
})

/** Features of a version that are shown before it is published: enough to see whether they lie where they should. */
const mostShown = 1_000

const featuresRoute = createRoute({
  method: 'get',
  path: '/geodata/collections/{id}/versions/{number}/features',
  summary: `The first ${mostShown} features of a version, published or not, to be looked at`,
  security,
  request: { params: GeoVersionPath },
  responses: responses(
    z.object({ type: z.string() }),
    'Features as GeoJSON in CRS84',
    [...known, 'version-unknown'],
    geojson,
  ),
})

/** What officers of an authority see of its geodata, published or not. */
export function geoOfficeRoutes(parts: EditParts) {
  const { db } = parts
  const mine = async (c: Parameters<typeof callerOf>[0], id: string) => {
    const { authority } = await callerOf(c, parts, 'geodata:write')
    if (!(await keepsCollection(db, id, authority.id))) throw new ProblemError('collection-unknown')
  }
  return createRouter()
    .openapi(listRoute, async (c) => {
      const { authority } = await callerOf(c, parts, 'geodata:write')
      const { limit, cursor } = c.req.valid('query')
      const from = readKeyset(cursor, authority.id)
      if (!from) throw new ProblemError('invalid-cursor')
      const found = await listOwnCollections(db, authority.id, from.id, limit + 1)
      const items = found.slice(0, limit)
      const last = items.at(-1)?.id ?? ''
      const next = found.length > limit ? writeKeyset({ sortKey: '', id: last }, authority.id) : null
      return c.json({ items, next }, 200, editCaching)
    })
    .openapi(versionsRoute, async (c) => {
      const { id } = c.req.valid('param')
      await mine(c, id)
      return c.json({ items: await listVersions(db, id) }, 200, editCaching)
    })
    .openapi(featuresRoute, async (c) => {
      const { id, number } = c.req.valid('param')
      await mine(c, id)
      const versionId = await versionNumbered(db, id, Number(number))
      const version = versionId === undefined ? undefined : await findVersion(db, id, versionId)
      if (!version) throw new ProblemError('version-unknown')
      const write = featureWriter({ version }, crs84)
      const features = (await featuresAfter(db, version.id, 0, mostShown)).map((feature) => write(feature))
      const text = `{"type":"FeatureCollection","features":[${features.join(',')}],"numberMatched":${version.features}}`
      return c.get('send')(text, { ...apiHeaders, ...editCaching, 'content-type': geojson }) as never
    })
}
