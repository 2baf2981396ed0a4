import { join } from 'node:path'
import { type Handler, Hono } from 'hono'
import { importMap, type Release } from '@amtsweg/embed/release.ts'
import { releasesIn } from '../operation/keep-release.ts'
import { wholeRelease } from '../operation/whole-release.ts'
import { serveFiles } from './files.ts'
import { assetHeaders } from './headers.ts'
import { ProblemError } from './problem.ts'
import type { FindPublicUrl } from './public-url.ts'
import type { Env } from './router.ts'

export interface ReleaseParts {
  /** Folder of what was built. */
  readonly built: string
  /** Folder of what was built before; left out, there is nothing else. */
  readonly kept?: string | undefined
  readonly publicUrl: FindPublicUrl
}

const forever = 'public, max-age=31536000, immutable'
/** Of older releases, so many are held in memory. */
const held = 20

/** A release whose files are those that it was made of; a page that runs another one's would never know. */
interface Served {
  readonly release: Release
  readonly serve: Handler<Env>
}

/** `/<release>/…`: files that never change, for as long as the release is kept, and the import map that checks them. */
export function releaseRoutes({ built, kept, publicUrl }: ReleaseParts): Hono<Env> {
  const current = new Map(releasesIn(built).map((name) => [name, read(built, name)!]))
  const older = new Map<string, Served>()

  /** Looked for at each request for one we do not have: a newer server beside this one may have kept it since. */
  function find(name: string): Served {
    const known = current.get(name) ?? older.get(name) ?? (kept ? read(kept, name) : undefined)
    if (!known) throw new ProblemError('release-not-kept')
    if (!current.has(name)) {
      older.delete(name)
      older.set(name, known)
      for (const oldest of [...older.keys()].slice(0, -held)) older.delete(oldest)
    }
    return known
  }

  const routes = new Hono<Env>()
  const name = ':release{[0-9]+[.][0-9]+[.][0-9]+(?:-[0-9A-Za-z.-]+)?}'
  routes.get(`/${name}/import-map.json`, (c) => {
    const { origin, caching } = publicUrl(c)
    const { release } = find(c.req.param('release'))
    return c.body(JSON.stringify(importMap(origin, release)), 200, {
      ...assetHeaders,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': caching,
    })
  })
  routes.get(`/${name}/*`, (c, next) => {
    const { release, serve } = find(c.req.param('release'))
    const file = c.req.path.slice(release.release.length + 2)
    // Whoever puts another file into the folder does not put it under an address that is kept for a year.
    if (file !== 'integrity.json' && !Object.hasOwn(release.files, file)) throw new ProblemError('not-found')
    return serve(c, next)
  })
  return routes
}

/** Undefined where it is not there, or not what it was. */
function read(folder: string, name: string): Served | undefined {
  const path = join(folder, name)
  const release = wholeRelease(path)
  if (!release) return undefined
  const serve = serveFiles({
    folder: path,
    prefix: `/${name}/`,
    headers: assetHeaders,
    caching: () => forever,
  })
  return { release, serve }
}
