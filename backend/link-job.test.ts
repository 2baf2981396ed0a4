import type { LookupAddress } from 'node:dns'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openTestDatabase } from './database/testing.ts'
import { writeSoon } from './database/write-soon.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import { createLinkVisitor } from './integration/link-visitor.ts'
import { closedPort, httpServer, httpsServer, shortCaps, socketServer } from './integration/testing.ts'
import { linkJob, linkJobName } from './link-job.ts'
import { checkLinks, type LinkCheckParts, linkReport } from './services/index.ts'
import { leapingClock } from './services/testing.ts'

const start = '2026-11-23T09:00:00.000Z'
const never = new AbortController().signal
const everywhere: readonly LookupAddress[] = [{ address: '127.0.0.1', family: 4 }]

/** The whole check but for the name service: each name is a port of this computer. */
async function setUp(ports: Readonly<Record<string, number | undefined>>, clock = leapingClock(start)) {
  const { db, writeIfFree } = await openTestDatabase()
  const urls = Object.entries(ports).map(([name, port]) => {
    const host = `${name}.amt.de`
    return {
      host,
      url: `${name.startsWith('tls') ? 'https' : 'http'}://${host}${port ? `:${port}` : ''}/seite`,
    }
  })
  await db
    .insertInto('link')
    .values(urls.map((one) => ({ ...one, verdict: 'new' as const, due_at: start })))
    .execute()
  const parts: LinkCheckParts = {
    db,
    write: writeSoon(writeIfFree),
    clock,
    settings: { days: 7, hostSeconds: 10, perMinute: 600 },
    visitorFor: (turn) =>
      createLinkVisitor(
        createGuardedClient({
          userAgent: 'Amtsweg test',
          ownHosts: [],
          allow: Object.values(ports).map((port) => `127.0.0.1:${port}`),
          caps: shortCaps,
          turn,
          resolve: async (host) => {
            if (host.startsWith('nobody')) throw Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' })
            return everywhere
          },
        }),
      ),
  }
  const states = async () =>
    Object.fromEntries(
      (await db.selectFrom('link').selectAll().execute()).map((row) => [
        row.host.split('.')[0]!,
        [row.verdict, row.status ?? row.cause] as const,
      ]),
    )
  const days = async (count: number) => {
    for (let day = 0; day < count; day += 1) {
      await checkLinks(parts, { signal: never })
      await clock.wait(86_400_000, never)
    }
    return states()
  }
  return { db, parts, clock, days }
}

test('servers that fail in every way are told apart, and the dead are called dead only after days', async () => {
  const only = (answer: Parameters<typeof httpServer>[0]) =>
    httpServer((request, response) =>
      request.method === 'HEAD' ? response.writeHead(405).end() : answer(request, response),
    )
  let sick = true
  const servers = {
    fine: await httpServer((_, response) => response.end('da')),
    headRefused: await only((request, response) =>
      response.writeHead(request.headers.range === 'bytes=0-1023' ? 206 : 400).end('da'),
    ),
    silent: await socketServer(() => {}),
    halfSaid: await only((_, response) => void response.writeHead(200).write('x')),
    cut: await socketServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    endless: await only((_, response) => {
      const more = () => {
        while (response.write('x'.repeat(5_000)));
        response.once('drain', more)
      }
      more()
    }),
    circle: await httpServer((_, response) => response.writeHead(302, { location: '/seite' }).end()),
    missing: await httpServer((_, response) => response.writeHead(404).end()),
    gone: await httpServer((_, response) => response.writeHead(410).end()),
    sickOnce: await httpServer((_, response) => response.writeHead(sick ? 500 : 200).end()),
    busy: await httpServer((_, response) => response.writeHead(429, { 'retry-after': '60' }).end()),
    short: await only((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('kurz')
      response.socket?.end()
    }),
    tlsBad: await httpsServer(['tlsbad.amt.de'], (_, response) => response.end()),
    bomb: await only((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
    ),
    drip: await only((_, response) => {
      const drip = setInterval(() => response.write('.'), 50)
      response.on('close', () => clearInterval(drip))
    }),
    toStart: await httpServer((request, response) =>
      request.url === '/' ? response.end() : response.writeHead(302, { location: '/' }).end(),
    ),
    forGood: await httpServer((request, response) =>
      request.url === '/neu' ? response.end() : response.writeHead(301, { location: '/neu' }).end(),
    ),
  }
  const ports = Object.fromEntries(
    Object.entries(servers).map(([name, { port }]) => [name.toLowerCase(), port]),
  )
  const { days } = await setUp({ ...ports, closed: await closedPort(), nobody: servers.fine.port })

  const first = await days(1)
  expect(Object.values(first).filter(([verdict]) => verdict === 'dead' || verdict === 'unsafe')).toEqual([])
  sick = false
  expect(await days(5)).toEqual({
    fine: ['alive', 200],
    headrefused: ['alive', 206],
    silent: ['dead', 'timeout'],
    halfsaid: ['dead', 'timeout'],
    cut: ['dead', 'broken'],
    endless: ['alive', 200],
    circle: ['dead', 'redirect-loop'],
    missing: ['dead', 404],
    gone: ['dead', 410],
    sickonce: ['alive', 200],
    busy: ['blocked', 429],
    short: ['dead', 'broken'],
    tlsbad: ['unsafe', 'certificate'],
    bomb: ['alive', 200],
    drip: ['dead', 'timeout'],
    tostart: ['suspicious', 200],
    forgood: ['moved', 200],
    closed: ['dead', 'no-connection'],
    nobody: ['dead', 'no-such-host'],
  })
}, 60_000)

test('a server is never asked two things at once, nor again before its pause is over, redirects and second tries included', async () => {
  const clock = leapingClock(start)
  const log: { at: number; what: 'in' | 'out' }[] = []
  const note = (what: 'in' | 'out') => log.push({ at: clock.now().getTime(), what })
  const server = await httpServer((request, response) => {
    note('in')
    setImmediate(() => {
      note('out')
      if (request.method === 'HEAD') response.writeHead(405).end()
      else if (request.url === '/seite') response.writeHead(302, { location: '/weiter' }).end()
      else response.end()
    })
  })
  const { parts, db } = await setUp({ a: server.port }, clock)
  await db
    .insertInto('link')
    .values(
      [1, 2, 3].map((page) => ({
        url: `http://a.amt.de:${server.port}/${page}`,
        host: 'a.amt.de',
        verdict: 'new' as const,
        due_at: start,
      })),
    )
    .execute()
  await checkLinks(parts, { signal: never })
  expect(log.map(({ what }) => what)).toEqual(Array.from({ length: 9 }, () => ['in', 'out']).flat())
  const pauses = log.flatMap(({ at, what }, index) =>
    what === 'in' && index > 0 ? [at - log[index - 1]!.at] : [],
  )
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000)
}, 20_000)

test('the job keeps to the hours it is given, and tells what it did', async () => {
  const server = await httpServer((_, response) => response.end())
  const { parts, clock } = await setUp({ a: server.port })
  const told: unknown[] = []
  const job = linkJob(parts, { hours: { from: 22, to: 6 } }, (report) => told.push(report))
  expect(job.name).toBe(linkJobName)
  await job.run(never)
  expect(server.asked).toEqual([])
  await clock.wait(12 * 3_600_000, never)
  await job.run(never)
  expect(told).toEqual([{ looked: 1, postponed: 0, unclear: false }])
})

test('an address that leads inside is reported, never asked and never marked', async () => {
  const server = await httpServer((_, response) => response.end())
  const { db, parts } = await setUp({ a: server.port })
  await db
    .insertInto('link')
    .values({ url: 'http://169.254.169.254/', host: '169.254.169.254', verdict: 'new', due_at: start })
    .execute()
  await db
    .insertInto('link_use')
    .values({
      owner: 'service',
      owner_id: 'x',
      owner_name: 'X',
      url: 'http://169.254.169.254/',
      section: '06',
      layer: 'text',
      region_key: '',
      lang: 'de',
    })
    .execute()
  await checkLinks(parts, { signal: never })
  expect(await linkReport(db)).toMatchObject([
    { verdict: 'refused', cause: 'internal-address', marked: false },
  ])
})
