import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, Service, ServicePage, SupplementSet } from '@amtsweg/contract'
import { listAudit, verifyAudit } from '../access/index.ts'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import { type OpenDatabase, openDatabase } from '../database/database.ts'
import { testDatabaseUrl } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { importServices, importSupplements, service, text } from './testing.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const path = `/api/v1/services/hund/supplements/${hagenow}`
const words = (html: string, more: object = {}) => ({ items: [{ code: '06', html, ...more }] })

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importServices(db, [
    service('hund', { typisierung: '5', titles: { de: 'Hundesteuer' }, modules: [text('06', 'Vom Land')] }),
    service('pass', { typisierung: '2', titles: { de: 'Reisepass' }, modules: [text('06', 'Vom Bund')] }),
    service('markt', { regionKey: landhagen, titles: { de: 'Markt' } }),
  ])
  await addAuthority(db, 'hagenow', hagenow, ['https://www.hagenow.example'])
  await addAuthority(db, 'landhagen', landhagen)
  token = await addTestToken(db, 'hagenow')
  app = createApp({ database, now: () => testStart })
})

const read = async <Body>(address: string): Promise<Body> =>
  (await (await app.request(address)).json()) as Body
const page = (id: string, area: string) => read<Service>(`/api/v1/services/${id}?area=${area}`)
const tagOf = async (address: string) => (await app.request(address)).headers.get('etag')
const put = async (body: unknown, address = path, more: object = {}) =>
  app.request(address, editing('PUT', { token, body, match: await tagOf(address), ...more }))
const codeOf = async (response: Response) => ((await response.json()) as Problem).code

describe('what a town adds to a service', () => {
  test('is told back as it is kept, and stands on the page of the town at once', async () => {
    expect((await page('hund', hagenow)).modules[0]?.supplements).toEqual([])
    const response = await put(words('Nur mit <b onclick="x()">Termin</b>'))
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('private, no-cache')
    expect(await response.json()).toEqual({
      service: 'hund',
      regionKey: hagenow,
      items: [{ code: '06', lang: 'de', mode: 'addition', html: '<p>Nur mit <strong>Termin</strong></p>' }],
    })
    const [module] = (await page('hund', hagenow)).modules
    expect(module?.supplements[0]).toMatchObject({
      areaName: 'Hagenow',
      provenance: {
        author: 'Verwaltung hagenow',
        source: 'authority-hagenow',
        updatedAt: testStart.toISOString(),
      },
    })
  })

  test('is read in the Gemeinden below, and nowhere else', async () => {
    await put(words('Nur mit Termin'))
    expect((await page('hund', `${hagenow}060`)).modules[0]?.supplements).toHaveLength(1)
    expect((await page('hund', landhagen)).modules[0]?.supplements).toEqual([])
    expect(JSON.stringify(await page('hund', '13'))).not.toContain('Termin')
  })

  test('takes the place of a text that is left to it', async () => {
    await put(words('Eigene Worte', { mode: 'replacement' }))
    expect(JSON.stringify((await page('hund', hagenow)).modules)).toContain('Eigene Worte')
    expect(JSON.stringify((await page('hund', hagenow)).modules)).not.toContain('Vom Land')
    expect(JSON.stringify((await page('hund', landhagen)).modules)).toContain('Vom Land')
  })

  test('does not take the place of a text of the Bund', async () => {
    const address = path.replace('hund', 'pass')
    const response = await put(words('Eigene Worte', { mode: 'replacement' }), address)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      code: 'text-reserved',
      errors: [{ pointer: '/items/0/mode' }],
    })
    expect((await put(words('Dazu'), address)).status).toBe(200)
  })

  test('is taken back as a whole', async () => {
    await put(words('Nur mit Termin'))
    const response = await app.request(path, editing('DELETE', { token, match: await tagOf(path) }))
    expect(response.status).toBe(204)
    expect((await read<SupplementSet>(path)).items).toEqual([])
    expect((await page('hund', hagenow)).modules[0]?.supplements).toEqual([])
  })

  test('stands beside what was imported, and leaves it alone', async () => {
    await importSupplements(database.db, [
      { id: 's', service: 'hund', regionKey: hagenow, lang: 'de', code: '06', html: 'Eingespielt' },
    ])
    await put(words('Nur mit Termin'))
    expect((await page('hund', hagenow)).modules[0]?.supplements).toHaveLength(2)
    await app.request(path, editing('DELETE', { token, match: await tagOf(path) }))
    expect(JSON.stringify((await page('hund', hagenow)).modules)).toContain('Eingespielt')
  })

  test('keeps the date of what did not change', async () => {
    await put({
      items: [
        { code: '06', html: 'Alt' },
        { code: '08', html: 'Alt' },
      ],
    })
    app = createApp({ database, now: () => new Date('2026-11-24T09:00:00Z') })
    await put({
      items: [
        { code: '06', html: 'Alt' },
        { code: '08', html: 'Neu' },
      ],
    })
    const dates = (await page('hund', hagenow)).modules.map((one) => one.supplements[0]?.provenance.updatedAt)
    expect(dates).toEqual(['2026-11-23T09:00:00.000Z', '2026-11-24T09:00:00.000Z'])
  })
})

test('an address in what a town adds is looked at like any other, and no longer when it has gone', async () => {
  const uses = () => database.db.selectFrom('link_use').select(['url', 'layer', 'region_key']).execute()
  await put(words('Siehe <a href="https://www.destatis.de/hund">hier</a>'))
  expect(await uses()).toEqual([
    { url: 'https://www.destatis.de/hund', layer: 'supplement', region_key: hagenow },
  ])
  expect(await database.db.selectFrom('link').select(['url', 'verdict']).execute()).toEqual([
    { url: 'https://www.destatis.de/hund', verdict: 'new' },
  ])
  await app.request(path, editing('DELETE', { token, match: '*' }))
  expect(await uses()).toEqual([])
})

describe('two editors', () => {
  test('the slower one is told, and overwrites nothing', async () => {
    const tag = await tagOf(path)
    await app.request(path, editing('PUT', { token, body: words('Die erste'), match: tag }))
    const slower = await app.request(path, editing('PUT', { token, body: words('Die zweite'), match: tag }))
    expect(slower.status).toBe(412)
    expect(await codeOf(slower)).toBe('precondition-failed')
    expect(JSON.stringify(await read(path))).toContain('Die erste')
  })

  test('of many at once exactly one is taken', async () => {
    const tag = await tagOf(path)
    const all = await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        app.request(path, editing('PUT', { token, body: words(`Nummer ${index}`), match: tag })),
      ),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)])
    expect(await listAudit(database.db, { limit: 20 })).toHaveLength(1)
  })

  test('without a condition nothing is changed', async () => {
    const response = await app.request(path, editing('PUT', { token, body: words('Blind') }))
    expect(response.status).toBe(428)
    expect(await codeOf(response)).toBe('precondition-missing')
  })

  test.each([
    ['new', 200],
    ['*', 412],
    ['"somethingelse"', 412],
    ['W/"weak"', 412],
  ])('where nothing is yet, the condition %s comes to %i', async (match, status) =>
    expect((await put(words('Neu'), path, { match })).status).toBe(status),
  )

  test.each([
    ['new', 412],
    ['*', 200],
  ])('where something is, the condition %s comes to %i', async (match, status) => {
    await put(words('Alt'))
    expect((await put(words('Neu'), path, { match })).status).toBe(status)
  })

  test('the ETag of a compressed answer is as good', async () => {
    await put(words('Lang '.repeat(2_000)))
    const read = await app.request(path, { headers: { 'accept-encoding': 'br' } })
    const match = read.headers.get('etag')
    expect(match).toMatch(/-br"$/)
    expect((await put(words('Neu'), path, { match })).status).toBe(200)
  })

  test('a request whose answer was lost may be sent again, and is recorded once', async () => {
    const tag = await tagOf(path)
    const send = () => app.request(path, editing('PUT', { token, body: words('Einmal'), match: tag }))
    expect([(await send()).status, (await send()).status]).toEqual([200, 200])
    expect(await listAudit(database.db, { limit: 20 })).toHaveLength(1)
  })
})

test('while an import writes, an editor waits a while and is then asked to come again, and readers are not kept waiting', async () => {
  const url = await testDatabaseUrl()
  const [server, importing] = [openDatabase(url), openDatabase(url)]
  try {
    await addAuthority(server.db, 'hagenow', hagenow)
    const own = await addTestToken(server.db, 'hagenow')
    const { db } = database
    const [areas, sources] = [db.selectFrom('area').selectAll(), db.selectFrom('source').selectAll()]
    await server.db
      .insertInto('source')
      .values(await sources.where('id', '!=', 'test').execute())
      .execute()
    await server.db
      .insertInto('area')
      .values(await areas.where('region_key', '=', hagenow).execute())
      .execute()
    await importServices(server.db, [service('hund')])
    const busy = createApp({ database: server, now: () => testStart, patience: 300 })
    const put = () => busy.request(path, editing('PUT', { token: own, body: words('x'), match: 'new' }))
    await importing.db.transaction().execute(async (trx) => {
      await trx.updateTable('service').set({ richness: 1 }).execute()
      const began = performance.now()
      const editor = put()
      const reader = await busy.request('/api/v1/services/hund')
      expect([reader.status, await Promise.race([editor, Promise.resolve('still waiting')])]).toEqual([
        200,
        'still waiting',
      ])
      const response = await editor
      expect([response.status, await codeOf(response)]).toEqual([503, 'unavailable'])
      expect(response.headers.get('retry-after')).toBe('5')
      // Waiting for the lock would take 5 s.
      expect(performance.now() - began).toBeLessThan(3_000)
    })
    let waiting: ReturnType<typeof put> | undefined
    await importing.db.transaction().execute(async (trx) => {
      await trx.updateTable('service').set({ richness: 2 }).execute()
      waiting = put()
      await busy.request('/api/v1/services/hund')
    })
    expect((await waiting)?.status).toBe(200)
  } finally {
    await server.close()
    await importing.close()
  }
})

describe('who may not', () => {
  test.each([
    ['a town writes for another', `/api/v1/services/hund/supplements/${landhagen}`, 403, 'not-yours'],
    ['a town writes for the Kreis around it', '/api/v1/services/hund/supplements/13076', 403, 'not-yours'],
    ['nobody is registered there', '/api/v1/services/hund/supplements/130725254', 403, 'not-yours'],
    ['there is no such service', `/api/v1/services/nothing/supplements/${hagenow}`, 404, 'service-unknown'],
    [
      'the service does not hold there',
      `/api/v1/services/markt/supplements/${hagenow}`,
      404,
      'service-unknown',
    ],
    ['there is no such area', '/api/v1/services/hund/supplements/99', 404, 'area-unknown'],
    ['the path names none', '/api/v1/services/hund/supplements/x', 400, 'invalid-path'],
  ])('%s', async (_name, address, status, code) => {
    const response = await app.request(address, editing('PUT', { token, body: words('Fremd'), match: 'new' }))
    expect([response.status, await codeOf(response)]).toEqual([status, code])
  })

  test.each([
    ['no header', {}, 'token-missing'],
    ['another scheme', { authorization: 'Basic eDp5' }, 'token-missing'],
    ['no token', { authorization: 'Bearer x' }, 'token-invalid'],
  ])('%s', async (_name, headers, code) => {
    const response = await app.request(path, editing('PUT', { body: words('Fremd'), match: 'new', headers }))
    expect([response.status, await codeOf(response)]).toEqual([401, code])
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="amtsweg"/)
  })

  test('a token in the address counts for nothing', async () => {
    const response = await app.request(
      `${path}?access_token=${token}`,
      editing('PUT', { body: words('x'), match: 'new' }),
    )
    expect(await codeOf(response)).toBe('token-missing')
  })

  test('a token of another scope, and one whose time is over', async () => {
    const other = await addTestToken(database.db, 'hagenow', ['units:write'])
    const old = await addTestToken(database.db, 'hagenow', ['supplements:write'], testStart.toISOString())
    const codes = [other, old].map(async (token) =>
      codeOf(await app.request(path, editing('PUT', { token, body: words('x'), match: 'new' }))),
    )
    expect(await Promise.all(codes)).toEqual(['scope-missing', 'token-expired'])
  })

  test('a website writes only where the authority has registered it', async () => {
    const from = async (origin: string) => (await put(words('Vom CMS'), path, { headers: { origin } })).status
    expect(await from('https://evil.example')).toBe(403)
    expect(await from('https://www.hagenow.example')).toBe(200)
  })

  test('a website that is registered for a widget alone does not write with a token', async () => {
    await database.db.updateTable('authority_origin').set({ uses: 'amt-wayfinder' }).execute()
    const response = await put(words('Vom CMS'), path, { headers: { origin: 'https://www.hagenow.example' } })
    expect(await codeOf(response)).toBe('origin-not-allowed')
  })

  test('what was refused left nothing, and what was done is in the trail', async () => {
    await put(words('Fremd'), `/api/v1/services/hund/supplements/${landhagen}`)
    await put(words('Eigen'))
    const [entry, ...more] = await listAudit(database.db, { limit: 20 })
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      seq: 1,
      token: token.slice(4, 16),
      authority: 'hagenow',
      action: 'supplements.put',
      subject: `hund ${hagenow}`,
      before: null,
    })
    expect(await verifyAudit(database.db)).toEqual({ seq: 1, hash: entry?.hash })
  })

  test.each([
    ['no JSON', 'x', ''],
    ['an unknown module', { items: [{ code: '99', html: 'x' }] }, '/items/0/code'],
    ['nothing to read', words('<script>x</script>'), '/items/0/html'],
    ['the same twice', { items: [...words('a').items, ...words('b').items] }, '/items/1/code'],
  ])('%s is refused by name', async (_name, body, pointer) => {
    const response = await put(body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer }] })
  })

  test('a body without end is not read to its end', async () => {
    const response = await put(words('x'.repeat(1_100_000)))
    expect([response.status, await codeOf(response)]).toEqual([413, 'request-too-large'])
  })
})

describe('a service that a town does not offer', () => {
  const off = `/api/v1/services/hund/withdrawals/${hagenow}`
  const reasons = { de: 'Hier wird keine Hundesteuer erhoben.', en: 'There is no dog tax here.' }
  const listed = async (area: string) =>
    (await read<ServicePage>(`/api/v1/services?area=${area}`)).items.map(({ id }) => id)

  test('says why on its page, and stands in no list of the town', async () => {
    expect(await listed(hagenow)).toContain('hund')
    expect((await put({ reasons }, off)).status).toBe(200)
    expect(await listed(`${hagenow}060`)).toEqual(['pass'])
    expect(await listed(landhagen)).toContain('hund')
    expect((await page('hund', hagenow)).withdrawal).toMatchObject({
      reason: reasons.de,
      regionKey: hagenow,
      areaName: 'Hagenow',
      provenance: { author: 'Verwaltung hagenow' },
    })
    const html = async (area: string) => (await app.request(`/services/hund?area=${area}`)).text()
    expect(await html(hagenow)).toContain(`Diese Leistung gibt es hier nicht: Hagenow`)
    expect(await html(landhagen)).not.toContain('gibt es hier nicht')
    expect(await page('hund', landhagen)).not.toHaveProperty('withdrawal')
    expect((await read<Service>(`/api/v1/services/hund?area=${hagenow}&lang=en`)).withdrawal?.reason).toBe(
      reasons.en,
    )
  })

  test('is no longer counted among the keywords of the town', async () => {
    const titles = async () =>
      (await read<{ items: { keyword: string }[] }>(`/api/v1/keywords?area=${hagenow}`)).items.map(
        (one) => one.keyword,
      )
    expect(await titles()).toContain('Hundesteuer')
    await put({ reasons }, off)
    expect(await titles()).not.toContain('Hundesteuer')
  })

  test('is offered again when that is taken back', async () => {
    await put({ reasons }, off)
    const response = await app.request(off, editing('DELETE', { token, match: await tagOf(off) }))
    expect(response.status).toBe(204)
    expect(await listed(hagenow)).toContain('hund')
    expect((await listAudit(database.db, { limit: 9 })).map((one) => one.action)).toEqual([
      'withdrawal.delete',
      'withdrawal.put',
    ])
  })

  test('needs a reason in German', async () => {
    const response = await put({ reasons: { en: 'No.' } }, off)
    expect(await response.json()).toMatchObject({ code: 'invalid-body', errors: [{ pointer: '/reasons' }] })
  })
})
