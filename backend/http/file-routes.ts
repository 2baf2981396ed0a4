import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { serveFiles } from './files.ts'
import { assetHeaders, framingHeaders, pageHeaders } from './headers.ts'
import type { Env } from './router.ts'

interface Parts {
  readonly widgets: string | undefined
  readonly demoSite: string | undefined
}

const briefly = 'public, max-age=300, stale-while-revalidate=86400'
const forever = 'public, max-age=31536000, immutable'

/** The script tag, what it loads, and the demo towns. */
export function fileRoutes({ widgets, demoSite }: Parts): Hono<Env> {
  const routes = new Hono<Env>()
  if (widgets) {
    const channel = (prefix: string) =>
      serveFiles({ folder: widgets, prefix, headers: assetHeaders, caching: () => briefly })
    routes.get('/embed.js', channel('/'))
    routes.get('/v1/embed.js', channel('/v1/'))
    routes.get(
      '/assets/*',
      serveFiles({
        folder: join(widgets, 'assets'),
        prefix: '/assets/',
        headers: assetHeaders,
        caching: () => briefly,
      }),
    )
    for (const release of releasesIn(widgets))
      routes.get(
        `/${release}/*`,
        serveFiles({
          folder: join(widgets, release),
          prefix: `/${release}/`,
          headers: assetHeaders,
          caching: () => forever,
        }),
      )
  }
  if (widgets && demoSite) {
    const caching = (name: string) => (/^assets\//.test(name) ? forever : 'no-cache')
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

const releasesIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(name)) : []
