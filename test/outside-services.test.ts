import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '@amtsweg/backend/database/testing.ts'
import { createApp } from '@amtsweg/backend/http/app.ts'
import { createGuardedClient } from '@amtsweg/backend/integration/guarded-client.ts'
import { outsideCaps, outsideVisitor } from '@amtsweg/backend/integration/outside-visitor.ts'
import { readOutsideServices } from '@amtsweg/backend/outside-settings.ts'

const asked: string[] = []
const foreign = createServer((request, response) => {
  asked.push(request.url ?? '')
  const { pathname } = new URL(request.url ?? '/', 'http://x')
  if (pathname === '/elsewhere') return response.writeHead(302, { location: 'https://evil.example/?a' }).end()
  if (pathname === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>')
  if (pathname === '/large')
    return response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(5 * 1024 * 1024))
  return response.writeHead(200, { 'content-type': 'image/png' }).end('picture')
})
const folder = mkdtempSync(join(tmpdir(), 'amtsweg-outside-'))
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve))
  const { port } = foreign.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  writeFileSync(join(folder, 'key'), 'geheim\n')
  const wms = (path: string, url = origin) => ({
    ...{ title: 'Karte', kind: 'wms', url: `${url}${path}`, attribution: '© Musterstadt' },
    key: { parameter: 'key', file: 'key' },
  })
  const file = join(folder, 'services.json')
  const services = {
    ...{ map: wms('/map'), elsewhere: wms('/elsewhere'), page: wms('/page'), large: wms('/large') },
    inside: wms('/map', 'http://127.0.0.1:9'),
  }
  writeFileSync(file, JSON.stringify(services))
  const allow = [`127.0.0.1:${port}`]
  const client = createGuardedClient({ userAgent: 'test', ownHosts: [], allow, caps: outsideCaps })
  app = createApp({
    database: await openTestDatabase(),
    outside: { services: readOutsideServices(file), ask: outsideVisitor(client) },
  })
})
afterAll(() => {
  foreign.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (id: string, query = 'request=GetMap') =>
  app.request(`/api/v1/outside-services/${id}/answer?${query}`)

test('a named service is asked once with its key, which no reader sees', async () => {
  const first = await ask('map')
  expect([first.status, first.headers.get('content-type'), await first.text()]).toEqual([
    200,
    'image/png',
    'picture',
  ])
  expect((await ask('map')).status).toBe(200)
  expect(asked.filter((url) => url.startsWith('/map'))).toEqual(['/map?request=GetMap&key=geheim'])
  const list = await (await app.request('/api/v1/outside-services')).text()
  expect(list).toContain('© Musterstadt')
  expect(list).not.toMatch(/geheim|127\.0\.0\.1/)
})

test.each(['elsewhere', 'page', 'large', 'inside'])('what must not be passed on is not: %s', async (id) => {
  const answer = await ask(id)
  expect(answer.status).toBe(502)
  expect(await answer.text()).not.toMatch(/geheim|127\.0\.0\.1|evil/)
})

test('nothing else is asked', async () => {
  expect((await ask('nowhere')).status).toBe(404)
  expect((await ask('map', 'request=GetMap&sld=http://x')).status).toBe(400)
})

test('a file that is wrong is refused at the start, with the place', () => {
  const path = join(folder, 'wrong.json')
  writeFileSync(path, '{"map":{"title":"A","kind":"wfs"}}')
  expect(() => readOutsideServices(path)).toThrow('map.kind')
  expect(() => readOutsideServices(join(folder, 'none.json'))).toThrow('cannot be read')
})
