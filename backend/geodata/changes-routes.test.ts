import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAuthority, addTestToken } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { systemOfCode } from '../geometry/reference-system.ts'
import { createApp } from '../http/app.ts'
import { type NewFeature } from './repository-versions.ts'
import { discardVersion } from './repository-versions.ts'
import { addTestCollection, inTransactions, point, publishTestVersion } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openTestDatabase()
  app = createApp({ database })
  await addAuthority(database.db, 'musterstadt', '130760000000')
  await addTestCollection(database.db, { id: 'playgrounds', authority_id: 'musterstadt' })
})

interface Page {
  readonly kind: 'whole' | 'changes'
  readonly features: readonly { readonly id: string; readonly time?: object; readonly geometry: object }[]
  readonly gone: readonly string[]
  readonly next: string
  readonly complete: boolean
  readonly node: string
  readonly code: string
  readonly links: readonly { readonly rel: string; readonly href: string }[]
}

const ask = (query = '', headers: Record<string, string> = {}) =>
  app.request(`/ogc/collections/playgrounds/changes?${query}`, { headers })
const read = async (query = '') => (await (await ask(query)).json()) as Page
const publish = (features: readonly NewFeature[], more = {}) =>
  publishTestVersion(database, 'playgrounds', features, more)
const points = (...ids: readonly string[]) => ids.map((id) => point(id, 11, 53))
const ids = ({ features }: Page) => features.map(({ id }) => id)

describe('the changes of a collection', () => {
  test('begin with everything there is, and go on with what was put and what is gone', async () => {
    await publish(points('a', 'b', 'c'))
    const whole = await read()
    expect(whole).toMatchObject({ kind: 'whole', gone: [], complete: true })
    expect(whole.node).toMatch(/^[0-9a-f]{12}$/)
    expect(ids(whole)).toEqual(['a', 'b', 'c'])
    const nothing = await read(`since=${whole.next}`)
    expect(nothing).toMatchObject({ kind: 'changes', features: [], gone: [], complete: true })
    await publish([...points('a', 'd'), point('c', 12, 53)])
    const changes = await read(`since=${nothing.next}`)
    expect([ids(changes).sort(), changes.gone, changes.complete]).toEqual([['c', 'd'], ['b'], true])
  })

  test('are read page by page from one version, whatever is published meanwhile', async () => {
    await publish(points('a', 'b', 'c'))
    const first = await read('limit=2')
    expect([ids(first), first.complete]).toEqual([['a', 'b'], false])
    await publish(points('a', 'x'))
    const second = await read(`since=${first.next}&limit=2`)
    expect([ids(second), second.complete]).toEqual([['c'], true])
    const then = await read(`since=${second.next}`)
    expect([ids(then), [...then.gone].sort()]).toEqual([['x'], ['b', 'c']])
  })

  test('name the address of the next page, which keeps the system asked for', async () => {
    const storage = systemOfCode('25833')!
    await publish([{ ...point('a', 261_811, 5_945_045), time: [0, 86_399_999] }], { storage })
    const crs = encodeURIComponent(storage.uri)
    const answer = await ask(`crs=${crs}`)
    expect(answer.headers.get('content-crs')).toBe(`<${storage.uri}>`)
    const page = (await answer.json()) as Page
    expect(page.features[0]).toMatchObject({
      geometry: { coordinates: [261_811, 5_945_045] },
      time: { interval: ['1970-01-01T00:00:00Z', '1970-01-01T23:59:59.999Z'] },
    })
    const next = new URL(page.links.find(({ rel }) => rel === 'next')?.href ?? '')
    expect(next.searchParams.get('since')).toBe(page.next)
    expect(next.searchParams.get('crs')).toBe(storage.uri)
    const collection = await (await app.request('/ogc/collections/playgrounds?f=json')).text()
    expect(collection).toContain('"rel":"urn:amtsweg:rel:changes"')
  })
})

describe('a place to go on from', () => {
  test('is refused where none of ours, or none of this list, ever was', async () => {
    await publish(points('a'))
    for (const query of ['since=x', 'limit=0', 'limit=-1', 'limit=a', 'f=html', 'until=3', 'crs=EPSG:1'])
      expect((await ask(query)).status, query).toBe(400)
    expect((await read('since=x')).code).toBe('invalid-cursor')
  })

  test('is gone where the collection, or the installation, has begun anew', async () => {
    await publish(points('a'))
    const { next } = await read()
    await database.db.updateTable('feed_state').set({ epoch: '0123456789ab' }).execute()
    expect(await read(`since=${next}`)).toMatchObject({ code: 'changes-gone', status: 410 })
    const again = await read()
    await database.db.updateTable('geo_collection').set({ version_id: null }).execute()
    await publish(points('b'))
    expect((await ask(`since=${again.next}`)).status).toBe(410)
  })

  test('is gone where what went away since is forgotten, or the version that was being read', async () => {
    const version = await publish(points('a', 'b'))
    const [whole, half] = [await read(), await read('limit=1')]
    await publish(points('a'))
    await database.db.updateTable('geo_collection').set({ changes_pruned: 1 }).execute()
    expect((await ask(`since=${whole.next}`)).status).toBe(410)
    await database.db.updateTable('geo_collection').set({ changes_pruned: 0 }).execute()
    expect((await ask(`since=${half.next}`)).status).toBe(200)
    await discardVersion(inTransactions(database.db), version)
    expect((await ask(`since=${half.next}`)).status).toBe(410)
  })
})

test('who may not read a collection hears nothing of its changes', async () => {
  await publish(points('a'))
  await database.db.updateTable('geo_collection').set({ audience: 'authorities' }).execute()
  const token = await addTestToken(database.db, 'musterstadt')
  expect((await ask()).status).toBe(404)
  const answer = await ask('', { authorization: `Bearer ${token}` })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
})

test('a follower who comes at any time, with pages of any size, ends with what is there', async () => {
  const features = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 2 })), {
    selector: ([id]) => id,
    maxLength: 8,
  })
  const steps = fc.array(fc.oneof(features, fc.integer({ min: 1, max: 4 })), { minLength: 4, maxLength: 14 })
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      let now: Readonly<Record<string, number>> = {}
      const copy = new Map<string, number>()
      let next: string | undefined
      const visit = async (limit: number) => {
        const page = await read(`limit=${limit}${next === undefined ? '' : `&since=${next}`}`)
        if (next === undefined) copy.clear()
        for (const { id, geometry } of page.features)
          copy.set(id, (geometry as { coordinates: number[] }).coordinates[0] ?? 0)
        for (const id of page.gone) copy.delete(id)
        next = page.next
        return page
      }
      await publish([])
      for (const step of history)
        if (typeof step === 'number') await visit(step)
        else {
          await publish(step.map(([id, lon]) => point(`p${id}`, lon, 53)))
          now = Object.fromEntries(step.map(([id, lon]) => [`p${id}`, lon]))
        }
      for (let page; !page || page.kind === 'whole' || !page.complete;) page = await visit(3)
      expect(Object.fromEntries(copy)).toEqual(now)
    }),
    { numRuns: 20, seed: 11 },
  )
})
