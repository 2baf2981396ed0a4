import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Handler } from 'hono'
import { createAnswer, isCurrent, represent } from './answer.ts'
import { sentHeaders } from './answers.ts'
import { ProblemError } from './problem.ts'
import type { Env } from './router.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

interface Options {
  /** Folder whose files are served; read once, so that no address can reach outside it. */
  readonly folder: string
  /** What the address begins with, "/assets/". */
  readonly prefix: string
  readonly headers: Readonly<Record<string, string>>
  readonly caching: (path: string) => string
  /** Addresses without a file that get index.html all the same, since the page itself knows what stands there. */
  readonly isPage?: (name: string) => boolean
}

/** Serves the files of a folder from memory; an address that ends in "/" means its index.html. */
export function serveFiles({
  folder,
  prefix,
  headers,
  caching,
  isPage = () => false,
}: Options): Handler<Env> {
  const files = new Map(
    listFiles(folder).map((path) => {
      const name = relative(folder, path).split(sep).join('/')
      return [name, readAnswer(path, name)] as const
    }),
  )
  function readAnswer(path: string, name: string) {
    const bytes = readFileSync(path)
    const type = types[extname(name)] ?? 'application/octet-stream'
    const answer = createAnswer('', {
      ...headers,
      'content-type': type,
      'cache-control': caching(name),
      vary: 'Accept-Encoding',
    })
    return { ...answer, body: bytes, tag: hash('sha1', bytes, 'base64url').slice(0, 20), sent: 1 }
  }
  return (c) => {
    const wanted = decode(c.req.path).slice(prefix.length)
    const named = files.get(wanted === '' || wanted.endsWith('/') ? `${wanted}index.html` : wanted)
    const answer = named ?? (isPage(wanted) ? files.get('index.html') : undefined)
    if (!answer) throw new ProblemError('not-found')
    const id = c.get('requestId')
    if (isCurrent(answer, c.req.header('if-none-match')))
      return c.body(null, 304, sentHeaders(answer, `"${answer.tag}"`, 'identity', id))
    const isText = /text|json|svg/.test(answer.headers['content-type'] ?? '')
    const { body, encoding, etag } = represent(answer, isText ? c.req.header('accept-encoding') : undefined)
    return c.body(body as never, 200, sentHeaders(answer, etag, encoding, id))
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    throw new ProblemError('not-found')
  }
}

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in types)
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules') && !path.endsWith('package.json'))
}
