import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Release } from '@amtsweg/embed/release.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { fileRoutes } from './file-routes.ts'
import { onError } from './problem.ts'
import { publicUrlOf } from './public-url.ts'
import { createRouter } from './router.ts'

const hashOf = (code: string) => `sha384-${createHash('sha384').update(code).digest('base64')}`

/** A release with two files, as the build would write it. */
function write(folder: string, release: string, core = `core of ${release}`): void {
  const files = { 'embed.js': `script of ${release}`, 'assets/core.js': core }
  mkdirSync(join(folder, release, 'assets'), { recursive: true })
  for (const [file, code] of Object.entries(files)) writeFileSync(join(folder, release, file), code)
  const listed = Object.entries(files).map(([file, code]) => {
    return [file, { bytes: code.length, gzip: code.length, integrity: hashOf(code) }]
  })
  const list: Release = { release, content: '', widgets: {}, files: Object.fromEntries(listed) }
  writeFileSync(join(folder, release, 'integrity.json'), JSON.stringify(list))
}

let built: string
let kept: string
beforeEach(() => {
  built = temporaryFolder()
  kept = temporaryFolder()
  write(built, '1.1.0')
  writeFileSync(join(built, 'embed.js'), 'script of 1.1.0')
  write(kept, '1.0.0')
})

function openFiles(publicUrl?: string) {
  const app = createRouter()
  app.use((c, next) => {
    c.set('requestId', 'the-request')
    return next()
  })
  const parts = { widgets: built, keptReleases: kept, publicUrl: publicUrlOf(publicUrl), demoSite: undefined }
  app.route('/', fileRoutes(parts))
  app.onError(onError(() => {}))
  return app
}

const ask = (path: string, headers: Record<string, string> = {}, publicUrl?: string) =>
  openFiles(publicUrl).request(path, { headers })

describe('the files of a release', () => {
  test.each(['1.1.0', '1.0.0'])('never change: %s', async (release) => {
    for (const file of ['embed.js', 'assets/core.js', 'integrity.json']) {
      const answer = await ask(`/${release}/${file}`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }
    expect(await (await ask(`/${release}/assets/core.js`)).text()).toBe(`core of ${release}`)
  })

  test('are found as soon as a newer server beside this one has kept them', async () => {
    const app = openFiles()
    expect((await app.request('/1.2.0/embed.js')).status).toBe(404)
    write(kept, '1.2.0')
    expect((await app.request('/1.2.0/embed.js')).status).toBe(200)
  })

  test.each([
    ['a release that is gone', '/0.9.0/embed.js'],
    ['the import map of one that is gone', '/0.9.0/import-map.json'],
    ['a build that never was', '/1.1.0-b0123456789/assets/core.js'],
  ])('%s is a problem with a name', async (_, path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ type: '/problems/release-not-kept' })
  })

  test.each([
    '/1.1.0/nothing.js',
    '/1.1.0/../embed.js/x',
    '/1.1.0/%2e%2e/secret.txt',
    '/..%2f/embed.js',
    '/1.1.0/',
  ])('nothing else is read from the disk: %s', async (path) => {
    writeFileSync(join(built, 'secret.txt'), 'secret')
    expect((await ask(path)).status).toBe(404)
  })

  test('are not given out when one of them is not what it was', async () => {
    writeFileSync(join(kept, '1.0.0', 'assets', 'core.js'), 'core of somebody else')
    expect((await ask('/1.0.0/embed.js')).status).toBe(404)
  })
})

test.each(['evil.html', 'assets/evil.js', '__proto__'])(
  'what nobody has listed is not part of a release: %s',
  async (file) => {
    writeFileSync(join(kept, '1.0.0', file), '<script>evil()</script>')
    expect((await ask(`/1.0.0/${file}`)).status).toBe(404)
  },
)

describe('the files of a release that is broken', () => {
  test.each(['', '{"release": "1.0', 'null', '[]', '{"release":"1.0.0","files":{"..":{"integrity":"x"}}}'])(
    'are not kept, and that is all: %j',
    async (text) => {
      writeFileSync(join(kept, '1.0.0', 'integrity.json'), text)
      expect((await ask('/1.0.0/embed.js')).status).toBe(404)
      expect((await ask('/1.0.0/import-map.json')).status).toBe(404)
    },
  )
})

describe('the channel', () => {
  test.each(['/embed.js', '/v1/embed.js', '/v1/integrity.json'])(
    '%s may be kept for minutes and asked after',
    async (path) => {
      const answer = await ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=300/)
      const tag = answer.headers.get('etag')!
      expect((await ask(path, { 'if-none-match': tag })).status).toBe(304)
    },
  )

  test('tells which release it is at', async () => {
    expect(await (await ask('/v1/integrity.json')).json()).toMatchObject({ release: '1.1.0' })
  })
})

test('the import map names every file at the public address', async () => {
  const answer = await ask('/1.0.0/import-map.json', {}, 'https://dienste.example')
  expect(await answer.json()).toEqual({
    integrity: {
      'https://dienste.example/1.0.0/embed.js': hashOf('script of 1.0.0'),
      'https://dienste.example/1.0.0/assets/core.js': hashOf('core of 1.0.0'),
    },
  })
  expect((await ask('/1.0.0/import-map.json')).headers.get('cache-control')).toMatch(/^private/)
})
