import { once } from 'node:events'
import { Agent, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Hono } from 'hono'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Problem, problems } from '@amtsweg/contract'
import { createClientKeys, createGate, createRates } from '../traffic/index.ts'
import { createAnswer } from './answer.ts'
import { answerKey, createAnswerCache } from './answer-cache.ts'
import { blockList } from './client-network.ts'
import { createDoor, type Limits } from './door.ts'
import { isLong } from './long-answer.ts'
import type { Env } from './router.ts'
import { createServer } from './server.ts'

interface Options {
  readonly most?: number
  readonly backlog?: number
  readonly isLate?: boolean
  readonly limits?: Limits
}

/** A real server with one slow address, "/slow", whose answers come when the test says so. */
async function setUp({ most = 1, backlog = 1, isLate = false, limits }: Options = {}) {
  const held: (() => void)[] = []
  let isOver = false
  const refused: string[] = []
  const app = new Hono<Env>()
    .get('/slow', async (c) => {
      if (!isOver) await new Promise<void>((resolve) => held.push(resolve))
      return c.text('slow')
    })
    .get('/events', (c) => {
      isLong(c)
      const end = new Promise<void>((resolve) => held.push(resolve))
      return c.body(new ReadableStream({ pull: (controller) => end.then(() => controller.close()) }))
    })
    .all('*', async (c) => c.text(await c.req.text().then(() => 'ok')))
  const cache = createAnswerCache({ dataVersion: () => '1' })
  cache.set(answerKey('/api/v1/known', undefined, undefined), createAnswer('known', {}), '1')
  const reading = createGate({ most, backlog })
  const door = createDoor({
    reading,
    sending: createGate({ most, backlog }),
    editing: createGate({ most, backlog }),
    isLate: () => isLate,
    limits,
    random: () => 0.5,
    onRefused: (reason) => void refused.push(reason),
  })
  const server = createServer(app, cache, { door, always: { 'x-always': 'yes' } })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const agent = new Agent({ maxSockets: 100 })
  const asked: Promise<unknown>[] = []
  const ask: ReturnType<typeof asker> = (...request) => {
    const answer = asker(server, agent)(...request)
    asked.push(answer)
    return answer
  }
  onTestFinished(async () => {
    isOver = true
    held.forEach((end) => end())
    await Promise.all(asked)
    agent.destroy()
    server.close()
  })
  const answerAll = async (count: number) => {
    while (held.length < count) await new Promise((resolve) => setImmediate(resolve))
    held.splice(0).forEach((end) => end())
  }
  /** Bytes as they are, by a connection of its own, and the first line of what comes back. */
  const send = (bytes: string) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    onTestFinished(() => void socket.destroy())
    socket.write(bytes)
    const answer = once(socket, 'data').then(([data]) => String(data).split('\r\n', 1)[0])
    return { answer, end: () => void socket.destroy() }
  }
  return { ask, answerAll, refused, held, reading, send }
}

const asker =
  (server: Server, agent: Agent) =>
  (
    path: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ) =>
    new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const sent = request({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (part: string) => (text += part))
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        )
      })
      sent.once('error', reject)
      sent.end(method === 'POST' ? '{}' : undefined)
    })

/** Fills the places and the queue, one after the other. */
async function crowd({ ask, reading }: Awaited<ReturnType<typeof setUp>>) {
  const first = ask('/slow')
  while (reading.running() === 0) await new Promise((resolve) => setImmediate(resolve))
  const second = ask('/slow')
  while (reading.waiting() === 0) await new Promise((resolve) => setImmediate(resolve))
  return { first, second, third: await ask('/x') }
}

describe('a server that has as much to do as it can', () => {
  test('refuses with a problem that says when to come again, and answers all whom it has let in', async () => {
    const server = await setUp()
    const { first, second, third } = await crowd(server)
    expect(third).toMatchObject({
      status: 503,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'cache-control': 'no-store',
        'retry-after': '3',
        'access-control-allow-origin': '*',
        'x-always': 'yes',
      },
    })
    const problem = JSON.parse(third.text) as Problem
    expect(problem).toMatchObject({ code: 'unavailable', status: 503, instance: '/x' })
    expect(problem.requestId).toBe(third.headers['x-request-id'])
    expect(new Set(server.refused)).toEqual(new Set(['full']))
    await server.answerAll(1)
    expect((await first).status).toBe(200)
    await server.answerAll(1)
    expect((await second).status).toBe(200)
    expect((await server.ask('/x')).status).toBe(200)
  })

  test('still says how it is, and still gives what it has finished before', async () => {
    const server = await setUp()
    await crowd(server)
    for (const path of ['/livez', '/readyz', '/startupz', '/readyz?x', '/metrics', '/api/v1/known'])
      expect((await server.ask(path)).status, path).toBe(200)
    expect((await server.ask('/livezz')).status).toBe(503)
  })

  test('keeps no place for a stream of events, which lasts for minutes', async () => {
    const { ask, answerAll, held, reading } = await setUp({ backlog: 3 })
    const streams = [ask('/events'), ask('/events'), ask('/events')]
    while (held.length < streams.length) await new Promise((resolve) => setImmediate(resolve))
    expect(reading.running()).toBe(0)
    expect((await ask('/x')).status).toBe(200)
    await answerAll(streams.length)
    expect((await Promise.all(streams)).map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('has places of their own for those who send something', async () => {
    const server = await setUp()
    await crowd(server)
    expect((await server.ask('/anything', { method: 'POST' })).status).toBe(200)
  })

  test('keeps places for editors, however many send something slowly that anybody may send', async () => {
    const server = await setUp()
    const slow = [0, 1, 2].map(() =>
      server.send('POST /anything HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{'),
    )
    await Promise.race(slow.map(({ answer }) => answer))
    expect((await server.ask('/anything', { method: 'POST' })).status).toBe(503)
    expect((await server.ask('/anything', { method: 'PUT' })).status).toBe(200)
    slow.forEach(({ end }) => end())
  })

  test('answers HEAD without a body', async () => {
    const server = await setUp()
    await crowd(server)
    expect(await server.ask('/x', { method: 'HEAD' })).toMatchObject({ status: 503, text: '' })
  })

  test('does not repeat what somebody searched for', async () => {
    const server = await setUp()
    await crowd(server)
    expect((await server.ask('/api/v1/services?q=Mustermann')).text).not.toContain('Mustermann')
  })
})

test('who takes more than five seconds to say what they want is sent away', async () => {
  const { send } = await setUp()
  expect(await send('GET / HTTP/1.1\r\nX-Slow: ').answer).toBe('HTTP/1.1 408 Request Timeout')
}, 15_000)

test('a computer that cannot keep up refuses everybody but those who ask how it is', async () => {
  const { ask, refused } = await setUp({ isLate: true, most: 10 })
  expect((await ask('/x')).status).toBe(503)
  expect(refused).toEqual(['late'])
  expect((await ask('/readyz')).status).toBe(200)
})

describe('a client that asks too often', () => {
  const policy = { name: 'search', quota: 2, window: 60 }
  const limits = (proxies?: readonly string[]): Limits => ({
    policies: new Map([['search', policy]]),
    rates: createRates({ policies: [policy], now: () => Date.parse('2026-11-25T10:00:15Z') }),
    keys: createClientKeys(Buffer.alloc(32)),
    proxies: proxies && blockList(proxies),
  })
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
  const search = '/api/v1/services'

  test('is told what is left, then that it is too much, and when there is more', async () => {
    const { ask, refused } = await setUp({ limits: limits() })
    const answers = []
    for (let index = 0; index < 3; index += 1)
      answers.push(await ask(`${search}?q=${index}`, from('203.0.113.7')))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers.map(({ headers }) => headers['ratelimit'])).toEqual([
      '"search";r=1;t=45',
      '"search";r=0;t=45',
      '"search";r=0;t=75',
    ])
    expect(answers.map(({ headers }) => headers['ratelimit-policy'])).toEqual(
      Array(3).fill('"search";q=2;w=60'),
    )
    expect(answers[2]!.headers['retry-after']).toBe('75')
    expect(JSON.parse(answers[2]!.text)).toMatchObject({
      code: 'too-many-requests',
      title: problems['too-many-requests'].title,
    })
    expect(refused).toEqual(['search'])
  })

  test('takes nothing from another, nor from itself where nothing is limited', async () => {
    const { ask } = await setUp({ limits: limits() })
    for (let index = 0; index < 3; index += 1) await ask(search, from('203.0.113.7'))
    expect((await ask(search, from('203.0.114.7'))).status).toBe(200)
    const unlimited = await ask('/api/v1/life-situations', from('203.0.113.7'))
    expect(unlimited.status).toBe(200)
    expect(unlimited.headers['ratelimit']).toBeUndefined()
  })

  test('gains nothing by inventing an address: only what our proxy adds counts', async () => {
    const { ask } = await setUp({ limits: limits() })
    const statuses = []
    for (let index = 0; index < 4; index += 1)
      statuses.push((await ask(search, from(`198.51.${index}.1, 203.0.113.7`))).status)
    expect(statuses).toEqual([200, 200, 429, 429])
  })

  test('gains nothing by the header at all where it comes to us itself', async () => {
    const { ask } = await setUp({ limits: limits([]) })
    const statuses = []
    for (let index = 0; index < 4; index += 1)
      statuses.push((await ask(search, from(`198.51.${index}.1`))).status)
    expect(statuses).toEqual([200, 200, 429, 429])
  })

  test('is not refused for what others do where the proxy does not tell readers apart', async () => {
    const { ask } = await setUp({ limits: limits() })
    for (let index = 0; index < 5; index += 1) expect((await ask(search)).status).toBe(200)
  })
})
