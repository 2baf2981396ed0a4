import { expect, test } from 'vitest'
import { Service } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { openPlaces } from '../places/testing.ts'
import { findService } from './repository.ts'
import { importServices, importSupplements, service, text } from './testing.ts'

const altKrenzlin = '130765659001'
const local = (id: string, regionKey: string, html: string, more: object = {}) => ({
  ...{ id, service: 'hund', regionKey, lang: 'de', code: '06', html },
  ...more,
})
const stateText = (html: string, more: object = {}) =>
  service('hund', { regionKey: '13', typisierung: '5', modules: [text('06', html)], ...more })

async function withText(more: object = {}) {
  const { db } = await openPlaces()
  await importServices(db, [stateText('Text des Landes', more)])
  return db
}
const read = async (db: Db, area = altKrenzlin) => {
  const page = await findService(db, 'hund', { area, lang: 'de' })
  expect(Service.parse(page)).toEqual(page)
  return page!
}
const words = (content: unknown) =>
  JSON.stringify(content)
    .replace(/[^\p{L} ]|children|tag/gu, '')
    .slice(1)
const told = async (db: Db, area?: string) =>
  (await read(db, area)).modules.map((module) => [
    words(module.content),
    ...module.supplements.map(({ content }) => words(content)),
  ])

test('a supplement stays when the text above it comes anew', async () => {
  const db = await withText()
  await importSupplements(db, [local('a', '130765659001', 'Im Dorf')])
  await importServices(db, [stateText('Neuer Text')])
  expect(await told(db)).toEqual([['Neuer Text', 'Im Dorf']])
})

test('a supplement waits for a text that was taken back, also when it comes anew meanwhile', async () => {
  const db = await withText()
  await importSupplements(db, [local('a', '130765659001', 'Im Dorf')])
  await importServices(db, [service('other')])
  const report = await importSupplements(db, [local('a', '130765659001', 'Im Dorf'), local('b', '13', 'Neu')])
  expect(report.rejected.map(({ reason }) => reason)).toEqual(['There is no service hund'])
  await importServices(db, [stateText('Wieder da'), service('other')])
  expect(await told(db)).toEqual([['Wieder da', 'Im Dorf']])
})

test('Land, Kreis, Amt and Gemeinde add in this order', async () => {
  const db = await withText({ regionKey: undefined })
  const keys = ['130765659001', '13', '130765659', '13076']
  await importSupplements(
    db,
    keys.map((key) => local(`s${key}`, key, `Aus ${key}`)),
  )
  const [module] = (await read(db)).modules
  expect(module?.supplements.map(({ provenance }) => provenance.layer)).toEqual([
    'land',
    'kreis',
    'verband',
    'gemeinde',
  ])
})

test('a municipal text is read in the town’s own words there, and as it was elsewhere', async () => {
  const db = await withText()
  await importSupplements(db, [
    local('own', '130765659', 'Text des Amtes', {
      mode: 'replacement',
      author: 'Amt',
      updatedAt: '2026-10-02',
    }),
    local('more', '130765659001', 'Im Dorf'),
  ])
  expect(await told(db)).toEqual([['Text des Amtes', 'Im Dorf']])
  expect(await told(db, '130030000000')).toEqual([['Text des Landes']])
  expect((await read(db)).modules[0]?.provenance).toMatchObject({
    layer: 'verband',
    areaName: 'Amt Ludwigslust-Land',
    author: 'Amt',
    updatedAt: '2026-10-02',
  })
})

test('of several texts in the place of one the most local is read', async () => {
  const db = await withText()
  const own = { mode: 'replacement' }
  await importSupplements(db, [
    local('dorf', '130765659001', 'Text des Dorfes', own),
    local('kreis', '13076', 'Text des Kreises', own),
  ])
  expect(await told(db)).toEqual([['Text des Dorfes']])
})

test.each([
  ['2', '130765659', /Typisierung 2: the Bund regulates/],
  ['4a', '130765659', /Typisierung 4a: the Land regulates/],
  ['5', '09162', /does not hold in 09162/],
])(
  'a text of type %s is not replaced in %s, and the report says why',
  async (typisierung, region, reason) => {
    const db = await withText({ typisierung })
    const { rejected } = await importSupplements(db, [local('x', region, 'Anders', { mode: 'replacement' })])
    expect(rejected[0]?.reason).toMatch(reason)
    expect(await told(db)).toEqual([['Text des Landes']])
  },
)

test('the sources of all texts on the page are named', async () => {
  const db = await withText()
  await importSupplements(db, [local('a', '130765659001', 'Im Dorf')])
  expect((await read(db)).sources).toEqual(['test', 'amtsweg-demo'])
  expect((await read(db, '130030000000')).sources).toEqual(['test'])
})

test('a part tells who wrote it where that is not who wrote the whole', async () => {
  const fee = { kind: 'text', text: 'x', currency: 'EUR', advancePayment: false }
  const db = await withText({
    author: 'Land',
    updatedAt: '2026-09-01',
    fees: [fee, { ...fee, regionKey: '130765659' }, { ...fee, author: 'Kasse', updatedAt: '2026-10-01' }],
    documents: [{ name: 'Impfpass', required: true }],
  })
  const page = await read(db)
  expect(page.provenance).toMatchObject({ layer: 'land', author: 'Land', updatedAt: '2026-09-01' })
  expect(page.fees.map(({ provenance }) => provenance && [provenance.layer, provenance.author])).toEqual([
    undefined,
    ['verband', 'Land'],
    ['land', 'Kasse'],
  ])
  expect(page.documents[0]).not.toHaveProperty('provenance')
})
