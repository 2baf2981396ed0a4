import { hash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import type { Db } from '../database/database.ts'
import { type WriteFormat, writeFormats } from '../geofiles/index.ts'
import { apiHeaders } from '../http/headers.ts'
import { isLong } from '../http/long-answer.ts'
import { ProblemError } from '../http/problem.ts'
import type { Env } from '../http/router.ts'
import { type askedRoutes, mayAsk } from './asked-routes.ts'
import { type Collection, sourceNote } from './collection.ts'
import { createDownloadCopies } from './download-copies.ts'
import { writeDownload } from './download-file.ts'

interface Parts extends Pick<ReturnType<typeof askedRoutes>, 'asked' | 'cachingOf'> {
  readonly db: Db
}

/** Readers of one process at once, who may be slow. */
const mostReaders = 20

/** Names what is in a file: the version, and what is said of it there. */
function tagOf(collection: Collection): string {
  const { id, title, version, publishedAt } = collection
  const said = JSON.stringify([id, version.id, publishedAt, title, sourceNote(collection)])
  return hash('sha256', said, 'base64url').slice(0, 20)
}

/** Whole collections as files for other programs. */
export function addDownloadRoutes(router: Hono<Env>, { db, asked, cachingOf }: Parts): void {
  const copyOf = createDownloadCopies()
  let readers = 0

  router.get('/collections/:collectionId/download/:format', async (c) => {
    mayAsk(c)
    const collection = await asked(c)
    const format = c.req.param('format') as WriteFormat
    if (!Object.hasOwn(writeFormats, format)) throw new ProblemError('not-found')
    const { type, ending } = writeFormats[format]
    const headers = {
      ...apiHeaders,
      'content-type': type,
      'content-disposition': `attachment; filename="${collection.id}${ending}"`,
      'cache-control': cachingOf(c, collection),
      etag: `"${tagOf(collection)}-${format}"`,
      'x-request-id': c.get('requestId'),
    }
    if (c.req.header('if-none-match')?.includes(headers.etag)) return c.body(null, 304, headers)
    if (readers >= mostReaders) throw new ProblemError('unavailable', { headers: { 'retry-after': '5' } })
    readers += 1
    isLong(c)
    try {
      const copy = await copyOf(headers.etag, (place) => writeDownload(db, collection, format, place))
      const sized = { ...headers, 'content-length': String(copy.bytes) }
      if (c.req.method === 'HEAD') {
        copy.close()
        readers -= 1
        return c.body(null, 200, sized)
      }
      const stream = copy.stream()
      stream.once('close', () => (readers -= 1))
      return c.body(Readable.toWeb(stream) as ReadableStream, 200, sized)
    } catch (error) {
      readers -= 1
      throw error
    }
  })
}
