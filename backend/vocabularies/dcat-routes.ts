import { createRoute } from '@hono/zod-openapi'
import { CpsvFormat, PageQuery } from '@amtsweg/contract'
import { listAuthorities } from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { readCursor, writeCursor } from '../database/list-cursor.ts'
import type { Remember } from '../database/memory.ts'
import { listCollections } from '../geodata/index.ts'
import { ProblemError } from '../http/problem.ts'
import type { FindPublicUrl } from '../http/public-url.ts'
import { createRouter } from '../http/router.ts'
import { geodataNodes } from './dcat-catalogue.ts'
import { asRdf, rdfResponses } from './rdf-routes.ts'

const route = createRoute({
  method: 'get',
  path: '/dcat-ap',
  summary: 'The catalogue of all public geodata by DCAT-AP.de 2.0, in pages (hydra:next, Link)',
  request: { query: PageQuery.extend({ format: CpsvFormat }) },
  responses: rdfResponses('A page of the catalogue', ['invalid-query', 'invalid-cursor']),
})

interface Parts {
  readonly db: Db
  readonly remember: Remember
  readonly publicUrl: FindPublicUrl
}

const asked = 'dcat-ap'

/** Geodata for GovData and the portals of the Länder. What is for authorities only is not told. */
export const dcatRoutes = ({ db, remember, publicUrl }: Parts) =>
  createRouter().openapi(route, async (c) => {
    const { format, limit, cursor } = c.req.valid('query')
    const from = readCursor(cursor, asked)
    if (from === undefined) throw new ProblemError('invalid-cursor')
    const collections = await remember('geodata for everybody', async () =>
      (await listCollections(db)).filter(({ audience }) => audience === 'public'),
    )
    const authorities = await remember('authorities of geodata', () => listAuthorities(db))
    const { origin, caching } = publicUrl(c)
    const pageAt = (at: string | undefined) =>
      `${origin}/api/v1/dcat-ap?${new URLSearchParams({
        ...{ format, limit: `${limit}` },
        ...(at ? { cursor: at } : {}),
      })}`
    const next = from + limit < collections.length ? pageAt(writeCursor(from + limit, asked)) : undefined
    const nodes = geodataNodes({
      origin,
      regionOf: (id) => authorities.find((one) => one.id === id)?.regionKey,
      collections: collections.slice(from, from + limit),
      address: pageAt(cursor),
      next,
    })
    const [text, sent] = asRdf(nodes, format, caching)
    return c.get('send')(text, { ...sent, ...(next ? { link: `<${next}>; rel="next"` } : {}) })
  })
