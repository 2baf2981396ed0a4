import { read as readFile } from 'node:fs'
import { promisify } from 'node:util'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { XzufiQuery } from '@amtsweg/contract'
import { apiHeaders } from '../http/headers.ts'
import { isLong } from '../http/long-answer.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { createXzufiCopies, type XzufiCopy, type XzufiCopyParts } from './xzufi-copies.ts'

const xzufiRoute = createRoute({
  method: 'get',
  path: '/xzufi',
  summary:
    'The whole catalogue as one message of XZuFi, for other products and for nodes that subscribe to it',
  request: { query: XzufiQuery },
  responses: responses(
    z.string(),
    'Everything there is; with the ETag of the last answer, nothing as long as it is the same',
    ['invalid-query', 'unavailable'],
    'application/xml',
  ),
})

/** What writes the file, and where. */
export type XzufiPlace = Pick<XzufiCopyParts, 'write' | 'folder'>

/** Readers of one process at once, who may be slow. */
const most = 20
/** Milliseconds a reader may take. */
const longest = 30 * 60_000
/** Milliseconds a reader waits for a file that has to be made first; whoever comes later finds it. */
const patience = 50_000
const pieceSize = 64 * 1024
const read = promisify(readFile)

/** Our catalogue as others fetch it who know no feed of ours. */
export function xzufiRoutes(parts: XzufiCopyParts) {
  const copyOf = createXzufiCopies(parts)
  let readers = 0
  return createRouter().openapi(xzufiRoute, async (c) => {
    const { version } = c.req.valid('query')
    if (readers >= most) throw busy('5')
    readers += 1
    let isLent = false
    isLong(c)
    try {
      const copy = await inTime(copyOf(version))
      const headers = headersOf(copy, c.get('requestId'), version)
      const status = isKnown(c, copy) ? 304 : 200
      if (status === 304 || c.req.method === 'HEAD') {
        copy.release()
        return c.body(null, status, headers) as never
      }
      isLent = true
      const end = () => {
        copy.release()
        readers -= 1
      }
      return c.body(streamOf(copy, end), 200, headers) as never
    } finally {
      if (!isLent) readers -= 1
    }
  })
}

const busy = (seconds: string) => new ProblemError('unavailable', { headers: { 'retry-after': seconds } })

async function inTime(copy: Promise<XzufiCopy>): Promise<XzufiCopy> {
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      isLate = true
      reject(busy('30'))
    }, patience)
  })
  copy.then(({ release }) => isLate && release()).catch(() => {})
  return Promise.race([copy, late]).finally(() => clearTimeout(timer))
}

const headersOf = ({ bytes, tag, madeAt }: XzufiCopy, requestId: string, version: string) => ({
  ...apiHeaders,
  // Whoever asks wants what is there now; a proxy may keep it and ask whether it still is.
  'cache-control': 'public, no-cache, no-transform',
  'content-type': 'application/xml; charset=utf-8',
  'content-disposition': `attachment; filename="xzufi-${version}.xml"`,
  'content-length': String(bytes),
  etag: `"${tag}"`,
  'last-modified': madeAt.toUTCString(),
  'x-request-id': requestId,
})

/** Whether the reader has it (RFC 9110, 13.2.2): the validator counts, the time only where there is none. */
function isKnown(c: Context, { tag, madeAt }: XzufiCopy): boolean {
  const tags = c.req.header('if-none-match')
  if (tags !== undefined) return tags.trim() === '*' || tags.slice(0, 2_000).includes(`"${tag}"`)
  const since = Date.parse(c.req.header('if-modified-since') ?? '')
  return since >= Math.floor(madeAt.getTime() / 1_000) * 1_000
}

/** A file piece by piece, as fast as it is read; `end` is called once, however it ends. */
function streamOf({ file, bytes }: XzufiCopy, end: () => void): ReadableStream<Uint8Array> {
  let position = 0
  let over = false
  let timer: NodeJS.Timeout | undefined
  const close = () => {
    if (over) return
    over = true
    clearTimeout(timer)
    end()
  }
  return new ReadableStream(
    {
      start(controller) {
        timer = setTimeout(() => {
          controller.error(new Error('The reader took too long'))
          close()
        }, longest)
        timer.unref()
      },
      async pull(controller) {
        const piece = await read(file, Buffer.alloc(pieceSize), 0, pieceSize, position)
        if (over) return
        position += piece.bytesRead
        if (piece.bytesRead > 0) controller.enqueue(piece.buffer.subarray(0, piece.bytesRead))
        if (piece.bytesRead > 0 && position < bytes) return
        controller.close()
        close()
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  )
}
