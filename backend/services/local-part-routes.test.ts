import { beforeEach, describe, expect, test } from 'vitest'
import type { LocalParts, Problem, Service, ServicePage } from '@amtsweg/contract'
import { listAudit } from '../access/index.ts'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { importServices, service } from './testing.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const path = `/api/v1/services/hund/parts/${hagenow}`

const parts = {
  fees: [
    {
      kind: 'fixed',
      amountCents: 6_000,
      currency: 'EUR',
      text: 'je Hund und Jahr',
      advancePayment: false,
      lang: 'de',
    },
    { kind: 'variable', lowerCents: 100, upperCents: 200, currency: 'EUR', advancePayment: true, lang: 'de' },
  ],
  forms: [{ title: 'Anmeldung', url: 'https://www.destatis.de/hagenow/hund.pdf', lang: 'de' }],
  onlineServices: [{ title: 'Online anmelden', url: 'https://www.destatis.de/hagenow/hund', lang: 'de' }],
}

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importServices(db, [
    service('hund', {
      typisierung: '5',
      titles: { de: 'Hund anmelden', en: 'Register a dog' },
      fees: [
        { kind: 'text', text: 'nach Satzung', currency: 'EUR', advancePayment: false, lang: 'de' },
        { kind: 'text', text: 'by statute', currency: 'EUR', advancePayment: false, lang: 'en' },
      ],
    }),
  ])
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', landhagen)
  token = await addTestToken(db, 'hagenow')
  app = createApp({ database, now: () => testStart })
})

const read = async <Body>(address: string) => (await (await app.request(address)).json()) as Body
const page = (area: string, lang = 'de') => read<Service>(`/api/v1/services/hund?area=${area}&lang=${lang}`)
const tagOf = async (address: string) => (await app.request(address)).headers.get('etag') ?? ''
const send = async (method: 'PUT' | 'DELETE', body?: object, address = path) =>
  app.request(address, editing(method, { token, match: await tagOf(address), ...(body ? { body } : {}) }))

describe('what a town has of its own for a service of the Land', () => {
  test('is told back as it is kept', async () => {
    expect(await read(path)).toEqual({
      service: 'hund',
      regionKey: hagenow,
      fees: [],
      forms: [],
      onlineServices: [],
    })
    const response = await send('PUT', parts)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ service: 'hund', regionKey: hagenow, ...parts })
    expect(await read(path)).toEqual({ service: 'hund', regionKey: hagenow, ...parts })
  })

  test('stands before what the Land says, on the pages of the town and nowhere else', async () => {
    await send('PUT', parts)
    const { fees, forms, onlineServices, sources } = await page(`${hagenow}060`)
    expect(fees.map(({ amountCents, text }) => amountCents ?? text)).toEqual([
      6_000,
      undefined,
      'nach Satzung',
    ])
    expect(forms).toMatchObject([{ title: 'Anmeldung', invented: false }])
    expect(onlineServices).toMatchObject([{ url: 'https://www.destatis.de/hagenow/hund' }])
    expect(sources).toContain('authority-hagenow')
    expect((await page(landhagen)).fees).toHaveLength(1)
    expect((await page('13')).forms).toEqual([])
  })

  test('says whose it is and since when', async () => {
    await send('PUT', parts)
    expect((await page(hagenow)).fees[0]?.provenance).toMatchObject({
      layer: 'gemeinde',
      areaName: 'Hagenow',
      source: 'authority-hagenow',
      updatedAt: testStart.toISOString(),
    })
  })

  test('is read in German where the Land speaks the reader’s language and the town does not', async () => {
    await send('PUT', parts)
    const { fees } = await page(hagenow, 'en')
    expect(fees.map(({ text }) => text)).toEqual(['je Hund und Jahr', undefined, 'by statute'])
  })

  test('makes the service one that can be done online there', async () => {
    const online = async (area: string) =>
      (await read<ServicePage>(`/api/v1/services?area=${area}`)).items.map((one) => one.online)
    expect(await online(hagenow)).toEqual([false])
    await send('PUT', parts)
    expect([await online(hagenow), await online(landhagen)]).toEqual([[true], [false]])
  })

  test('keeps the date of what did not change', async () => {
    await send('PUT', parts)
    app = createApp({ database, now: () => new Date('2026-11-24T09:00:00Z') })
    await send('PUT', { ...parts, fees: [parts.fees[0], { kind: 'text', text: 'sonst nichts' }] })
    const dates = (await page(hagenow)).fees.slice(0, 2).map(({ provenance }) => provenance?.updatedAt)
    expect(dates).toEqual([testStart.toISOString(), '2026-11-24T09:00:00.000Z'])
  })

  test('outlives a new edition of the description, and is taken back as a whole', async () => {
    await send('PUT', parts)
    await importServices(database.db, [service('hund', { typisierung: '5', titles: { de: 'Hund neu' } })])
    expect((await page(hagenow)).forms).toHaveLength(1)
    expect((await send('DELETE')).status).toBe(204)
    expect((await page(hagenow)).forms).toEqual([])
    expect((await listAudit(database.db, { limit: 5 })).map(({ action }) => action)).toEqual([
      'parts.delete',
      'parts.put',
    ])
  })

  test('is looked at for dead links like any other address', async () => {
    const uses = () => database.db.selectFrom('link_use').select('url').orderBy('url').execute()
    await send('PUT', parts)
    expect((await uses()).map(({ url }) => url)).toEqual([
      'https://www.destatis.de/hagenow/hund',
      'https://www.destatis.de/hagenow/hund.pdf',
    ])
    await send('DELETE')
    expect(await uses()).toEqual([])
  })
})

describe('what is refused', () => {
  test.each([
    ['a form that is a script', { forms: [{ title: 'x', url: 'javascript:alert(1)' }] }, '/forms/0/url'],
    ['a form without an address', { forms: [{ title: 'x' }] }, '/forms/0/url'],
    ['a fixed fee without an amount', { fees: [{ kind: 'fixed' }] }, '/fees/0/amountCents'],
    ['a fee below nothing', { fees: [{ kind: 'fixed', amountCents: -1 }] }, '/fees/0/amountCents'],
    ['half a cent', { fees: [{ kind: 'fixed', amountCents: 0.5 }] }, '/fees/0/amountCents'],
    [
      'a range that runs backwards',
      { fees: [{ kind: 'variable', lowerCents: 2, upperCents: 1 }] },
      '/fees/0/upperCents',
    ],
    ['a fee in words without words', { fees: [{ kind: 'text' }] }, '/fees/0/text'],
    [
      'money that there is none of',
      { fees: [{ kind: 'fixed', amountCents: 1, currency: 'Mark' }] },
      '/fees/0/currency',
    ],
    [
      'an online service without a name',
      { onlineServices: [{ title: ' ', url: 'https://a.example' }] },
      '/onlineServices/0/title',
    ],
  ])('%s', async (_case, body, pointer) => {
    const response = await send('PUT', body)
    const problem = (await response.json()) as Problem
    expect([response.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([
      422,
      'invalid-body',
      pointer,
    ])
    expect((await read<LocalParts>(path)).fees).toEqual([])
  })

  test('what a neighbour or the Kreis says', async () => {
    for (const area of [landhagen, '13076']) {
      const response = await send('PUT', parts, path.replace(hagenow, area))
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([403, 'not-yours'])
    }
  })
})
