import { beforeEach, describe, expect, test } from 'vitest'
import type { AuditEntry, Authority, OriginCount, Problem } from '@amtsweg/contract'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { findAuthority, saveAuthority } from './repository.ts'
import { recorded, waiting } from './repository-audit.ts'
import { addEmbeddings } from './repository-embeddings.ts'
import { addAuthority, addTestToken, testStart } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await addAuthority(db, 'wismar', '130740087')
  await addAuthority(db, 'hagenow', '130760060')
  for (let index = 1; index <= 6; index += 1)
    await recorded(
      waiting(db),
      { token: null, authority: index % 2 ? 'wismar' : 'hagenow' },
      testStart.toISOString(),
      async () => ({
        result: undefined,
        change: { action: 'test', subject: `thing ${index}`, before: undefined, after: index },
      }),
    )
  app = createApp({ database, now: () => testStart })
})

async function ask(query: string, scopes: Parameters<typeof addTestToken>[2] = ['audit:read']) {
  const token = await addTestToken(database.db, 'wismar', scopes)
  return app.request(`/api/v1/audit${query}`, { headers: { authorization: `Bearer ${token}` } })
}
const page = async (query: string) =>
  (await (await ask(query)).json()) as { items: AuditEntry[]; next: string | null }

test('an authority reads what was changed in its name, the newest first, and nothing of others', async () => {
  const { items, next } = await page('')
  expect(items.map(({ subject }) => subject)).toEqual(['thing 5', 'thing 3', 'thing 1'])
  expect(next).toBeNull()
})

test('the trail is read page by page to its beginning', async () => {
  const first = await page('?limit=2')
  expect(first.items.map(({ seq }) => seq)).toEqual([5, 3])
  const second = await page(`?limit=2&cursor=${first.next}`)
  expect(second.items.map(({ seq }) => seq)).toEqual([1])
  expect(second.next).toBeNull()
})

test('nobody keeps the answer', async () =>
  expect((await ask('')).headers.get('cache-control')).toBe('private, no-store'))

test.each([
  ['?cursor=nonsense', 400, 'invalid-cursor'],
  ['?limit=0', 400, 'invalid-query'],
])('%s is refused', async (query, status, code) => {
  const response = await ask(query)
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([status, code])
})

test('without the scope nothing is told', async () => {
  const response = await ask('', ['units:write'])
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([403, 'scope-missing'])
})

const authorities = async (query: string) =>
  ((await (await app.request(`/api/v1/authorities${query}`)).json()) as { items: Authority[] }).items

test('anybody may know who keeps which area, the larger first, and how they want to be shown', async () => {
  await addAuthority(database.db, 'land', '13', ['https://secret.example'])
  expect((await authorities('')).map(({ id }) => id)).toEqual(['land', 'wismar', 'hagenow'])
  expect((await authorities('?area=13'))[0]).toEqual({
    id: 'land',
    regionKey: '13',
    name: 'Verwaltung land',
    lang: 'de',
    languages: ['de'],
    holidaysLand: '13',
  })
})

test.each([
  ['a Gemeinde of a town, by its ARS', '130760060060', ['hagenow']],
  ['the same by its AGS', '13076060', ['hagenow']],
  ['an area that nobody registered', '130725254111', []],
])('%s belongs to the nearest authority, if any', async (_name, area, ids) =>
  expect((await authorities(`?area=${area}`)).map(({ id }) => id)).toEqual(ids),
)

test('its name is told in the reader’s language where it has one', async () => {
  const hagenow = (await findAuthority(database.db, 'hagenow'))!
  const names = { ...hagenow.names, en: 'Town of Hagenow' }
  await saveAuthority(database.db, { ...hagenow, names }, testStart.toISOString())
  const told = async (lang: string) => (await authorities(`?area=13076060&lang=${lang}`))[0]?.name
  expect([await told('en'), await told('fr')]).toEqual(['Town of Hagenow', 'Verwaltung hagenow'])
})

test('of an area that nobody knows nothing is told', async () => {
  const response = await app.request('/api/v1/authorities?area=99')
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([404, 'area-unknown'])
})

describe('which websites embed widgets', () => {
  const row = (host: string, region_key: string, requests: number, period = '2026-11') => ({
    period,
    host,
    widget: 'amt-wayfinder',
    region_key,
    requests,
  })
  beforeEach(async () => {
    const { db } = database
    await addAuthority(db, 'land', '13')
    await saveAuthority(
      db,
      { ...(await findAuthority(db, 'wismar'))!, origins: [{ origin: 'https://www.wismar.example:8443' }] },
      testStart.toISOString(),
    )
    await addEmbeddings(db, [
      row('zeitung.example', '130740087', 9),
      row('zeitung.example', '130740087', 30, '2026-10'),
      row('www.wismar.example', '', 12),
      row('www.hagenow.example', '130760060', 50),
      row('nirgends.example', '', 99),
    ])
  })

  const origins = async (id: string, query = '') => {
    const token = await addTestToken(database.db, id, ['origins:read'])
    const response = await app.request(`/api/v1/origins${query}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return (await response.json()) as { items: OriginCount[]; next: string | null; code?: string }
  }
  const hosts = async (id: string, query = '') =>
    (await origins(id, query)).items.map(({ month, host, requests }) => `${month} ${host} ${requests}`)

  test('an authority reads of its area and of its own websites, the newest month and the most asked first', async () => {
    expect((await origins('wismar')).items).toEqual([
      { month: '2026-11', host: 'www.wismar.example', registered: true, widget: 'amt-wayfinder', regionKey: null, requests: 12 },
      { month: '2026-11', host: 'zeitung.example', registered: false, widget: 'amt-wayfinder', regionKey: '130740087', requests: 9 },
      { month: '2026-10', host: 'zeitung.example', registered: false, widget: 'amt-wayfinder', regionKey: '130740087', requests: 30 },
    ]) // prettier-ignore
    expect(await hosts('hagenow')).toEqual(['2026-11 www.hagenow.example 50'])
  })

  test('a Land reads of all authorities within', async () => {
    expect(await hosts('land', '?month=2026-11')).toEqual([
      '2026-11 www.hagenow.example 50',
      '2026-11 zeitung.example 9',
    ])
  })

  test('page by page, and nothing twice', async () => {
    const first = await origins('wismar', '?limit=2')
    const second = await origins('wismar', `?limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items]).toEqual((await origins('wismar')).items)
    expect(second.next).toBeNull()
    expect(await origins('wismar', `?month=2026-11&cursor=${first.next}`)).toMatchObject({
      code: 'invalid-cursor',
    })
  })

  test.each(['?month=2026', '?month=2026-13', '?limit=0'])('%s is refused', async (query) => {
    expect(await origins('wismar', query)).toMatchObject({ code: 'invalid-query' })
  })
})
