import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ChecklistList, ServicePage, SuggestionList } from '@amtsweg/contract'
import { addAuthority } from '../access/testing.ts'
import type { Db } from '../database/database.ts'
import { onError } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { wayfindingRoutes } from './routes.ts'
import { openSearchDatabase, type SearchedService } from './testing.ts'

const failures: unknown[] = []
let app: ReturnType<typeof createRouter>
beforeAll(async () => {
  app = await openApp(
    '2026-11-23T09:00:00Z',
    { id: 'ausweis', title: 'Personalausweis', titles: { en: 'Identity card' }, keywords: ['Perso'] },
    { id: 'hund', title: 'Hundesteuer', regionKey: '13076' },
    { id: 'abfall', title: 'Abfallgebühr' },
  )
})

async function openApp(now: string, ...services: readonly SearchedService[]) {
  const router = createRouter()
  router.route('/', wayfindingRoutes({ db: await openSearchDatabase(...services), now: () => new Date(now) }))
  router.onError(onError((error) => failures.push(error)))
  return router
}

const ask = async <Body>(path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers })
  return { response, body: (await response.json()) as Body }
}

describe('GET /services', () => {
  test('with q answers what was looked for', async () => {
    const { response, body } = await ask<ServicePage>('/services?q=perso')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-language')).toBe('de')
    expect(body).toMatchObject({ items: [{ id: 'ausweis', title: 'Personalausweis' }], next: null })
  })

  test.each(['/services', '/services?q=', '/services?q=%20'])(
    '%s lists all in German order',
    async (path) => {
      const { body } = await ask<ServicePage>(path)
      expect(body.items.map(({ id }) => id)).toEqual(['abfall', 'hund', 'ausweis'])
    },
  )

  test('speaks the language of the reader', async () => {
    const { response, body } = await ask<ServicePage>('/services?q=perso', { 'accept-language': 'en-GB,de' })
    expect(response.headers.get('content-language')).toBe('en')
    expect(body.items[0]?.title).toBe('Identity card')
  })

  test('finds nothing without making it an error', async () => {
    const { response, body } = await ask<ServicePage>('/services?q=xqzvwk')
    expect(response.status).toBe(200)
    expect(body).toEqual({ items: [], next: null })
  })

  test('narrows to an area, even one that nobody recorded', async () => {
    const found = async (area: string) =>
      (await ask<ServicePage>(`/services?q=hundesteuer&area=${area}`)).body.items
    expect(await found('130765659001')).toHaveLength(1)
    expect(await found('130745451002')).toEqual([])
  })

  test('a description ends at midnight in Germany', async () => {
    const newYear = await openApp('2026-12-31T23:30:00Z', {
      id: 'a',
      title: 'Altlast',
      validTo: '2026-12-31',
    })
    const response = await newYear.request('/services?q=altlast')
    expect(await response.json()).toEqual({ items: [], next: null })
  })

  test.each([
    ['/services?q=perso&cursor=nonsense', 'invalid-cursor'],
    ['/services?cursor=nonsense', 'invalid-cursor'],
    ['/services?q=a%00b', 'invalid-query'],
    [`/services?q=${'x'.repeat(201)}`, 'invalid-query'],
    ['/services?q=a&letter=AB', 'invalid-query'],
    ['/services?q=a&limit=0', 'invalid-query'],
  ])('%s is refused as %s', async (path, code) => {
    const { response, body } = await ask<{ code: string }>(path)
    expect(response.status).toBe(400)
    expect(body.code).toBe(code)
  })
})

describe('GET /services/suggest', () => {
  test('answers what goes on like this', async () => {
    const { response, body } = await ask<SuggestionList>('/services/suggest?q=per')
    expect(response.status).toBe(200)
    expect(body).toEqual({
      items: [{ text: 'Perso', service: { id: 'ausweis', title: 'Personalausweis' }, matched: 'keyword' }],
      next: null,
    })
  })

  test('has nothing to say to nothing', async () => {
    const { response, body } = await ask<SuggestionList>('/services/suggest?q=')
    expect(response.status).toBe(200)
    expect(body).toEqual({ items: [], next: null })
  })

  test.each(['/services/suggest', '/services/suggest?q=a&limit=21', '/services/suggest?q=a&area=x'])(
    '%s is refused',
    async (path) => {
      const { response, body } = await ask<{ code: string }>(path)
      expect(response.status).toBe(400)
      expect(body.code).toBe('invalid-query')
    },
  )
})

describe('POST /searches', () => {
  const told: unknown[] = []
  const searches = { count: (...said: unknown[]) => told.push(said), write: async () => {} }
  let counting: ReturnType<typeof createRouter>
  let db: Db
  beforeAll(async () => {
    db = await openSearchDatabase({ id: 'hund', title: 'Hundesteuer', regionKey: '13076' })
    await db
      .insertInto('area')
      .values({
        region_key: '13076',
        level: 'kreis',
        kind: 'landkreis',
        name: 'Ludwigslust-Parchim',
        full_name: 'Ludwigslust-Parchim',
        uninhabited: 0,
        source_id: 'tests',
      })
      .execute()
    counting = createRouter()
    counting.route('/', wayfindingRoutes({ db, searches }))
    counting.onError(onError((error) => failures.push(error)))
  })
  beforeEach(async () => {
    told.splice(0)
    await db.deleteFrom('authority_origin').execute()
    await db.deleteFrom('authority').execute()
  })

  const tell = (body: unknown, headers: Record<string, string> = {}, peer = '203.0.113.7') =>
    counting.request(
      '/searches',
      { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) },
      { incoming: { socket: { remoteAddress: peer } } },
    )

  test.each([
    [
      { outcome: 'none', q: 'Hundemarke' },
      { outcome: 'none', q: 'Hundemarke', regionKey: '' },
    ],
    [
      { outcome: 'unopened', q: 'Hund', area: '13076' },
      { outcome: 'unopened', q: 'Hund', regionKey: '13076' },
    ],
    [
      { outcome: 'unopened', q: 'Hund', area: '99' },
      { outcome: 'unopened', q: 'Hund', regionKey: '' },
    ],
    [
      { outcome: 'opened', service: 'hund' },
      { outcome: 'opened', service: 'hund', regionKey: '' },
    ],
  ])('%j is counted for the network it comes from', async (body, end) => {
    const response = await tell(body)
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(told).toEqual([[end, '203.0.113']])
  })

  test('behind a proxy of ours the network is that of the reader', async () => {
    await tell({ outcome: 'none', q: 'Hund' }, { 'x-forwarded-for': '198.51.100.9' }, '127.0.0.1')
    expect(told).toMatchObject([[{ q: 'Hund' }, '198.51.100']])
  })

  describe('from a browser', () => {
    const from = async (origin: string, area?: string) =>
      (await tell({ outcome: 'none', q: 'Hund', ...(area ? { area } : {}) }, { origin })).status

    test('is taken from pages of ours, and refused from others as long as nobody has registered them', async () => {
      expect(await from('http://localhost')).toBe(204)
      expect(await from('https://www.hagenow.example')).toBe(403)
      expect(told).toHaveLength(1)
    })

    test('is taken from a website for the area whose authority has registered it', async () => {
      await addAuthority(db, 'kreis', '13076', ['https://www.kreis.example'])
      expect(await from('https://www.kreis.example', '13076')).toBe(204)
      expect(await from('https://www.kreis.example')).toBe(204)
      expect(await from('https://www.stadt.example', '13076')).toBe(403)
    })

    test('is refused from a website that may not use the wayfinder', async () => {
      await db.updateTable('authority_origin').set({ uses: 'amt-responsibility-finder' }).execute()
      expect(await from('https://www.kreis.example', '13076')).toBe(403)
      expect(told).toEqual([])
    })
  })

  test.each([{ dnt: '1' }, { 'sec-gpc': '1' }])('who sends %j is not counted', async (headers) => {
    expect((await tell({ outcome: 'none', q: 'Hund' }, headers)).status).toBe(204)
    expect(told).toEqual([])
  })

  test.each([
    [{}, '/outcome'],
    [{ outcome: 'none' }, '/q'],
    [{ outcome: 'opened', q: 'Hund' }, '/service'],
    [{ outcome: 'none', q: 'x'.repeat(201) }, '/q'],
    [{ outcome: 'none', q: 'Hund', area: '1' }, '/area'],
    ['no json', ''],
  ])('%j is refused with 422 and the field %s', async (body, pointer) => {
    const response = await tell(body)
    expect(response.status).toBe(422)
    const problem = (await response.json()) as { code: string; errors: { pointer: string }[] }
    expect(problem.code).toBe('invalid-body')
    expect(problem.errors.map((error) => error.pointer)).toContain(pointer)
    expect(told).toEqual([])
  })

  test('a body longer than any search is refused', async () => {
    expect((await tell({ outcome: 'none', q: 'Hund', more: 'x'.repeat(2_000) })).status).toBe(413)
  })
})

test('nothing failed unexpectedly', () => {
  expect(failures).toEqual([])
})

describe('GET /checklists', () => {
  test('answers a plain search with an empty list, in the language of the reader', async () => {
    const { response, body } = await ask<ChecklistList>('/checklists?q=Personalausweis', {
      'accept-language': 'en',
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-language')).toBe('en')
    expect(body).toEqual({ items: [], next: null })
  })

  test.each(['/checklists', '/checklists?q=a&area=Wismar', '/checklists?q=a&lang=1'])(
    '%s is refused',
    async (path) => expect((await app.request(path)).status).toBe(400),
  )
})
