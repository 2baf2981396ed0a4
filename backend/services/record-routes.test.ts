import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, Service, ServicePage } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import type { ServiceEditState } from './own-service.ts'
import { importServices, importSupplements, service, text } from './testing.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const key = '99102013000000'
const path = '/api/v1/services/hagenow-markt/record'

/** A local service with one of everything that can be said of one. */
const market = {
  regionKey: hagenow,
  audience: ['business'],
  lifeSituations: ['work'],
  keywords: { de: ['Marktstand', 'Wochenmarkt'] },
  titles: { de: 'Standplatz auf dem Wochenmarkt', en: 'Pitch on the market' },
  officialTitle: { de: 'Zuweisung eines Standplatzes' },
  modules: [
    { code: '06', lang: 'de', html: '<p>Jeden <strong>Dienstag</strong>.</p>' },
    { code: '06', lang: 'en', html: '<p>Every Tuesday.</p>' },
  ],
  documents: [{ name: 'Reisegewerbekarte', required: true, lang: 'de' }],
  fees: [{ kind: 'fixed', amountCents: 1_500, currency: 'EUR', advancePayment: false, lang: 'de' }],
  deadlines: [{ kind: 'duration', value: 2, unit: 'WOCHE', lang: 'de' }],
  processingTime: { value: 3, unit: 'TAG', text: { de: 'werktags', en: 'on workdays' } },
  legalBasis: [{ title: 'Marktsatzung', invented: false, lang: 'de' }],
  forms: [{ title: 'Antrag', url: 'https://www.destatis.de/antrag', invented: false, lang: 'de' }],
  onlineServices: [],
}

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importServices(db, [
    service('hund', { leistungsschluessel: key, typisierung: '5', modules: [text('06', 'Vom Land')] }),
    service('pass', { leistungsschluessel: '99091001012000', typisierung: '2' }),
    service('hagenow-alt', { regionKey: hagenow }),
    service('landhagen-alt', { regionKey: landhagen }),
  ])
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', landhagen)
  token = await addTestToken(db, 'hagenow')
  app = createApp({ database, now: () => testStart })
})

const read = async <Body>(address: string): Promise<Body> =>
  (await (await app.request(address)).json()) as Body
const put = async (body: unknown, address = path, match = 'new') =>
  app.request(address, editing('PUT', { token, body, match }))
const codeOf = async (response: Response) => ((await response.json()) as Problem).code
const found = async (q: string, area = hagenow) =>
  (await read<ServicePage>(`/api/v1/services?q=${encodeURIComponent(q)}&area=${area}`)).items.map(
    ({ id }) => id,
  )

describe('a service that a town describes itself', () => {
  test('is told back with all it was sent, and can be sent again as it is', async () => {
    const response = await put(market)
    expect(response.status, await response.clone().text()).toBe(200)
    const state = (await response.json()) as ServiceEditState
    expect(state).toMatchObject({ id: 'hagenow-markt', ...market })
    const { status, headers } = await put(state, path, response.headers.get('etag')!)
    expect([status, headers.get('etag')]).toEqual([200, response.headers.get('etag')])
    expect(await listAudit(database.db, { limit: 9 })).toHaveLength(1)
  })

  test('has a page, is found by its words and stands in the list, at once and only where it holds', async () => {
    expect(await found('Marktstand')).toEqual([])
    await put(market)
    expect(await read<Service>('/api/v1/services/hagenow-markt')).toMatchObject({
      title: market.titles.de,
      provenance: { author: 'Verwaltung hagenow', layer: 'gemeinde', source: 'authority-hagenow' },
    })
    expect(await found('Marktstand')).toEqual(['hagenow-markt'])
    expect(await found('Marktstand', landhagen)).toEqual([])
  })

  test('is found by its new words when it is described anew, and no longer by the old ones', async () => {
    await put(market)
    await put({ ...market, keywords: { de: ['Trödelmarkt'] } }, path, '*')
    expect(await found('Trödelmarkt')).toEqual(['hagenow-markt'])
    expect((await read<Service>('/api/v1/services/hagenow-markt')).keywords).toEqual(['Trödelmarkt'])
  })

  test('stands before the text of the Land in its own area only', async () => {
    await put({ ...market, leistungsschluessel: key }, '/api/v1/services/hagenow-hund/record')
    expect((await read<Service>(`/api/v1/services/${key}?area=${hagenow}`)).id).toBe('hagenow-hund')
    expect((await read<Service>(`/api/v1/services/${key}?area=${landhagen}`)).id).toBe('hund')
  })

  test('goes as a whole, and what was added to it waits', async () => {
    await put(market)
    await importSupplements(database.db, [
      { id: 's', service: 'hagenow-markt', regionKey: hagenow, lang: 'de', code: '06', html: 'Dazu' },
    ])
    const response = await app.request(path, editing('DELETE', { token, match: '*' }))
    expect(response.status).toBe(204)
    expect((await app.request('/api/v1/services/hagenow-markt')).status).toBe(404)
    expect(await found('Marktstand')).not.toContain('hagenow-markt')
    expect(await database.db.selectFrom('service_supplement').select('id').execute()).toEqual([{ id: 's' }])
  })

  test('is not taken over by an import of the same id', async () => {
    await put(market)
    const report = await importServices(database.db, [service('hagenow-markt')])
    expect(report.rejected).toMatchObject([
      { reason: 'The id hagenow-markt belongs to the source authority-hagenow' },
    ])
  })
})

describe('what cannot be described', () => {
  const record = (id: string) => `/api/v1/services/${id}/record`

  test.each([
    ['a service of another town', record('landhagen-alt'), market, 403, 'not-yours'],
    ['a service for all Germany', record('hund'), market, 403, 'not-yours'],
    ['a service of the town that an import keeps', record('hagenow-alt'), market, 409, 'kept-by-import'],
    ['a new one for another town', path, { ...market, regionKey: landhagen }, 403, 'not-yours'],
    ['a new one for the Kreis around', path, { ...market, regionKey: '13076' }, 403, 'not-yours'],
    ['a new one for all Germany', path, { ...market, regionKey: undefined }, 403, 'not-yours'],
    ['a new one for nowhere', path, { ...market, regionKey: '99' }, 404, 'area-unknown'],
    ['what the Bund describes', path, { ...market, leistungsschluessel: '99091001012000' }, 403, 'text-reserved'],
    ['a Leistungsschluessel as id', record(key), market, 400, 'invalid-path'],
    ['the key by which responsibilities are recorded', record(`leika:${key}`), market, 400, 'invalid-path'],
    ['a further key that is none', path, { ...market, furtherKeys: [` ${key}`] }, 422, 'invalid-body'],
    ['an address that is taken', record('suggest'), market, 400, 'invalid-path'],
    ['one without a German title', path, { ...market, titles: { en: 'Market' } }, 422, 'invalid-body'],
    ['one with an unknown module', path, { ...market, modules: [{ code: '99', lang: 'de', html: 'x' }] }, 422, 'invalid-body'],
    ['nothing', path, {}, 422, 'invalid-body'],
  ])('%s', async (_name, address, body, status, code) => {
    const response = await put(body, address)
    expect([response.status, await codeOf(response)]).toEqual([status, code])
    expect(await listAudit(database.db, { limit: 9 })).toEqual([])
  }) // prettier-ignore

  test.each([
    ['another’s', 'landhagen-alt', 403, 'not-yours'],
    ['an imported one', 'hagenow-alt', 409, 'kept-by-import'],
    ['none', 'nothing', 404, 'service-unknown'],
  ])('nor deleted: %s', async (_name, id, status, code) => {
    const response = await app.request(record(id), editing('DELETE', { token, match: '*' }))
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  test('the slower of two editors is told', async () => {
    const tag = (await put(market)).headers.get('etag')!
    await put({ ...market, audience: ['citizen'] }, path, tag)
    expect((await put({ ...market, audience: [] }, path, tag)).status).toBe(412)
    expect((await put(market)).status).toBe(412)
  })
})

test('a description from an import can be read as editors write it', async () => {
  expect(await read('/api/v1/services/hund/record')).toMatchObject({
    id: 'hund',
    leistungsschluessel: key,
    modules: [{ code: '06', lang: 'de', html: '<p>Vom Land</p>' }],
  })
  expect((await app.request('/api/v1/services/nothing/record')).status).toBe(404)
})
