import type { Context, Hono } from 'hono'
import type { Env } from '../http/router.ts'
import { type askedRoutes, mayAsk } from './asked-routes.ts'
import { isoMetadata } from './iso-metadata.ts'
import { xml } from './ogc-links.ts'

type Parts = Pick<ReturnType<typeof askedRoutes>, 'asked' | 'send' | 'rootOf'>

/** Metadata of a collection for the catalogues of GDI-DE and INSPIRE. */
export function addMetadataRoutes(router: Hono<Env>, { asked, send, rootOf }: Parts): void {
  router.get('/collections/:collectionId/metadata', async (c: Context<Env>) => {
    mayAsk(c)
    const collection = await asked(c)
    return send(c, { type: `${xml}; charset=utf-8`, text: isoMetadata(collection, rootOf(c)), collection })
  })
}
