import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningServer, startServer } from './server.ts'

// Invented: each says where a person's data were put, so that a failure names the way they got out.
const canaries = {
  query: 'canaryquery Mustermann',
  path: 'canarypath-Mustermann',
  body: 'canarybody Mustermann',
  header: 'canaryheader-Mustermann',
  agent: 'canaryagent/1.0',
  referrer: 'https://canaryreferrer.example/erika?q=Mustermann',
  origin: 'https://canaryorigin.example',
  cookie: 'canarycookie=Mustermann',
  authorization: 'Bearer canaryauthorization-Mustermann',
  method: 'CANARYMETHOD',
  address: '203.0.113.77',
} as const
const network = /203\.0\.113/
const token = 'token-of-the-operator'

const headers = {
  'user-agent': canaries.agent,
  referer: canaries.referrer,
  origin: canaries.origin,
  cookie: canaries.cookie,
  authorization: canaries.authorization,
  'accept-language': canaries.header,
  'if-none-match': `"${canaries.header}"`,
  'x-request-id': canaries.header,
  'x-forwarded-for': canaries.address,
}

let server: RunningServer
/** What a collector of traces was told. */
let told = ''
let collecting: Server

/** Starts the collector; gives its address. */
async function collector(): Promise<string> {
  collecting = createServer((incoming, response) => {
    incoming.setEncoding('utf8').on('data', (text: string) => (told += text))
    incoming.once('end', () => response.end('{}'))
  }).listen(0, '127.0.0.1')
  await once(collecting, 'listening')
  return `http://127.0.0.1:${(collecting.address() as AddressInfo).port}/v1/traces`
}
beforeAll(async () => {
  server = await startServer({
    env: {
      AMTSWEG_TRACES_URL: await collector(),
      AMTSWEG_METRICS_TOKEN: token,
      AMTSWEG_SEARCHES_PER_MINUTE: '20',
      AMTSWEG_PROCESSES: '2',
    },
  })
})
afterAll(async () => {
  server?.signal('SIGKILL')
  await server?.ended
  collecting?.close()
})

/** Asks with a canary in every place that a request has; gives the status. */
const ask = (path: string, method = 'GET', body?: string, more = {}) =>
  new Promise<number>((resolve, reject) => {
    const all = { ...headers, ...more }
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers: all }, (response) =>
      response.resume().once('end', () => resolve(response.statusCode ?? 0)),
    )
    sent.once('error', reject)
    sent.end(body)
  })

const words = encodeURIComponent(canaries.query)
const name = encodeURIComponent(canaries.path)

/** Good requests, wrong ones, and ones too many. */
async function visit(): Promise<Set<number>> {
  const statuses = new Set<number>()
  const asked = `/api/v1/services?q=${words}`
  for (const path of [
    asked,
    `/api/v1/services/suggest?q=${words}`,
    `/api/v1/areas?q=${words}`,
    `/api/v1/services/${name}`,
    `/services?q=${words}&area=${name}`,
    `/services/${name}`,
    `/api/v1/responsibilities?service=${name}&place=${words}`,
    `/api/v1/services?q=${words}&limit=${name}`,
    `/api/v1/services?cursor=${name}&q=${words}`,
    `/${name}?${words}`,
    `/problems/${name}`,
    `/assets/${name}.js`,
    `/livez?${words}`,
    `/metrics?${words}`,
    `/api/v1/services?q=${'x'.repeat(2_000)}${words}`,
  ])
    statuses.add(await ask(path))
  const end = JSON.stringify({ outcome: 'none', q: canaries.body })
  statuses.add(await ask('/api/v1/searches', 'POST', end))
  statuses.add(await ask('/api/v1/searches', 'POST', end, { origin: `http://127.0.0.1:${server.port}` }))
  statuses.add(await ask('/api/v1/searches', 'POST', canaries.body))
  statuses.add(await ask('/api/v1/searches', 'POST', `{"q":"${canaries.body}${' '.repeat(70_000)}"}`))
  statuses.add(await ask(`/api/v1/services?q=${words}`, 'DELETE'))
  for (let index = 0; index < 30; index += 1) statuses.add(await ask(`${asked}%20${index}`))
  return statuses
}

const metrics = async () =>
  (await fetch(`${server.origin}/metrics`, { headers: { authorization: `Bearer ${token}` } })).text()

function expectNoCanary(text: string) {
  for (const canary of Object.values(canaries))
    for (const part of canary.split(/[ /;?=]/).filter((one) => /canary/i.test(one)))
      expect(text.toLowerCase()).not.toContain(part.toLowerCase())
  expect(text).not.toMatch(/Mustermann/i)
  expect(text).not.toMatch(network)
}

describe('what a reader sends is seen by nobody who runs the server', () => {
  test('neither in the metrics nor in the log, however the request ends', async () => {
    const statuses = await visit()
    for (const status of [200, 204, 400, 401, 403, 404, 405, 413, 414, 422, 429])
      expect(statuses).toContain(status)
    const text = await metrics()
    expect(text).toContain('route="/api/v1/services/:id"')
    expect(text).toMatch(/amtsweg_refused_total\{reason="search"\} [1-9]/)
    expectNoCanary(text)
    expectNoCanary(server.output())
  })

  test('nor in the log of a failure of ours', async () => {
    const database = new SQLite(server.databaseUrl.replace('sqlite:', ''))
    database.exec('alter table service rename to gone')
    try {
      // The answers that are remembered are forgotten within a moment.
      const failed = async () =>
        (await ask(`/api/v1/services/${name}-${Math.floor(performance.now())}`)) === 500
      while (!(await failed()));
      await server.printed(/"request-failed"/)
      expect(server.output()).toMatch(/"error":"SqliteError"/)
      expectNoCanary(server.output())
    } finally {
      database.exec('alter table gone rename to service')
      database.close()
    }
  })

  test('nor in the database, where nothing but keyed hashes is shared between processes', async () => {
    const path = server.databaseUrl.replace('sqlite:', '')
    const database = new SQLite(path, { readonly: true })
    const rows = () => database.prepare('select * from shared_rate').all()
    // A minute may end between two exchanges: who is busy in the next one is told of then.
    while (rows().length === 0) await ask(`/api/v1/services?q=${words}&limit=7`)
    expectNoCanary(JSON.stringify(rows()))
    database.close()
    // A website that enough readers ask from is counted, and nothing but its host is known.
    for (const reader of [1, 2, 3, 4, 5])
      await ask(`/api/v1/services?q=${words}`, 'GET', undefined, {
        origin: 'https://www.counted.example',
        referer: `https://www.counted.example/${canaries.path}?q=${words}`,
        'x-forwarded-for': `198.51.${reader}.7`,
      })
    server.signal('SIGTERM')
    await server.ended
    expect(readFileSync(path, 'latin1')).toContain('www.counted.example')
    expectNoCanary(readFileSync(path, 'latin1'))
    expectNoCanary(server.output())
  })

  test('nor in the traces, which are all sent before the server has ended', () => {
    expect(told).toContain('GET /api/v1/services/:id')
    expect(told).toContain('"http.response.status_code"')
    expectNoCanary(told)
  })
})
