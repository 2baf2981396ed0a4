import { beforeEach, describe, expect, test } from 'vitest'
import { type Problem, UnitPage } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { refreshUnitSearch } from './index.ts'
import { importUnits, unit } from './testing.ts'

const hagenow = '130760060'
const address = (city: string, postcode: string, street = 'Markt') => [
  { kind: 'postal', city: 'Schwerin' },
  { kind: 'visitor', street, postcode, city },
]

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openPlaces()
  app = createApp({ database })
  await importUnits(database.db, [
    unit('buero', { names: { de: 'Bürgerbüro', en: 'Citizens’ office' }, regionKey: hagenow, addresses: address('Hagenow', '19230') }),
    unit('aemtchen', { names: { de: 'Ämtchen' }, parentId: 'buero', addresses: address('Toddin', '19230', 'Große Straße') }),
    unit('amt', { names: { de: 'Amt Landhagen' }, regionKey: '130755555', addresses: [] }),
    unit('amu', { names: { de: 'Amu' }, addresses: [] }),
  ]) // prettier-ignore
})

const ask = (query = '') => app.request(`/api/v1/units${query}`)
const page = async (query = '') => UnitPage.parse(await (await ask(query)).json())
const ids = async (query = '') => (await page(query)).items.map(({ id }) => id)

describe('the list of units', () => {
  test('comes in the order of a telephone book', async () => {
    expect(await ids()).toEqual(['aemtchen', 'amt', 'amu', 'buero'])
  })

  test('tells what a list shows', async () => {
    const [item] = (await page('?q=aemt&lang=en')).items
    expect(item).toEqual({
      id: 'aemtchen',
      name: 'Ämtchen',
      lang: 'de',
      tier: 'municipal',
      parent: { id: 'buero', name: 'Citizens’ office' },
      address: { kind: 'visitor', street: 'Große Straße', postcode: '19230', city: 'Toddin' },
      sources: ['amtsweg-bodies'],
      invented: false,
    })
  })

  test.each([
    ['a beginning of the name', 'bürg', ['buero']],
    ['the name without umlauts', 'burgerburo', ['buero']],
    ['the name with written-out umlauts', 'BUERGERBUERO', ['buero']],
    ['a name in another language', 'citizens', ['buero']],
    ['a postcode', '19230', ['aemtchen', 'buero']],
    ['a place', 'toddin', ['aemtchen']],
    ['a street', 'grosse str', ['aemtchen']],
    ['the area', 'hagenow', ['aemtchen', 'buero']],
    ['several words, in any order', '192 hagen bue', ['buero']],
    ['words of which one is nowhere', 'buero xyz', []],
    ['marks only', '%_*"\'', []],
    ['the beginning of a mark of the engine', 'NEAR( OR', []],
  ])('finds by %s', async (_name, q, expected) => {
    expect(await ids(`?q=${encodeURIComponent(q)}`)).toEqual(expected)
  })

  test('is narrowed to an area, to which the parts of its units belong', async () => {
    expect(await ids(`?area=${hagenow}`)).toEqual(['aemtchen', 'buero'])
    expect(await ids('?area=13')).toEqual(['aemtchen', 'amt', 'buero'])
    expect(await ids('?area=13075&q=amt')).toEqual(['amt'])
  })

  test.each([
    ['?area=99', 404, 'area-unknown'],
    ['?area=1', 400, 'invalid-query'],
    ['?limit=0', 400, 'invalid-query'],
    ['?cursor=x', 400, 'invalid-cursor'],
  ])('refuses %s with %i %s', async (query, status, code) => {
    const response = await ask(query)
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([status, code])
  })

  test('is read page by page, and no page by another question', async () => {
    const first = await page('?limit=2')
    const second = await page(`?limit=2&cursor=${first.next}`)
    expect([first, second].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(await ids())
    expect(second.next).toBeNull()
    expect((await ask(`?q=amt&cursor=${first.next}`)).status).toBe(400)
  })

  test('goes on behind a unit of the same name', async () => {
    await importUnits(
      database.db,
      ['c', 'a', 'b'].map((id) => unit(id, { names: { de: 'Gleich' } })),
    )
    const first = await page('?limit=2')
    expect((await page(`?limit=2&cursor=${first.next}`)).items.map(({ id }) => id)).toEqual(['c'])
  })

  test('need not be sent twice', async () => {
    const etag = (await ask('?q=amt')).headers.get('etag')!
    const again = await app.request('/api/v1/units?q=amt', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })
})

describe('a unit that an authority keeps', () => {
  const path = '/api/v1/units/rathaus/record'
  const body = { tier: 'municipal', regionKey: hagenow, names: { de: 'Rathaus' } }
  let token: string
  beforeEach(async () => {
    await addAuthority(database.db, 'hagenow', hagenow)
    token = await addTestToken(database.db, 'hagenow')
    await app.request(path, editing('PUT', { token, body, match: 'new' }))
  })

  test('stands in the list at once, with who keeps it', async () => {
    expect((await page('?q=rath')).items).toMatchObject([{ id: 'rathaus', authority: 'hagenow' }])
    expect(await ids('?authority=hagenow')).toEqual(['rathaus'])
    expect(await ids('?authority=hage')).toEqual([])
  })

  test('is found by what it is called now', async () => {
    await app.request(path, editing('PUT', { token, body: { ...body, names: { de: 'Stadthaus' } }, match: '*' }))
    expect([await ids('?q=rathaus'), await ids('?q=stadthaus')]).toEqual([[], ['rathaus']])
  }) // prettier-ignore

  test('takes its parts to the area it moves to', async () => {
    const part = { tier: 'municipal', parentId: 'rathaus', names: { de: 'Archiv' } }
    await app.request('/api/v1/units/archiv/record', editing('PUT', { token, body: part, match: 'new' }))
    const gemeinde = `${hagenow}060`
    await app.request(path, editing('PUT', { token, body: { ...body, regionKey: gemeinde }, match: '*' }))
    expect(await ids(`?area=${gemeinde}`)).toEqual(['archiv', 'rathaus'])
  })

  test('is in no list once it is gone', async () => {
    await app.request(path, editing('DELETE', { token, match: '*' }))
    expect(await ids('?q=rathaus')).toEqual([])
  })
})

test('what is missing after an upgrade is made, once', async () => {
  await database.db.deleteFrom('unit_word').execute()
  await database.db.deleteFrom('unit_entry').execute()
  expect(await refreshUnitSearch(database.db)).toBe(true)
  expect(await ids('?q=buerg')).toEqual(['buero'])
  expect(await refreshUnitSearch(database.db)).toBe(false)
})
