import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, ServiceRecordPage, ServiceRecordSummary } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { listServiceRecords } from '../services/index.ts'
import { importServices, importSupplements, service, text } from '../services/testing.ts'
import { rebuildSearchIndex } from './rebuild-search-index.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const address = '/api/v1/services/records'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importServices(db, [
    service('hund', { titles: { de: 'Hund anmelden' }, typisierung: '5', modules: [text('06', 'Vom Land')] }),
    service('uebung', { titles: { de: 'Übungsplatz' }, regionKey: '13', typisierung: '5' }),
    service('pass', { titles: { de: 'Reisepass' }, typisierung: '5', keywords: { de: ['Ausweis'] } }),
    service('fremd', { titles: { de: 'Fremdes' }, regionKey: landhagen }),
  ])
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', landhagen)
  token = await addTestToken(db, 'hagenow')
  app = createApp({ database, now: () => testStart })
})

const ask = async (query = '', by = token) => app.request(`${address}${query}`, editing('GET', { token: by }))
const list = async (query = '', by = token) => (await (await ask(query, by)).json()) as ServiceRecordPage
const idsOf = async (query = '', by = token) => (await list(query, by)).items.map(({ id }) => id)
const stateOf = ({ own, holdsIn, added, withdrawn }: ServiceRecordSummary) => ({
  ...{ own, added, withdrawn },
  area: holdsIn?.regionKey,
})

async function put(path: string, body: object, by = token): Promise<void> {
  const at = `/api/v1/services/${path}`
  const there = await app.request(at)
  const match = there.ok ? (there.headers.get('etag') ?? '') : 'new'
  const response = await app.request(at, editing('PUT', { token: by, body, match }))
  expect(response.status, await response.clone().text()).toBe(200)
}

const fee = { kind: 'fixed', amountCents: 100, currency: 'EUR', advancePayment: false, lang: 'de' }
const supplement = { code: '06', lang: 'de', mode: 'addition', html: '<p>Im Rathaus.</p>' }
const own = {
  ...{ regionKey: hagenow, audience: ['citizen'], titles: { de: 'Wochenmarkt' }, modules: [] },
  ...{ keywords: {}, lifeSituations: [], documents: [], fees: [], deadlines: [] },
  ...{ legalBasis: [], forms: [], onlineServices: [] },
}

describe('what an authority says of its services', () => {
  beforeEach(async () => {
    await put('markt/record', own)
    await put(`hund/supplements/${hagenow}`, { items: [supplement] })
    await put(`hund/parts/${hagenow}`, { fees: [fee], forms: [], onlineServices: [] })
    await put(`pass/parts/${hagenow}`, { fees: [], forms: [], onlineServices: [] })
    await put(`uebung/withdrawals/${hagenow}`, { reasons: { de: 'Gibt es hier nicht.' } })
    await database.db.transaction().execute((trx) => rebuildSearchIndex(trx))
  })

  test('stands beside each, and the list has what is not offered too', async () => {
    const { items } = await list()
    expect(Object.fromEntries(items.map((item) => [item.id, stateOf(item)]))).toEqual({
      hund: { own: false, added: ['text', 'fee'], withdrawn: false, area: undefined },
      pass: { own: false, added: [], withdrawn: false, area: undefined },
      uebung: { own: false, added: [], withdrawn: true, area: '13' },
      markt: { own: true, added: [], withdrawn: false, area: hagenow },
    })
    expect(items.map(({ id }) => id)).toEqual(['hund', 'pass', 'uebung', 'markt'])
    expect(items[2]?.holdsIn?.name).toBe('Mecklenburg-Vorpommern')
  })

  test.each([
    ['?show=own', ['markt']],
    ['?show=supplemented', ['hund']],
    ['?show=withdrawn', ['uebung']],
    ['?show=withdrawn&q=%C3%9Cbung', ['uebung']],
    ['?show=withdrawn&q=ubungs%20platz', ['uebung']],
    ['?show=withdrawn&q=hund', []],
    ['?show=own&q=%25', ['markt']],
    ['?q=Ausweis', ['pass']],
    ['?q=%C3%9Cbungsplatz', ['uebung']],
    ['?q=%20', ['hund', 'pass', 'uebung', 'markt']],
  ])('%s narrows the list', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected)
  })

  test('a search is read page by page, each service once', async () => {
    const found: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await list(`?q=anmelden&limit=1${cursor && `&cursor=${cursor}`}`)
      found.push(...page.items.map(({ id }) => id))
      cursor = page.next
    }
    expect(found).toContain('hund')
    expect(new Set(found).size).toBe(found.length)
  })

  test('is not told to another authority, which sees its own', async () => {
    const other = await addTestToken(database.db, 'landhagen')
    const { items } = await list('', other)
    expect(items.map(({ id }) => id)).toEqual(['fremd', 'hund', 'pass', 'uebung'])
    expect(items.map(stateOf).some(({ added, withdrawn }) => withdrawn || added.length > 0)).toBe(false)
    for (const show of ['own', 'supplemented', 'withdrawn'])
      expect(await idsOf(`?show=${show}`, other)).toEqual([])
  })
})

test('what was imported as a supplement is not the work of the authority', async () => {
  await importSupplements(database.db, [
    { service: 'hund', regionKey: hagenow, code: '06', lang: 'de', html: '<p>Aus einer Datei.</p>' },
  ])
  expect(await idsOf('?show=supplemented')).toEqual([])
})

test('the pages follow each other without a gap, and take no cursor of another list', async () => {
  const first = await list('?limit=2')
  const second = await list(`?limit=2&cursor=${first.next}`)
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['hund', 'pass', 'uebung'])
  expect(second.next).toBeNull()
  const wrong = await ask(`?show=own&cursor=${first.next}`)
  expect([wrong.status, ((await wrong.json()) as Problem).code]).toEqual([400, 'invalid-cursor'])
})

test('a page costs the same number of queries however long it is', async () => {
  const count = async (limit: number) => {
    let queries = 0
    const { db } = database
    const counted = db.withPlugin({
      transformQuery: ({ node }) => (queries++, node),
      transformResult: async ({ result }) => result,
    })
    const keeper = { sourceId: 'authority-hagenow', regionKey: hagenow }
    await listServiceRecords(counted, { keeper, day: '2026-11-30', limit })
    return queries
  }
  expect(await count(1)).toBe(await count(3))
})

test('takes a right to write of services', async () => {
  expect((await app.request(address)).status).toBe(401)
  for (const [scope, status] of [
    ['units:write', 403],
    ['services:write', 200],
    ['supplements:write', 200],
    ['keywords:write', 200],
  ] as const)
    expect((await ask('', await addTestToken(database.db, 'hagenow', [scope]))).status).toBe(status)
})

test('no service may take the address', async () => {
  const response = await app.request(
    '/api/v1/services/records/record',
    editing('PUT', { token, body: own, match: 'new' }),
  )
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([400, 'invalid-path'])
})
