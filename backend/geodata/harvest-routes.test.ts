import { beforeEach, expect, test } from 'vitest'
import type { GeoHarvest, GeoHarvestBody, GeoOffers } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import type { HarvestVisitor } from './harvest-routes.ts'
import { addTestCollection, publishTestVersion } from './testing.ts'

let database: OpenDatabase
let token: string
let other: string
beforeEach(async () => {
  database = await openTestDatabase()
  await addAuthority(database.db, 'musterstadt', '130769901')
  await addAuthority(database.db, 'beispielhagen', '130749902')
  token = await addTestToken(database.db, 'musterstadt')
  other = await addTestToken(database.db, 'beispielhagen')
})

const ask = async <Answer>(method: string, path = '', body?: object, as = token) => {
  const app = createApp({ database, now: () => testStart })
  const answer = await app.request(`/api/v1/geodata/harvests${path}`, {
    ...editing('GET', { token: as, body }),
    method,
  })
  const text = await answer.text()
  return { status: answer.status, text, body: (text === '' ? undefined : JSON.parse(text)) as Answer }
}
const wanted: Partial<GeoHarvestBody> = {
  url: 'https://geo.beispielhagen.example/ogc/collections/beaches',
  collection: 'strand',
  token: 'amt_geheim',
  everyMinutes: 60,
}
const list = async (as = token) =>
  (await ask<{ items: readonly GeoHarvest[] }>('GET', '', undefined, as)).body.items

test('a copy is ordered, listed without its token, run, and ended', async () => {
  const { status, text, body } = await ask<GeoHarvest>('POST', '', wanted)
  expect(status).toBe(200)
  expect(text).not.toContain('geheim')
  expect(body).toMatchObject({ collection: 'strand', hasToken: true, everyMinutes: 60, state: 'waiting' })
  expect((await list()).map(({ id }) => id)).toEqual([body.id])
  expect((await ask('POST', `/${body.id}/run`)).status).toBe(204)
  expect((await ask('DELETE', `/${body.id}?copy=perhaps`)).status).toBe(400)
  expect((await ask('DELETE', `/${body.id}?copy=remove`)).status).toBe(204)
  expect(await list()).toEqual([])
  const trail = await database.db.selectFrom('audit_entry').select('action').orderBy('seq').execute()
  expect(trail.map(({ action }) => action)).toEqual(['geodata.harvest.add', 'geodata.harvest.remove'])
})

test('it is one’s own authority’s, and no id is given twice', async () => {
  const { body } = await ask<GeoHarvest>('POST', '', wanted)
  expect(await list(other)).toEqual([])
  expect((await ask('POST', `/${body.id}/run`, undefined, other)).status).toBe(404)
  expect((await ask('DELETE', `/${body.id}`, undefined, other)).status).toBe(404)
  expect((await ask('POST', '', wanted, other)).status).toBe(409)
})

test.each([
  { url: 'http://geo.example/collections/a' },
  { url: 'https://user:secret@geo.example/collections/a' },
  { url: 'ftp://geo.example/a' },
  { url: 'geo.example' },
  { collection: 'Groß' },
  { everyMinutes: 1 },
  { licence: 'mine' },
])('what cannot be is refused: %o', async (fault) => {
  expect((await ask('POST', '', { ...wanted, ...fault })).status).toBe(422)
  expect(await list()).toEqual([])
})

const edit = { audience: null, licence: null, provider: null, everyMinutes: 1_440, paused: false }

test('a copy rests while it is paused, and goes on at once', async () => {
  const { body } = await ask<GeoHarvest>('POST', '', wanted)
  const paused = await ask<GeoHarvest>('PUT', `/${body.id}`, { ...edit, paused: true })
  expect(paused.body).toMatchObject({ state: 'paused', nextDueAt: null, everyMinutes: 1_440, hasToken: true })
  const { due_at: due } = await database.db.selectFrom('job').select('due_at').executeTakeFirstOrThrow()
  expect(due > '9999').toBe(true)
  const again = await ask<GeoHarvest>('PUT', `/${body.id}`, { ...edit, token: null })
  expect(again.body).toMatchObject({ state: 'waiting', hasToken: false, nextDueAt: testStart.toISOString() })
  expect((await ask('PUT', `/${body.id}`, edit, other)).status).toBe(404)
  expect((await ask('PUT', `/${body.id}`, { ...edit, everyMinutes: 1 })).status).toBe(422)
  const trail = await database.db.selectFrom('audit_entry').selectAll().orderBy('seq').execute()
  expect(trail.map(({ action }) => action).slice(1)).toEqual(
    Array.from({ length: 2 }, () => 'geodata.harvest.change'),
  )
})

test('whoever narrows the readers of a copy does not wait for the other server', async () => {
  const { body } = await ask<GeoHarvest>('POST', '', { ...wanted, audience: 'public' })
  const audience = async () =>
    (await database.db.selectFrom('geo_collection').select('audience').executeTakeFirstOrThrow()).audience
  expect(await audience()).toBe('public')
  await ask('PUT', `/${body.id}`, { ...edit, audience: 'authority' })
  expect(await audience()).toBe('authority')
  // Wider it becomes only by what the other server says.
  await ask('PUT', `/${body.id}`, { ...edit, audience: 'public' })
  expect(await audience()).toBe('authority')
})

test('an officer sees what another server has, and why there is nothing', async () => {
  await addTestCollection(database.db, { id: 'beaches', authority_id: 'beispielhagen' })
  await publishTestVersion(database, 'beaches', [])
  const there = createApp({ database, now: () => testStart, publicUrl: 'https://geo.beispielhagen.example' })
  const visitor: HarvestVisitor = {
    mayBeOpen: () => false,
    ask: async (url) => {
      const answer = await there.request(url)
      return answer.ok ? { url, body: await answer.json() } : 'no-collection'
    },
  }
  const look = async (url: string, as = token) => {
    const app = createApp({ database, now: () => testStart, harvests: visitor })
    const answer = await app.request('/api/v1/geodata/harvests/offers', {
      ...editing('GET', { token: as, body: { url } }),
      method: 'POST',
    })
    return { status: answer.status, body: (await answer.json()) as GeoOffers }
  }
  const found = await look('https://geo.beispielhagen.example/')
  expect(found.body).toMatchObject({
    items: [{ id: 'beaches', kind: 'node', licence: 'dl-de-by-2.0', audience: 'public', error: null }],
    error: null,
  })
  expect(found.body.items[0]!.url).toBe('https://geo.beispielhagen.example/ogc/collections/beaches')
  expect((await look('https://geo.beispielhagen.example/ogc/collections/nothing')).body).toMatchObject({
    items: [],
    error: { code: 'no-collection' },
  })
  expect((await look('http://geo.beispielhagen.example/')).status).toBe(422)
})
