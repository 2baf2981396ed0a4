import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAuthority, addTestToken, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type VersionWatch, watchVersion } from '../database/version-watch.ts'
import { servedSystems, systemOfCode } from '../geometry/reference-system.ts'
import { createApp } from '../http/app.ts'
import { publishVersion } from './repository-versions.ts'
import { addTestCollection, point, publishTestVersion } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let watch: VersionWatch
const failures: unknown[] = []

beforeEach(async () => {
  database = await openTestDatabase()
  watch = watchVersion(database)
  app = createApp({ database, watch, now: () => testStart, report: (error) => failures.push(error) })
  await addAuthority(database.db, 'musterstadt', '130760000000')
  await addTestCollection(database.db, { id: 'playgrounds', authority_id: 'musterstadt' })
})

/** Publishes, and lets the server notice, as it does by itself after a moment. */
const publish = async (...[id, features, options]: Tail<Parameters<typeof publishTestVersion>>) => {
  const version = await publishTestVersion(database, id, features, options)
  await watch.look()
  return version
}
type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never

interface Page {
  readonly numberMatched: number
  readonly numberReturned: number
  readonly features: readonly { readonly id: string; readonly geometry: { readonly coordinates: number[] } }[]
  readonly links: readonly { readonly rel: string; readonly href: string }[]
  readonly code: string
}

const ask = (path: string, headers: Record<string, string> = {}) => app.request(`/ogc${path}`, { headers })
const json = async (path: string, headers: Record<string, string> = {}) =>
  (await (await ask(path, headers)).json()) as Page
const items = (query = '') => json(`/collections/playgrounds/items?${query}`)
const ids = (page: Page) => page.features.map(({ id }) => id)
const grid = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    point(`p${index}`, 11 + (index % 10) / 10, 53 + Math.floor(index / 10) / 10),
  )

describe('a collection', () => {
  test('is not there before something is published', async () => {
    expect((await ask('/collections/playgrounds')).status).toBe(404)
    await publish('playgrounds', [])
    expect((await ask('/collections/playgrounds')).status).toBe(200)
    expect(await items()).toMatchObject({ numberMatched: 0, features: [] })
  })

  test('is read page by page, forth and back, each feature once', async () => {
    await publish('playgrounds', grid(23))
    for (const query of ['', 'bbox=10,52,13,56&', 'datetime=2026-01-01&']) {
      const seen: string[] = []
      let page = await items(`${query}limit=10`)
      for (;;) {
        seen.push(...ids(page))
        expect(page).toMatchObject({ numberMatched: 23, numberReturned: page.features.length })
        const next = page.links.find(({ rel }) => rel === 'next')
        if (!next) break
        page = await json(new URL(next.href).pathname.slice(4) + new URL(next.href).search)
      }
      expect(seen).toEqual(grid(23).map(({ id }) => id))
      const back: string[] = []
      for (let prev; (prev = page.links.find(({ rel }) => rel === 'prev')); back.unshift(...ids(page)))
        page = await json(new URL(prev.href).pathname.slice(4) + new URL(prev.href).search)
      expect(back).toEqual(seen.slice(0, 20))
    }
  })

  test('keeps the version in which a reader began, while a newer one is published', async () => {
    await publish('playgrounds', grid(4))
    const first = await items('limit=2')
    await publish('playgrounds', [point('new', 11, 53)])
    const next = first.links.find(({ rel }) => rel === 'next')?.href ?? ''
    expect(ids(await json(new URL(next).pathname.slice(4) + new URL(next).search))).toEqual(['p2', 'p3'])
    expect(ids(await items())).toEqual(['new'])
  })

  test('for authorities is hidden from everybody else', async () => {
    await addAuthority(database.db, 'nachbarstadt', '130740000000')
    const [own, other] = [
      await addTestToken(database.db, 'musterstadt'),
      await addTestToken(database.db, 'nachbarstadt'),
    ]
    for (const [audience, isOpenTo] of [
      ['public', [200, 200, 200]],
      ['authorities', [404, 200, 200]],
      ['authority', [404, 404, 200]],
    ] as const) {
      await publish('playgrounds', grid(1))
      await database.db.updateTable('geo_collection').set({ audience }).execute()
      await watch.look()
      const statuses: number[] = []
      for (const headers of [{}, { authorization: `Bearer ${other}` }, { authorization: `Bearer ${own}` }]) {
        const answer = await ask('/collections/playgrounds/items', headers)
        statuses.push(answer.status)
        if (answer.ok && audience !== 'public')
          expect(answer.headers.get('cache-control')).toBe('private, no-store')
        const listed = (await (await ask('/collections', headers)).json()) as {
          collections: { id: string }[]
        }
        expect(listed.collections).toHaveLength(answer.ok ? 1 : 0)
      }
      expect(statuses).toEqual(isOpenTo)
    }
  })
})

describe('items', () => {
  test('meet a box exactly, whatever they are', async () => {
    const line = {
      id: 'line',
      geometry: {
        type: 'LineString' as const,
        coordinates: [
          [11, 53],
          [12, 54],
        ],
      },
      properties: {},
    }
    const placeless = { id: 'nowhere', geometry: null, properties: {} }
    await publish('playgrounds', [point('a', 11.5, 53.2), line, placeless])
    expect(ids(await items('bbox=11.6,53.1,11.9,53.4'))).toEqual(['nowhere'])
    expect(ids(await items('bbox=11.4,53.1,11.5,53.2'))).toEqual(['a', 'nowhere'])
    expect(ids(await items('bbox=11.4,53.1,11.5,53.5'))).toEqual(['a', 'line', 'nowhere'])
    expect(ids(await items('bbox=177,50,-177,70'))).toEqual(['nowhere'])
  })

  test('points in a box are those that a search through all of them finds', async () => {
    const places = fc.sample(
      fc.tuple(fc.double({ min: 10, max: 14, noNaN: true }), fc.double({ min: 52, max: 55, noNaN: true })),
      { numRuns: 300, seed: 7 },
    )
    await publish(
      'playgrounds',
      places.map(([lon, lat], index) => point(`p${index}`, lon, lat)),
    )
    const edges = fc.tuple(
      fc.double({ min: 9, max: 15, noNaN: true }),
      fc.double({ min: 51, max: 56, noNaN: true }),
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 2, noNaN: true }),
    )
    await fc.assert(
      fc.asyncProperty(edges, async ([west, south, width, height]) => {
        const [east, north] = [west + width, south + height]
        const inside = places.flatMap(([lon, lat], index) =>
          lon >= west && lon <= east && lat >= south && lat <= north ? [`p${index}`] : [],
        )
        expect(ids(await items(`limit=1000&bbox=${west},${south},${east},${north}`))).toEqual(inside)
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('come in every system, named in Content-Crs, in its own order of axes', async () => {
    const utm33 = systemOfCode('25833') ?? expect.fail()
    await publish(
      'playgrounds',
      [
        {
          id: 'a',
          geometry: { type: 'Point', coordinates: [261_811.554, 5_945_045.3] },
          properties: { name: 'a' },
        },
      ],
      { storage: utm33 },
    )
    const expected: Readonly<Record<string, readonly [number, number]>> = {
      CRS84: [11.4, 53.6],
      '4326': [53.6, 11.4],
      '25833': [261_811.554, 5_945_045.3],
      '5650': [33_261_811.554, 5_945_045.3],
      '25832': [658_809.468, 5_941_696.787],
      '3035': [3_388_938.487, 4_413_689.094],
    }
    for (const { code, uri } of servedSystems) {
      const answer = await ask(`/collections/playgrounds/items?crs=${uri}`)
      expect(answer.headers.get('content-crs')).toBe(`<${uri}>`)
      const [first, second] = ((await answer.json()) as Page).features[0]?.geometry.coordinates ?? []
      const [x, y] = expected[code] ?? [first, second]
      expect(first).toBeCloseTo(x ?? NaN, code === 'CRS84' || code === '4326' ? 7 : 2)
      expect(second).toBeCloseTo(y ?? NaN, code === 'CRS84' || code === '4326' ? 7 : 2)
      const one = await ask(`/collections/playgrounds/items/a?crs=${uri}`)
      expect(one.headers.get('content-crs')).toBe(`<${uri}>`)
    }
    const box = [261_811.5, 5_945_045.2, 261_811.6, 5_945_045.4]
    const uri = utm33.uri
    expect(ids(await items(`bbox=${box.join(',')}&bbox-crs=${uri}`))).toEqual(['a'])
    expect(ids(await items(`bbox=${box[0]},${box[1]},${box[2]},${box[1]}&bbox-crs=${uri}`))).toEqual([])
  })

  test('are found by time; what has none is always meant', async () => {
    const during = (id: string, begins: string, ends: string) => ({
      ...point(id, 11, 53),
      time: [Date.parse(begins), Date.parse(ends)] as const,
    })
    await publish('playgrounds', [
      during('spring', '2026-03-01', '2026-05-31'),
      during('autumn', '2026-09-01', '2026-11-30'),
      point('always', 11, 53),
    ])
    expect(ids(await items('datetime=2026-05-31/2026-06-30'))).toEqual(['spring', 'always'])
    expect(ids(await items('datetime=../2026-02-28'))).toEqual(['always'])
    expect(ids(await items('datetime=2026-10-03T12:00:00%2B02:00'))).toEqual(['autumn', 'always'])
    expect(ids(await items('datetime=2026-02-28/P2D'))).toEqual(['spring', 'always'])
  })

  test('are found by what they say', async () => {
    const fields = [
      { name: 'name', type: 'string' },
      { name: 'places', type: 'integer' },
      { name: 'open', type: 'boolean' },
    ] as const
    const kitas = [
      point('a', 11, 53, { places: 20, open: true }),
      point('b', 11, 53, { places: 40, open: false }),
    ]
    await publish('playgrounds', kitas, { fields })
    expect(ids(await items('places=40'))).toEqual(['b'])
    expect(ids(await items('open=true&name=a'))).toEqual(['a'])
    expect((await ask('/collections/playgrounds/items?places=viele')).status).toBe(400)
  })

  test.each([
    ...['unknown=1', 'limit=0', 'limit=-5', 'limit=unlimited', 'datetime=foo', 'datetime=2026-02-30'],
    ...[
      'datetime=2026-02-01/2026-01-01',
      'bbox=1,2,3',
      'bbox=a,b,c,d',
      'bbox=0,10,1,5',
      'bbox=200,0,210,5',
      'crs=EPSG:4326',
    ],
    ...[
      'bbox-crs=nonsense',
      'cursor=1.2.abcdefgh',
      'cursor=x',
      'f=xml',
      'limit=1&limit=2',
      'filter-lang=sql',
    ],
  ])('that cannot be asked for like this are refused: %s', async (query) => {
    await publish('playgrounds', grid(2))
    const answer = await ask(`/collections/playgrounds/items?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  test('say the same with the same ETag, until something else is published', async () => {
    await publish('playgrounds', grid(2))
    const first = await ask('/collections/playgrounds/items')
    const etag = first.headers.get('etag') ?? ''
    expect((await ask('/collections/playgrounds/items', { 'if-none-match': etag })).status).toBe(304)
    await publish('playgrounds', grid(3))
    const second = await ask('/collections/playgrounds/items', { 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(((await second.json()) as Page).numberMatched).toBe(3)
  })
})

describe('changes', () => {
  const changes = () =>
    database.db.selectFrom('geo_change').select(['ext_id', 'kind']).orderBy('id').execute()

  test('are noted for followers when a version takes the place of another, forth and back', async () => {
    const first = await publish('playgrounds', [point('a', 11, 53), point('b', 11, 53)])
    expect(await changes()).toEqual([])
    await publish('playgrounds', [point('a', 11, 53), point('b', 12, 53), point('c', 11, 53)])
    expect(await changes()).toEqual([
      { ext_id: 'b', kind: 'put' },
      { ext_id: 'c', kind: 'put' },
    ])
    await database.db.transaction().execute((trx) => publishVersion(trx, first, '2026-11-24T09:00:00Z'))
    await watch.look()
    expect(await changes()).toEqual([
      { ext_id: 'c', kind: 'gone' },
      { ext_id: 'b', kind: 'put' },
    ])
    expect(ids(await items())).toEqual(['a', 'b'])
  })

  test('a version that fails half-way leaves nothing behind', async () => {
    await publish('playgrounds', grid(2))
    const broken = function* () {
      yield* grid(1200)
      throw new Error('The file ends here')
    }
    await expect(publish('playgrounds', broken() as never)).rejects.toThrow('ends here')
    const { count } = await database.db
      .selectFrom('geo_feature')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(Number(count)).toBe(2)
    expect(ids(await items('bbox=0,0,20,60'))).toEqual(['p0', 'p1'])
  })
})

test('every page is there for people too, and none of all this failed within', async () => {
  await publish('playgrounds', grid(2))
  for (const path of [
    '',
    '/conformance',
    '/api',
    '/collections',
    '/collections/playgrounds',
    '/collections/playgrounds/queryables',
    '/collections/playgrounds/items',
    '/collections/playgrounds/items/p0',
  ]) {
    const page = await ask(path, { accept: 'text/html,application/xhtml+xml' })
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toContain('<h1>')
    expect((await ask(`${path}?f=json`)).headers.get('content-type')).toMatch(/json/)
  }
  expect(failures).toEqual([])
})
