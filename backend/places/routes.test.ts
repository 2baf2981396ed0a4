import { describe, expect, test } from 'vitest'
import { Area, AreaPage, type Problem } from '@amtsweg/contract'
import { onError } from '../http/problem.ts'
import { placesRoutes } from './routes.ts'
import { openPlaces } from './testing.ts'

async function setUp() {
  const { db } = await openPlaces()
  const unforeseen: unknown[] = []
  const app = placesRoutes({ db })
  app.onError(onError((error) => unforeseen.push(error)))
  const get = async (path: string) => {
    const response = await app.request(path)
    expect(unforeseen).toEqual([])
    return response
  }
  const page = async (query: string) => AreaPage.parse(await (await get(`/areas?${query}`)).json())
  const problem = async (path: string) => {
    const response = await get(path)
    expect(response.headers.get('content-type')).toMatch('application/problem+json')
    return (await response.json()) as Problem
  }
  return { db, get, page, problem }
}

describe('GET /areas', () => {
  test('suggests as one types', async () => {
    const { page } = await setUp()
    expect(await page('q=alt%20kr')).toEqual({
      items: [
        {
          kind: 'gemeinde',
          label: 'Alt Krenzlin',
          detail: 'Amt Ludwigslust-Land · Landkreis Ludwigslust-Parchim',
          regionKey: '130765659001',
          areaCount: 1,
        },
      ],
      next: null,
    })
  })

  test('tells the Gemeinde at a point', async () => {
    const { page } = await setUp()
    const { items, next } = await page('lat=53.3&lon=11.3')
    expect(items).toMatchObject([{ kind: 'gemeinde', label: 'Alt Krenzlin', regionKey: '130765659001' }])
    expect(next).toBeNull()
  })

  test('tells what an old outline has become', async () => {
    const { page } = await setUp()
    expect((await page('lat=53.9&lon=12.6')).items).toMatchObject([{ label: 'Walkendorf' }])
  })

  test('stays within a region', async () => {
    const { page } = await setUp()
    expect((await page('q=neu&within=130755553')).items).toHaveLength(1)
    expect((await page('lat=53.3&lon=11.3&within=13075')).items).toEqual([])
  })

  test('is empty where nothing fits', async () => {
    const { page } = await setUp()
    for (const query of [
      'q=',
      'q=zzz',
      'q=%20',
      'lat=0&lon=0',
      'q=k%C3%BCstengew%C3%A4sser',
      'lat=54.3&lon=11.5',
    ])
      expect(await page(query)).toEqual({ items: [], next: null })
  })

  test('goes on where the cursor says', async () => {
    const { page } = await setUp()
    const first = await page('q=neuenkirchen&limit=1')
    const second = await page(`q=neuenkirchen&limit=1&cursor=${first.next}`)
    expect([first, second].map(({ items }) => items[0]?.regionKey)).toEqual(['130755555102', '130755553101'])
    expect(second.next).toBeNull()
  })

  test.each([
    ['nothing to look for', '', '/q'],
    ['both text and point', 'q=alt&lat=53.3&lon=11.3', '/q'],
    ['text and half a point', 'q=alt&lon=11.3', '/q'],
    ['lat alone', 'lat=53.3', '/lon'],
    ['lon alone', 'lon=11.3', '/lat'],
    ['an impossible latitude', 'lat=91&lon=11', '/lat'],
    ['words for degrees', 'lat=oben&lon=11', '/lat'],
    ['an empty degree', 'lat=&lon=11', '/lat'],
    ['a region of odd length', 'q=alt&within=1307', '/within'],
    ['too many at once', 'q=alt&limit=101', '/limit'],
    ['none at all', 'q=alt&limit=0', '/limit'],
    ['a text without end', `q=${'a'.repeat(201)}`, '/q'],
    ['control characters', 'q=a%00b', '/q'],
  ])('refuses %s as invalid-query', async (_, query, pointer) => {
    const { problem } = await setUp()
    const { code, status, errors } = await problem(`/areas?${query}`)
    expect({ code, status }).toEqual({ code: 'invalid-query', status: 400 })
    expect(errors?.map((part) => part.pointer)).toContain(pointer)
  })

  test('refuses a cursor of another list as invalid-cursor', async () => {
    const { page, problem } = await setUp()
    const { next } = await page('q=neuenkirchen&limit=1')
    for (const query of [
      `q=hagenow&cursor=${next}`,
      `q=neuenkirchen&within=13&cursor=${next}`,
      'q=neu&cursor=x',
    ])
      expect(await problem(`/areas?${query}`)).toMatchObject({ code: 'invalid-cursor', status: 400 })
  })
})

describe('GET /areas/{regionKey}', () => {
  const read = async (get: (path: string) => Promise<Response>, key: string) =>
    Area.parse(await (await get(`/areas/${key}`)).json())

  test('describes a Gemeinde with all it belongs to', async () => {
    const { db, get } = await setUp()
    const position = { lat: 53.3, lon: 11.3, position_source_id: 'centres' }
    await db.updateTable('area').set(position).where('region_key', '=', '130765659001').execute()
    expect(await read(get, '130765659001')).toEqual({
      regionKey: '130765659001',
      level: 'gemeinde',
      kind: 'gemeinde',
      name: 'Alt Krenzlin',
      fullName: 'Alt Krenzlin',
      ags: '13076001',
      population: 745,
      postcodes: ['19288'],
      position: { lat: 53.3, lon: 11.3 },
      validity: {},
      parents: [
        { regionKey: '130765659', level: 'verband', kind: 'amt', name: 'Amt Ludwigslust-Land' },
        { regionKey: '13076', level: 'kreis', kind: 'landkreis', name: 'Ludwigslust-Parchim' },
        { regionKey: '13', level: 'land', kind: 'land', name: 'Mecklenburg-Vorpommern' },
      ],
      successors: [],
      sources: ['destatis-gv100ad', 'centres', 'osm-postcodes'],
    })
  })

  test.each([
    ['an AGS', '13076060', { name: 'Hagenow', fullName: 'Hagenow, Stadt', kind: 'stadt' }],
    ['a Verband', '130765658', { name: 'Amt Hagenow-Land', postcodes: ['19230'] }],
    ['a Kreis', '13072', { name: 'Landkreis Rostock', parents: [{ regionKey: '13' }] }],
    ['a Land', '13', { name: 'Mecklenburg-Vorpommern', parents: [] }],
  ])('describes %s', async (_, key, expected) => {
    const { get } = await setUp()
    expect(await read(get, key)).toMatchObject(expected)
  })

  test('of a dissolved Gemeinde tells when it ended and what became of it', async () => {
    const { get } = await setUp()
    expect(await read(get, '130725254016')).toMatchObject({
      name: 'Boddin',
      validity: { endedAfter: '2016-01-01', endedBy: '2021-01-01' },
      successors: [{ regionKey: '130725254111', name: 'Walkendorf' }],
      sources: ['bkg-vg250-2016-01-01', 'bkg-area-changes-2016-2021'],
    })
  })

  test.each([['99'], ['999999999999'], ['99999999'], ['130'], ['13000999'], ['130009999999'], ['130009999']])(
    'knows no area %s',
    async (key) => {
      const { problem } = await setUp()
      expect(await problem(`/areas/${key}`)).toMatchObject({ code: 'area-unknown', status: 404 })
    },
  )

  test.each([['1'], ['1307'], ['x'], ['13076001x'], ['1307600199999']])(
    'refuses %s as no key',
    async (key) => {
      const { problem } = await setUp()
      const found = await problem(`/areas/${key}`)
      expect(found).toMatchObject({ code: 'invalid-path', status: 400, errors: [{ pointer: '/regionKey' }] })
    },
  )
})
