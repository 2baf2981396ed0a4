import { beforeEach, expect, test } from 'vitest'
import type { GeoHarvest, GeoHarvestBody } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'

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
