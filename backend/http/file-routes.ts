import { join } from 'node:path'
import { Hono } from 'hono'
import { releasesIn } from '../operation/keep-release.ts'
import { serveFiles } from './files.ts'
import { assetHeaders, deskHeaders, framingHeaders, pageHeaders } from './headers.ts'
import type { FindPublicUrl } from './public-url.ts'
import { releaseRoutes } from './release-routes.ts'
import type { Env } from './router.ts'

interface Parts {
  readonly widgets: string | undefined
  readonly keptReleases: string | undefined
  readonly publicUrl: FindPublicUrl
  readonly demoSite: string | undefined
}

const briefly = 'public, max-age=300, stale-while-revalidate=86400'
const forever = 'public, max-age=31536000, immutable'

/** The script tag, what it loads, the desk, and the demo towns. */
export function fileRoutes({ widgets, keptReleases, publicUrl, demoSite }: Parts): Hono<Env> {
  const routes = new Hono<Env>()
  if (widgets) {
    const serve = (folder: string, prefix: string) =>
      serveFiles({ folder, prefix, headers: assetHeaders, caching: () => briefly })
    routes.get('/embed.js', serve(widgets, '/'))
    routes.get('/v1/embed.js', serve(widgets, '/v1/'))
    // Which release the channel is at, with its hashes.
    for (const release of releasesIn(widgets))
      routes.get('/v1/integrity.json', serve(join(widgets, release), '/v1/'))
    routes.get('/assets/*', serve(join(widgets, 'assets'), '/assets/'))
    routes.route('/', releaseRoutes({ built: widgets, kept: keptReleases, publicUrl }))
  }
  const caching = (name: string) => (/^assets\//.test(name) ? forever : 'no-cache')
  if (widgets) {
    const desk = serveFiles({
      folder: join(widgets, 'desk'),
      prefix: '/desk/',
      headers: deskHeaders,
      caching,
      // Its router knows the pages; of a script that is gone it cannot make one.
      isPage: (name) => !/^assets\//.test(name),
    })
    routes.get('/desk', desk).get('/desk/*', desk)
  }
  if (widgets && demoSite) {
    routes.get('/configure', (c) => c.redirect(`/configure/${new URL(c.req.url).search}`))
    routes.get(
      '/configure/*',
      serveFiles({
        folder: join(widgets, 'configure'),
        prefix: '/configure/',
        headers: framingHeaders,
        caching,
      }),
    )
  }
  if (demoSite) {
    // What lies there are its sources.
    routes.get('/demo/configure/*', (c) => c.redirect('/configure/'))
    routes.get('/', (c) => c.redirect('/demo/'))
    routes.get(
      '/demo/*',
      serveFiles({ folder: demoSite, prefix: '/demo/', headers: pageHeaders, caching: () => 'no-cache' }),
    )
  }
  return routes
}
