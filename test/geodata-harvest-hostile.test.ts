import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeEach, describe, expect, test } from 'vitest'
import { harvestWords } from '@amtsweg/backend/geodata/harvest-words.ts'
import { httpServer } from '@amtsweg/backend/integration/testing.ts'
import { type GeoNode, openGeoNode } from './federation/geo-nodes.ts'

let node: GeoNode
beforeEach(async () => {
  node = await openGeoNode('kreis')
})

const licence = { rel: 'license', href: 'http://www.govdata.de/dl-de/zero-2-0/' }
const described = (more: object = {}, links: readonly object[] = [licence]) => ({
  ...{ id: 'p', title: 'P', updated: '2026-01-01T00:00:00Z', ...more },
  links: [{ rel: 'items', type: 'application/geo+json', href: '/p/items' }, ...links],
})
const feature = (id: string | number | undefined, more: object = {}) => ({
  ...{ type: 'Feature', ...(id === undefined ? {} : { id }), properties: { name: `n${id}` } },
  ...{ geometry: { type: 'Point', coordinates: [11, 53] }, ...more },
})
const page = (features: readonly object[], next?: string, more: object = {}) => ({
  ...{ type: 'FeatureCollection', features, ...more },
  links: next === undefined ? [] : [{ rel: 'next', type: 'application/geo+json', href: next }],
})

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown
/** A server with one collection; `items` answers for its pages. */
const serve = (items: Answer, collection: (request: IncomingMessage) => object = () => described()) =>
  httpServer((request, response) => {
    const isItems = request.url?.startsWith('/p/items') ?? false
    const body = isItems ? items(request, response) : collection(request)
    if (body === undefined) return
    response.setHeader('content-type', isItems ? 'application/geo+json' : 'application/json')
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })

let number = 0
const harvest = async (port: number, order = {}) => {
  const collection = `copy-${(number += 1)}`
  const id = await node.harvest(`http://127.0.0.1:${port}/p`, { collection, ...order })
  return { id, collection }
}
const caps = { headersTime: 1_500, totalTime: 3_000, idleTime: 700 }
/** Bytes of a whole copy. */
const longest = 30_000_000

async function drip(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/geo+json' })
  response.write('{"type":"FeatureCollection","features":[')
  for (let index = 0; !response.destroyed; index += 1) {
    response.write(`${JSON.stringify(feature(index))},`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function pour(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/geo+json' })
  response.write('{"type":"FeatureCollection","features":[{"type":"Feature","id":1,"properties":{"name":"')
  const piece = Buffer.alloc(1024 ** 2, 'x')
  const more = () => {
    while (!response.destroyed && response.write(piece)) {
      // As fast as it is read.
    }
  }
  response.on('drain', more)
  more()
}

let endless = 0
const cases: readonly (readonly [what: string, code: keyof typeof harvestWords, items: Answer])[] = [
  ['pages without end and without features', 'endless', () => page([], `/p/items?page=${(endless += 1)}`)],
  ['a page that comes after itself', 'endless', ({ url }) => page([feature((endless += 1))], url)],
  [
    'the same features again and again',
    'duplicate-ids',
    () => page([feature(1)], `/p/items?${(endless += 1)}`),
  ],
  [
    'features without ids, again and again',
    'endless',
    () => page([feature(undefined)], `/p/items?${(endless += 1)}`),
  ],
  ['a next page on another host', 'other-origin', () => page([feature(1)], 'https://evil.example/p/items')],
  ['a next page that is no address', 'other-origin', () => page([feature(1)], 'file:///etc/passwd')],
  [
    'a redirect to another port',
    'other-origin',
    (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
  ['a feature of a hundred megabytes', 'too-large', (_, response) => pour(response)],
  [
    'a feature above the limit of one',
    'too-large',
    () => page([feature(1), feature(2, { properties: { name: 'x'.repeat(17 * 1024 ** 2) } })]),
  ],
  [
    'JSON that breaks in the middle',
    'malformed',
    () =>
      JSON.stringify(page(Array.from({ length: 900 }, (_, id) => feature(id)))).replace('"n700"}', '"n700'),
  ],
  [
    'JSON that ends in the middle',
    'malformed',
    () => JSON.stringify(page([feature(1), feature(2)])).slice(0, -40),
  ],
  ['something that is no feature', 'malformed', () => page([feature(1), { type: 'Poem' }])],
  ['no collection of features', 'malformed', () => ({ type: 'Feature', links: [] })],
  [
    'a web page',
    'wrong-type',
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
  ],
  ['two features of one id', 'duplicate-ids', () => page([feature(1), feature('1')])],
  ['less than it says', 'incomplete', () => page([feature(1)], undefined, { numberMatched: 2 })],
  [
    'a place outside of the earth',
    'geometry',
    () => page([feature(1, { geometry: { type: 'Point', coordinates: [5e6, 9] } })]),
  ],
  [
    'coordinates that are none',
    'geometry',
    () => page([feature(1, { geometry: { type: 'Point', coordinates: ['x'] } })]),
  ],
  ['drops, a few bytes at a time', 'unreachable', (_, response) => void drip(response)],
  ['an error', 'server-error', (_, response) => void response.writeHead(500).end()],
  ['that it is busy', 'busy', (_, response) => void response.writeHead(503).end()],
]

describe('a server that sends', () => {
  test.each(cases)('%s is told of as %s, and nothing of it is shown', async (_, code, items) => {
    const server = await serve(items)
    const { id, collection } = await harvest(server.port)
    expect(await node.run(id, { caps, longest })).toEqual({ kind: 'failed', code })
    expect(await node.content(collection)).toBeUndefined()
    expect(harvestWords[code]).toMatch(/\p{Lu}.+[.]$/u)
  })

  test('another state half-way is read anew, and left where that goes on', async () => {
    let state = 0
    const changing = await serve(
      ({ url }) => page([feature(url)], (state += 1) % 2 ? `/p/items?${state}` : undefined),
      () => described({ updated: `2026-01-01T00:00:${String(state).padStart(2, '0')}Z` }),
    )
    const { id, collection } = await harvest(changing.port)
    expect(await node.run(id)).toEqual({ kind: 'failed', code: 'changed-meanwhile' })
    expect(await node.content(collection)).toBeUndefined()
    let asked = 0
    const settling = await serve(
      () => page([feature(1)]),
      () => described({ updated: `2026-01-01T00:00:0${Math.min((asked += 1), 2)}Z` }),
    )
    const once = await harvest(settling.port)
    expect(await node.run(once.id)).toEqual({ kind: 'taken', put: 1, gone: 0 })
  })
})

test('a server of others is read whole each time, and goes on after a fault of the moment where it was', async () => {
  let [broken, ids] = [true, ['a', 'b', 'c']]
  const server = await serve(({ url = '' }, response) => {
    const at = Number(new URL(url, 'http://x').searchParams.get('at') ?? 0)
    if (broken && at === 2) return void response.writeHead(502).end()
    const isLast = at + 1 === ids.length
    return page([feature(ids[at])], isLast ? undefined : `/p/items?at=${at + 1}`, {
      numberMatched: ids.length,
    })
  })
  const { id, collection } = await harvest(server.port)
  expect(await node.run(id)).toEqual({ kind: 'failed', code: 'server-error' })
  broken = false
  const before = server.asked.length
  expect(await node.run(id)).toEqual({ kind: 'taken', put: 3, gone: 0 })
  expect(server.asked.slice(before).map(({ url }) => url)).toEqual(['/p', '/p/items?at=2', '/p'])
  expect(Object.keys((await node.content(collection)) ?? {})).toEqual(ids)
  expect((await node.about(collection))['licence']).toMatchObject({ code: 'dl-de-zero-2.0' })
  expect(await node.run(id)).toEqual({ kind: 'unchanged' })
  ids = ['b', 'c', 'd']
  expect(await node.run(id)).toEqual({ kind: 'taken', put: 1, gone: 1 })
  expect(Object.keys((await node.content(collection)) ?? {})).toEqual(ids)
})

test('a failure leaves what readers saw before', async () => {
  let items: object = page([feature('a')])
  const server = await serve(() => items)
  const { id, collection } = await harvest(server.port)
  await node.run(id)
  items = page([feature('b'), feature('b')])
  expect(await node.run(id)).toEqual({ kind: 'failed', code: 'duplicate-ids' })
  expect(Object.keys((await node.content(collection)) ?? {})).toEqual(['a'])
  expect(await node.errorOf(id)).toBe('duplicate-ids')
})

test('a server without a licence that we know is copied only under one that was chosen', async () => {
  const server = await serve(
    () => page([feature('a')]),
    () => described({}, [{ rel: 'license', href: 'https://example.org/unsere-regeln' }]),
  )
  const { id } = await harvest(server.port)
  expect(await node.run(id)).toEqual({ kind: 'failed', code: 'licence-missing' })
  const chosen = await harvest(server.port, { licence: 'cc-by-4.0', provider: 'Landkreis Musterkreis' })
  expect(await node.run(chosen.id)).toMatchObject({ kind: 'taken' })
  expect((await node.about(chosen.collection))['attribution']).toContain('© Landkreis Musterkreis, CC BY 4.0')
})

test('a token goes to nobody but the server it is for', async () => {
  const thief = await httpServer((_, response) => void response.end('{}'))
  const server = await serve(
    (_, response) => void response.writeHead(307, { location: `http://127.0.0.1:${thief.port}/` }).end(),
  )
  const { id } = await harvest(server.port, { token: 'secret' })
  expect(await node.run(id)).toEqual({ kind: 'failed', code: 'other-origin' })
  expect(server.asked[0]?.headers['authorization']).toBe('Bearer secret')
  expect(thief.asked).toEqual([])
})
