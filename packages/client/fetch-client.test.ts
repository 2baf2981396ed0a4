import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { postEndedSearch } from './ended-search.ts'
import type { ClientOptions } from './index.ts'
import {
  ApiError,
  createClient,
  isAbort,
  NetworkError,
  OfflineError,
  staleSince,
  TimeoutError,
} from './index.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0)) await clean()
})

const json = (response: ServerResponse, body: unknown, status = 200, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}
const page = (...items: unknown[]) => ({ items, next: null })

/** A real server that answers as told, and a client that asks it. `clock.now` moves time for the client alone. */
async function talk(answer: Answer, options: Partial<ClientOptions> = {}) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url!)
    answer(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const close = () =>
    new Promise<void>((closed) => {
      server.closeAllConnections()
      server.close(() => closed())
    })
  cleanups.push(close)
  const { port } = server.address() as AddressInfo
  const clock = { now: Date.parse('2026-11-23T10:00:00Z') }
  const client = createClient({
    base: `http://127.0.0.1:${port}/api/v1/`,
    now: () => clock.now,
    isOnline: () => true,
    ...options,
  })
  return { client, asked, clock, close }
}

describe('addresses', () => {
  test('every question goes to its own address', async () => {
    const { client, asked } = await talk((_, response) => json(response, page()))
    await client.areas({ q: 'Alt Zachun', limit: 5 })
    await client.area('130765659001')
    await client.areaAt(53.5, 11.2)
    await client.services({ q: 'hund', lifeSituation: 'tiere', lang: 'en' })
    await client.suggest({ q: 'perso' })
    await client.service('99001001000000', { area: '13076' })
    await client.deadlines('s1', { from: '2026-11-25', area: '13' })
    await client.lifeSituations()
    await client.keywords({ letter: 'Ä' })
    await client.responsibility({ service: 's1', postcode: '19230' })
    await client.unit('u:1/2')
    await client.unitServices('u1')
    await client.sources()
    expect(asked.map((url) => url.replace('/api/v1/', ''))).toEqual([
      'areas?q=Alt+Zachun&limit=5',
      'areas/130765659001',
      'areas?lat=53.5&lon=11.2',
      'services?q=hund&lifeSituation=tiere&lang=en',
      'services/suggest?q=perso',
      'services/99001001000000?area=13076',
      'services/s1/deadlines?from=2026-11-25&area=13',
      'life-situations',
      'keywords?letter=%C3%84',
      'responsibilities?service=s1&postcode=19230',
      'units/u%3A1%2F2',
      'units/u1/services',
      'sources',
    ])
  })

  test('what is not set is not sent', async () => {
    const { client, asked } = await talk((_, response) => json(response, page()))
    await client.services({ q: '', area: undefined, letter: 'A' })
    expect(asked).toEqual(['/api/v1/services?letter=A'])
  })

  test('a position outside every boundary has no area', async () => {
    const { client } = await talk((_, response) => json(response, page()))
    expect(await client.areaAt(0, 0)).toBeUndefined()
  })
})

describe('memory', () => {
  test('the same question within a minute is not asked twice', async () => {
    const { client, asked, clock } = await talk((_, response) => json(response, page()))
    await client.areas({ q: 'wismar' })
    clock.now += 59_000
    await client.areas({ q: 'wismar' })
    expect(asked).toHaveLength(1)
    clock.now += 2_000
    await client.areas({ q: 'wismar' })
    expect(asked).toHaveLength(2)
  })

  test('the oldest answer makes room', async () => {
    const { client, asked } = await talk((_, response) => json(response, page()), { maxEntries: 2 })
    for (const q of ['a', 'b', 'c', 'b', 'a']) await client.areas({ q })
    expect(asked.map((url) => url.slice(-1))).toEqual(['a', 'b', 'c', 'a'])
  })

  test('a refusal is not remembered', async () => {
    const { client, asked } = await talk((_, response) => json(response, {}, 404))
    await expect(client.unit('x')).rejects.toThrow(ApiError)
    await expect(client.unit('x')).rejects.toThrow(ApiError)
    expect(asked).toHaveLength(2)
  })
})

describe('two at once', () => {
  test('share one request', async () => {
    const { client, asked } = await talk((_, response) => json(response, page('x')))
    const [first, second] = await Promise.all([client.areas({ q: 'a' }), client.areas({ q: 'a' })])
    expect(asked).toHaveLength(1)
    expect(first).toEqual(second)
  })

  test('one may leave without taking the other along', async () => {
    const waiting: ServerResponse[] = []
    const { client } = await talk((_, response) => void waiting.push(response))
    const leaving = new AbortController()
    const left = client.areas({ q: 'a', signal: leaving.signal }).catch((error: unknown) => error)
    const stayed = client.areas({ q: 'a' })
    await expect.poll(() => waiting.length).toBe(1)
    leaving.abort()
    json(waiting[0]!, page('x'))
    expect(isAbort(await left)).toBe(true)
    expect(await stayed).toEqual(page('x'))
  })

  test('when all have left, the request is stopped and the next one asks anew', async () => {
    let stopped = 0
    const { client, asked } = await talk((request, response) => {
      response.on('close', () => stopped++)
      if (asked.length > 1) json(response, page('new'))
      request.resume()
    })
    const leaving = new AbortController()
    const left = client.areas({ q: 'a', signal: leaving.signal }).catch((error: unknown) => error)
    await expect.poll(() => asked.length).toBe(1)
    leaving.abort()
    expect(isAbort(await left)).toBe(true)
    await expect.poll(() => stopped).toBe(1)
    expect(await client.areas({ q: 'a' })).toEqual(page('new'))
  })

  test('who has already left does not ask at all', async () => {
    const { client, asked } = await talk((_, response) => json(response, page()))
    await expect(client.areas({ q: 'a', signal: AbortSignal.abort() })).rejects.toSatisfy(isAbort)
    expect(asked).toEqual([])
  })
})

describe('failures', () => {
  const failure = (promise: Promise<unknown>) => promise.catch((error: unknown) => error)

  test('a problem keeps its code, its parts and the time to wait', async () => {
    const problem = {
      type: '/problems/invalid-query',
      code: 'invalid-query',
      status: 400,
      title: 'no',
      requestId: 'r1',
      errors: [{ pointer: '/q', detail: 'too long' }],
    }
    const { client } = await talk((_, response) => json(response, problem, 400, { 'retry-after': '7' }))
    expect(await failure(client.areas({ q: 'x' }))).toMatchObject({
      name: 'ApiError',
      code: 'invalid-query',
      status: 400,
      retryAfter: 7,
      requestId: 'r1',
      errors: [{ pointer: '/q', detail: 'too long' }],
    })
  })

  test('a refusal without a document still is an ApiError', async () => {
    const { client } = await talk((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'))
    expect(await failure(client.sources())).toMatchObject({
      name: 'ApiError',
      status: 502,
      retryAfter: undefined,
    })
  })

  test('nobody there is a NetworkError', async () => {
    const { client, close } = await talk(() => undefined)
    await close()
    const error = await failure(client.sources())
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).not.toBeInstanceOf(OfflineError)
  })

  test('nobody there while the device is not connected is an OfflineError', async () => {
    const { client, close } = await talk(() => undefined, { isOnline: () => false })
    await close()
    expect(await failure(client.sources())).toBeInstanceOf(OfflineError)
  })

  test('half an answer is a NetworkError', async () => {
    const { client } = await talk((_, response) => {
      response.writeHead(200, { 'content-length': 100 })
      response.write('{"items":', () => response.destroy())
    })
    expect(await failure(client.sources())).toBeInstanceOf(NetworkError)
  })

  test('an answer that does not come in time is a TimeoutError', async () => {
    const { client } = await talk(() => undefined, { timeout: 30 })
    expect(await failure(client.sources())).toBeInstanceOf(TimeoutError)
  })

  test('a question that is given up is an abort, not a failure', async () => {
    const { client } = await talk(() => undefined)
    const leaving = new AbortController()
    const asked = failure(client.sources({ signal: leaving.signal }))
    leaving.abort()
    expect(isAbort(await asked)).toBe(true)
  })
})

describe('what is still known', () => {
  test('is given again with its time when nobody answers', async () => {
    const { client, clock, close } = await talk((_, response) => json(response, page('x')))
    const fresh = await client.areas({ q: 'a' })
    const asked = clock.now
    await close()
    clock.now += 3_600_000
    const stale = await client.areas({ q: 'a' })
    expect(stale).toEqual(fresh)
    expect(staleSince(stale)?.getTime()).toBe(asked)
    expect(staleSince(fresh)).toBeUndefined()
  })

  test('is given again when the server is broken', async () => {
    let status = 200
    const { client, clock } = await talk((_, response) => json(response, page('x'), status))
    await client.areas({ q: 'a' })
    status = 503
    clock.now += 3_600_000
    expect(staleSince(await client.areas({ q: 'a' }))).toBeDefined()
  })

  test('does not hide a refusal', async () => {
    let status = 200
    const { client, clock } = await talk((_, response) => json(response, page('x'), status))
    await client.unit('u')
    status = 404
    clock.now += 3_600_000
    await expect(client.unit('u')).rejects.toThrow(ApiError)
  })
})

describe('how a search ended', () => {
  test('is told as text without asking for leave, and without anything that names the reader', async () => {
    const received: [string | undefined, string | undefined, string | undefined, string][] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    const { client } = await talk((request, response) => {
      let body = ''
      request.setEncoding('utf8').on('data', (text: string) => (body += text))
      request.on('end', () => {
        const { 'content-type': type, cookie } = request.headers
        received.push([`${request.method} ${request.url}`, type, cookie, body])
        response.writeHead(204).end()
        resolve()
      })
    })
    postEndedSearch(client.base!, { outcome: 'none', q: 'Hundemarke' })
    await promise
    const body = '{"outcome":"none","q":"Hundemarke"}'
    expect(received).toEqual([['POST /api/v1/searches', 'text/plain;charset=UTF-8', undefined, body]])
  })

  test('is told no more to a server that takes nothing from this website', async () => {
    const { client, asked } = await talk((request, response) =>
      json(response, page(), request.method === 'POST' ? 403 : 200),
    )
    const tell = () => postEndedSearch(client.base!, { outcome: 'none', q: 'Hundemarke' })
    tell()
    await expect.poll(() => asked).toHaveLength(1)
    await client.sources()
    tell()
    await client.areas({ q: 'a' })
    expect(asked.map((url) => url.slice('/api/v1/'.length))).toEqual(['searches', 'sources', 'areas?q=a'])
  })

  test('fails for nobody where it is lost', async () => {
    const { client, close } = await talk((_, response) => json(response, page()))
    await close()
    expect(() => postEndedSearch(client.base!, { outcome: 'none', q: 'Hundemarke' })).not.toThrow()
  })
})
