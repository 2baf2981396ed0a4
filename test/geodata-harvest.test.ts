import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { point } from '@amtsweg/backend/geodata/testing.ts'
import { systemOfCode } from '@amtsweg/backend/geometry/reference-system.ts'
import { anyPort, openGeoNode } from './federation/geo-nodes.ts'

const points = (...ids: readonly string[]) => ids.map((id) => point(id, 11, 53))

async function pair() {
  const [town, kreis] = [await openGeoNode('town'), await openGeoNode('kreis')]
  await town.add('playgrounds', { provider: 'Stadt Musterstadt', title: 'Spielplätze' })
  return { town, kreis }
}

describe('a copy of another node’s collection', () => {
  test('is the same, says whose it is, and by whom it came', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a', 'b', 'c'))
    const id = await kreis.harvest(town.collection('playgrounds'))
    expect(await kreis.content('copy')).toBeUndefined()
    expect(await kreis.run(id)).toEqual({ kind: 'taken', put: 3, gone: 0 })
    expect(await kreis.content('copy')).toEqual(await town.content('playgrounds'))
    const about = await kreis.about('copy')
    expect(about).toMatchObject({
      title: 'Spielplätze',
      provider: 'Stadt Musterstadt',
      licence: { code: 'dl-de-by-2.0' },
      titleProperty: 'name',
      changed: false,
      origin: { node: expect.stringMatching(/^[0-9a-f]{12}$/) },
    })
    expect(about['attribution']).toContain('© Stadt Musterstadt')
    expect(about['attribution']).toContain(`über ${new URL(town.origin).host}`)
    expect(await kreis.run(id)).toEqual({ kind: 'unchanged' })
  })

  test('hears what was put and what is gone, and tells its own followers', async () => {
    const { town, kreis } = await pair()
    const land = await openGeoNode('land')
    await town.publish('playgrounds', points('a', 'b', 'c'))
    const first = await kreis.harvest(town.collection('playgrounds'))
    await kreis.run(first)
    const second = await land.harvest(kreis.collection('copy'))
    await land.run(second)
    await town.publish('playgrounds', [...points('a', 'd'), point('c', 12, 53)])
    const before = town.server.asked.length
    expect(await kreis.run(first)).toEqual({ kind: 'taken', put: 2, gone: 1 })
    expect(town.server.asked.slice(before).some(({ url }) => url.includes('since='))).toBe(true)
    expect(await land.run(second)).toEqual({ kind: 'taken', put: 2, gone: 1 })
    expect(await land.content('copy')).toEqual(await town.content('playgrounds'))
    expect((await land.about('copy'))['attribution']).toContain('© Stadt Musterstadt')
  })

  test('keeps coordinates as they were delivered, and times', async () => {
    const { town, kreis } = await pair()
    const storage = systemOfCode('25833')!
    const time = [0, 86_399_999] as const
    await town.publish('playgrounds', [{ ...point('a', 261_811.554, 5_945_045.3), time }], { storage })
    const id = await kreis.harvest(town.collection('playgrounds'))
    await kreis.run(id)
    expect((await kreis.about('copy'))['storageCrs']).toBe(storage.uri)
    const there = `/items?crs=${encodeURIComponent(storage.uri)}`
    const [theirs, ours] = await Promise.all(
      [await town.get(`/collections/playgrounds${there}`), await kreis.get(`/collections/copy${there}`)].map(
        async (answer) => ((await answer.json()) as { features: unknown[] }).features,
      ),
    )
    expect(ours).toEqual(theirs)
    const later = await kreis.get('/collections/copy/items?datetime=1980-01-01')
    expect(await later.json()).toMatchObject({ numberMatched: 0 })
  })

  test('is read anew where the other collection has begun anew', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a', 'b'))
    const id = await kreis.harvest(town.collection('playgrounds'))
    await kreis.run(id)
    await town.db.deleteFrom('geo_collection').execute()
    await town.add('playgrounds', { created_at: '2026-11-25T09:00:00Z' })
    await town.publish('playgrounds', points('b', 'x'))
    expect(await kreis.run(id)).toEqual({ kind: 'taken', put: 1, gone: 1 })
    expect(await kreis.content('copy')).toEqual(await town.content('playgrounds'))
  })

  test('keeps nothing aside of changes that are too many, and reads the whole next time', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a'))
    const id = await kreis.harvest(town.collection('playgrounds'))
    await kreis.run(id)
    const many = Array.from({ length: 4_000 }, (_, index) => `p${index}`)
    await town.publish('playgrounds', points(...many))
    const staged = async () => (await kreis.db.selectFrom('geo_harvest_staged').selectAll().execute()).length
    const before = town.server.asked.length
    expect(await kreis.run(id, { longest: 250_000 })).toEqual({ kind: 'failed', code: 'too-large' })
    // Something had been laid aside: it is the second page of changes that is too much.
    expect(
      town.server.asked.slice(before).filter(({ url }) => url.includes('since=')).length,
    ).toBeGreaterThan(1)
    expect(await staged()).toBe(0)
    expect(Object.keys((await kreis.content('copy')) ?? {})).toEqual(['a'])
    expect(await kreis.run(id)).toEqual({ kind: 'taken', put: 4_000, gone: 1 })
    expect(await kreis.content('copy')).toEqual(await town.content('playgrounds'))
    expect(await staged()).toBe(0)
  })

  test('stays off the net once an officer has taken it off, and goes on from where it was put back', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a', 'b'))
    const id = await kreis.harvest(town.collection('playgrounds'))
    await kreis.run(id)
    const { version_id: shown } = await kreis.db
      .selectFrom('geo_collection')
      .select('version_id')
      .executeTakeFirstOrThrow()
    const show = (version: number | null) =>
      kreis.db.updateTable('geo_collection').set({ version_id: version }).execute()
    await show(null)
    await town.publish('playgrounds', points('b', 'c'))
    const before = town.server.asked.length
    expect(await kreis.run(id)).toEqual({ kind: 'unchanged' })
    expect(town.server.asked.length).toBe(before)
    expect(await kreis.content('copy')).toBeUndefined()
    await show(shown)
    expect(await kreis.run(id)).toEqual({ kind: 'taken', put: 1, gone: 1 })
    expect(await kreis.content('copy')).toEqual(await town.content('playgrounds'))
  })

  test('stays off the net where an officer takes it off while it is read', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a'))
    const id = await kreis.harvest(town.collection('playgrounds'))
    await kreis.run(id)
    await town.publish('playgrounds', points('a', 'b'))
    const asked = town.server.asked.length
    const taken = kreis.db.updateTable('geo_collection').set({ version_id: null })
    const ask = anyPort()
    const taking: typeof ask = async (question) => {
      if (town.server.asked.length > asked) await taken.execute()
      return ask(question)
    }
    expect(await kreis.run(id, { ask: taking })).toEqual({ kind: 'unchanged' })
    expect(town.server.asked.length).toBeGreaterThan(asked + 1)
    expect(await kreis.content('copy')).toBeUndefined()
    expect(await kreis.db.selectFrom('geo_version').selectAll().execute()).toHaveLength(1)
  })
})

describe('who may read a collection', () => {
  test('may copy it with a token, and the copy stays for authorities', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a'))
    await town.db.updateTable('geo_collection').set({ audience: 'authorities' }).execute()
    const without = await kreis.harvest(town.collection('playgrounds'))
    expect(await kreis.run(without)).toEqual({ kind: 'failed', code: 'no-collection' })
    const wrong = await kreis.harvest(town.collection('playgrounds'), { collection: 'b', token: 'wrong' })
    expect(await kreis.run(wrong)).toEqual({ kind: 'failed', code: 'not-allowed' })
    const order = { collection: 'c', token: town.token, audience: 'public' } as const
    const right = await kreis.harvest(town.collection('playgrounds'), order)
    expect(await kreis.run(right)).toMatchObject({ kind: 'taken' })
    expect(await kreis.content('c')).toBeUndefined()
    expect(await kreis.content('c', kreis.token)).toHaveProperty('a')
  })

  test('narrows with the original, also where no feature has changed', async () => {
    const { town, kreis } = await pair()
    await town.publish('playgrounds', points('a'))
    const id = await kreis.harvest(town.collection('playgrounds'), { token: town.token })
    await kreis.run(id)
    expect(await kreis.content('copy')).toHaveProperty('a')
    await town.db.updateTable('geo_collection').set({ audience: 'authority' }).execute()
    await kreis.run(id)
    expect(await kreis.content('copy')).toBeUndefined()
    expect(await kreis.content('copy', kreis.token)).toHaveProperty('a')
  })
})

test('a copy is not copied back, neither at once nor round a ring', async () => {
  const { town, kreis } = await pair()
  const land = await openGeoNode('land')
  await town.publish('playgrounds', points('a'))
  await kreis.run(await kreis.harvest(town.collection('playgrounds')))
  await land.run(await land.harvest(kreis.collection('copy')))
  for (const other of [kreis, land]) {
    const id = await town.harvest(other.collection('copy'), { collection: `of-${other.name}` })
    expect(await town.run(id)).toEqual({ kind: 'failed', code: 'own-data' })
  }
  const itself = await town.harvest(town.collection('playgrounds'), { collection: 'itself' })
  expect(await town.run(itself)).toEqual({ kind: 'failed', code: 'own-node' })
  expect(await town.content('itself')).toBeUndefined()
})

test('copies of any history end with what is there, wherever a visit is broken off', async () => {
  const features = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 2 })), {
    selector: ([id]) => id,
    maxLength: 25,
  })
  const step = fc.oneof(features, fc.integer({ min: 0, max: 12 }))
  const { town, kreis } = await pair()
  let number = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (history) => {
      const name = `history-${(number += 1)}`
      await town.add(name)
      await town.publish(name, [])
      const id = await kreis.harvest(town.collection(name), { collection: name })
      for (const one of history)
        if (Array.isArray(one))
          await town.publish(
            name,
            one.map(([key, lon]) => point(`p${key}`, lon, 53)),
          )
        else {
          // Broken off before one of its transactions; what it holds then is released as if its time had run out.
          const stop = new AbortController()
          let left = one
          const write: typeof kreis.write = (work) => {
            if ((left -= 1) < 0) stop.abort()
            return kreis.write(work)
          }
          await kreis.run(id, { signal: stop.signal, write })
          await kreis.db.updateTable('job').set({ lease_until: null, holder: null }).execute()
        }
      await kreis.run(id)
      expect(await kreis.content(name)).toEqual(await town.content(name))
    }),
    { numRuns: 20, seed: 5 },
  )
}, 60_000)
