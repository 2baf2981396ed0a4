import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { feedCaps } from './integration/feed-page.ts'
import { createGuardedClient } from './integration/guarded-client.ts'
import { httpServer, localClient } from './integration/testing.ts'
import { catalogueOf, createNetwork, sumOf, unit } from './testing.ts'

const town = '130040000000'
const evil = 'bbbbbbbbbbbb'
const title = { de: 'Gut' }
const record = (value: string, more: object = {}) => ({
  ...{ identifier: { schemeAgencyId: 's', schemeId: 'l', value }, audience: ['citizen'], titles: title },
  ...{ modules: [], parts: [], ...more },
})
const item = (id: string, more: object = {}) => ({
  ...{ kind: 'service', id, origin: evil, source: 's', version: 1, deleted: false, record: record(id) },
  ...more,
})
const page = (items: readonly object[], more: object = {}) => ({
  ...{ format: 1, node: evil, items, next: 'n', complete: true, ...more },
})

async function victim() {
  const network = createNetwork()
  const node = await network.open('land', '13')
  const subscribe = async (answer: (path: string) => unknown) => {
    network.place('evil.example', answer)
    return node.subscribe('https://evil.example/')
  }
  const laidAside = async () => (await node.db.selectFrom('feed_staged').select('id').execute()).length
  return { network, node, subscribe, laidAside }
}

describe('a node that sends without end', () => {
  test('pages without records, each with another place, is left after some', async () => {
    const { network, node, subscribe } = await victim()
    let number = 0
    const id = await subscribe(() => page([], { complete: false, next: `n${(number += 1)}` }))
    expect(await node.sync(id)).toEqual({ kind: 'failed', code: 'malformed' })
    expect(network.asked.length).toBeLessThan(200)
  })

  test('records fills the disk no further, however often it is asked again', async () => {
    const { node, subscribe, laidAside } = await victim()
    let number = 0
    const id = await subscribe(() => {
      number += 1
      return page([item(`s${number}`)], { complete: false, next: `n${number}` })
    })
    const longest = 5_000
    expect(await node.sync(id, { longest })).toEqual({ kind: 'failed', code: 'too-large' })
    const before = await laidAside()
    for (let round = 0; round < 3; round += 1)
      expect(await node.sync(id, { longest })).toEqual({ kind: 'failed', code: 'too-large' })
    expect(await laidAside()).toBe(before)
    expect(await catalogueOf(node)).toEqual({})
  })
})

test('a kind that nobody here knows is no work for ever, also where it is gone', async () => {
  const { node, subscribe, laidAside } = await victim()
  const id = await subscribe(() =>
    page([
      item('p', { kind: 'poem', deleted: true, record: undefined }),
      item('q', { kind: '__proto__', deleted: true, record: undefined }),
    ]),
  )
  await node.sync(id)
  expect(await laidAside()).toBe(0)
})

test('keys that are names of prototypes, control characters and depth hurt nobody', async () => {
  const { network, node } = await victim()
  const text = JSON.stringify(
    page([
      item('good'),
      item('deep', { record: { x: 'DEEP' } }),
      item('proto', { record: record('proto', { titles: { ...title, constructor: 'x' } }) }),
      item('nul\u0000id', { record: record('nul', { titles: { de: 'a\u0000b\u0007c\ud800' } }) }),
      item('toString', { record: record('toString') }),
      item('__proto__', { record: record('__proto__') }),
    ]),
  )
    .replace('"DEEP"', '['.repeat(200_000) + ']'.repeat(200_000))
    .replace('"titles":{', '"__proto__":{"isAdmin":true},"titles":{"__proto__":"x",')
  network.place('evil.example', () => new Response(text, { headers: { 'content-type': 'application/json' } }))
  const id = await node.subscribe('https://evil.example/')
  const result = await node.sync(id)
  expect(result).toMatchObject({ kind: 'taken' })
  expect(Object.keys(await catalogueOf(node)).join()).toContain('service good')
  expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined()
})

describe('over the wire', () => {
  const bomb = gzipSync(Buffer.alloc(40 * 1024 ** 2, ' '))
  const syncWith = async (answer: Parameters<typeof httpServer>[0]) => {
    const { node } = await victim()
    const server = await httpServer(answer)
    const askNode = localClient([server.pair], { caps: { ...feedCaps, totalTime: 4_000, idleTime: 1_000 } })
    const id = await node.subscribe(`http://127.0.0.1:${server.port}/`)
    return node.sync(id, { askNode })
  }
  const json = { 'content-type': 'application/json' }

  test.each<[string, Parameters<typeof httpServer>[0], string]>([
    [
      'a page that breaks off',
      (_, response) => {
        response.writeHead(200, { ...json, 'content-length': '1000' })
        response.write('{"format":1,')
        setImmediate(() => response.destroy())
      },
      'unreachable',
    ],
    [
      'a page that stops and never ends',
      (_, response) => {
        response.writeHead(200, json)
        response.write('{"format":1,')
      },
      'unreachable',
    ],
    [
      'more than a page may have',
      (_, response) => {
        response.writeHead(200, json)
        const piece = Buffer.alloc(1024 ** 2, ' ')
        const more = () => {
          while (!response.destroyed && response.write(piece)) {
            // As fast as it is read.
          }
        }
        response.on('drain', more)
        more()
      },
      'too-large',
    ],
    [
      'a few bytes that unpack to more than memory',
      (_, response) => {
        response.writeHead(200, { ...json, 'content-encoding': 'gzip' })
        response.end(bomb)
      },
      'too-large',
    ],
    [
      'a way into the internal network',
      (_, response) => {
        response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end()
      },
      'refused-address',
    ],
    [
      'a way to another port of this computer',
      (_, response) => {
        response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
      },
      'refused-address',
    ],
    [
      'a web page',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>')
      },
      'no-feed',
    ],
  ])('%s fails, and is told by its code', async (_, answer, code) => {
    // prettier-ignore
    expect(await syncWith(answer)).toEqual({ kind: 'failed', code })
  })

  test('a name that means an internal address, or sometimes does, is not asked', async () => {
    const { node } = await victim()
    const id = await node.subscribe('https://rebound.example/')
    for (const bad of [
      '169.254.169.254',
      '127.0.0.1',
      '10.0.0.1',
      '::1',
      'fd00::1',
      '::ffff:169.254.169.254',
    ]) {
      const resolve = async () => [
        { address: '93.184.215.14', family: 4 },
        { address: bad, family: bad.includes(':') ? 6 : 4 },
      ]
      const askNode = createGuardedClient({ userAgent: 'test', ownHosts: [], allow: [], resolve })
      expect(await node.sync(id, { askNode }), bad).toEqual({ kind: 'failed', code: 'refused-address' })
    }
  })

  test('an encrypted way that leads over an open one is not believed', async () => {
    const { node } = await victim()
    const id = await node.subscribe('https://good.example/')
    const askNode = async () => ({
      ...({ kind: 'answered', url: 'https://good.example/b', status: 200, truncated: false } as const),
      hops: [
        { url: 'https://good.example/', status: 302 },
        { url: 'http://good.example/a', status: 302 },
      ],
      headers: json,
      body: Buffer.from(JSON.stringify(page([item('x')]))),
    })
    expect(await node.sync(id, { askNode })).toEqual({ kind: 'failed', code: 'certificate' })
  })
})

describe('a node whose database server was put back to an older state, and nobody told it', () => {
  test('is read anew, also where it has written on since', async () => {
    const network = createNetwork()
    const a = await network.open('town', town)
    const b = await network.open('land', '13')
    await a.put('/api/v1/units/amt/record', unit(town, 'Bürgeramt'))
    await a.id()
    const tables = ['unit', 'audit_entry', 'audit_head', 'feed_entry', 'feed_state', 'edit_history'] as const
    const backup = new Map<string, unknown[]>()
    for (const table of tables)
      backup.set(
        table,
        await a.db
          .selectFrom(table as 'unit')
          .selectAll()
          .execute(),
      )
    await a.put('/api/v1/units/lost/record', unit(town, 'Verlorenes Amt'))
    await a.put('/api/v1/units/amt/record', unit(town, 'Neuer Name'))
    const id = await b.subscribe(a, { areas: [town] })
    await b.sync(id)
    expect(await sumOf(b)).toBe(await sumOf(a))

    for (const table of tables.toReversed()) await a.db.deleteFrom(table as 'unit').execute()
    for (const table of tables)
      for (const row of backup.get(table) ?? [])
        await a.db
          .insertInto(table as 'unit')
          .values(row as never)
          .execute()
    for (const name of ['neu', 'neuer', 'noch-neuer'])
      expect(await a.put(`/api/v1/units/${name}/record`, unit(town, `Amt ${name}`))).toBe(200)
    expect(await b.sync(id)).toMatchObject({ kind: 'taken' })
    expect(await catalogueOf(b)).toEqual(await catalogueOf(a))
    expect((await b.get('/api/v1/units/lost')).status).toBe(404)
  })
})
