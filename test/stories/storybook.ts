import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, extname, join, normalize } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.cache/storybook')
const require = createRequire(import.meta.url)

/** One line of Storybook's index. */
export interface Story {
  readonly id: string
  readonly type: 'story' | 'docs'
  readonly title: string
  readonly name: string
  readonly tags: readonly string[]
}

/** All stories of the Storybook that was built last. */
export function stories(): readonly Story[] {
  const index = join(folder, 'index.json')
  if (!existsSync(index))
    throw new Error('Storybook is not built: run `npm test -- storybook`, which builds and looks at it.')
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as { entries: Record<string, Story> }
  return Object.values(entries).filter(({ type, tags }) => type === 'story' && tags.includes('test'))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Latin, Cyrillic and Arabic letters that look alike on every machine (Noto Sans, OFL); the page of a story is given them. */
const fontFolders: Readonly<Record<string, string>> = {
  'noto-sans': dirname(require.resolve('@fontsource-variable/noto-sans/package.json')),
  'noto-sans-arabic': dirname(require.resolve('@fontsource-variable/noto-sans-arabic/package.json')),
}
const fontStyles = () =>
  [
    ...Object.entries(fontFolders).map(([name, folder]) =>
      readFileSync(join(folder, 'wght.css'), 'utf8').replaceAll('./files/', `/fonts/${name}/`),
    ),
    "body { font-family: 'Noto Sans Variable', 'Noto Sans Arabic Variable', sans-serif !important }",
  ].join('\n')

function read(path: string): string | Buffer | undefined {
  if (path === '/fonts.css') return fontStyles()
  const [, name, font] = /^\/fonts\/([\w-]+)\/([\w.-]+)$/.exec(path) ?? []
  const fonts = fontFolders[name ?? '']
  const file = fonts ? join(fonts, 'files', font!) : join(folder, normalize(path))
  if (!existsSync(file)) return undefined
  const content = readFileSync(file)
  if (path !== '/iframe.html') return content
  return content.toString().replace('</head>', '<link rel="stylesheet" href="/fonts.css" /></head>')
}

/** Serves it; a story stands alone at `/iframe.html?id=…`. */
export async function openStorybook(): Promise<{ readonly origin: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost')
    const content = read(decodeURIComponent(pathname))
    if (content === undefined) return void response.writeHead(404).end()
    response
      .writeHead(200, {
        'content-type': types[extname(pathname)] ?? 'application/octet-stream',
        // Read and compiled once for all stories.
        'cache-control': 'max-age=3600',
      })
      .end(content)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
