import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { servicesProfile } from './import-services.ts'
import { findService } from './repository.ts'
import { importLifeSituations, importServices, importSupplements, service, text } from './testing.ts'

const tables = [
  'service',
  'service_name',
  'service_text',
  'service_part',
  'service_keyword',
  'service_identifier',
  'service_life_situation',
  'service_supplement',
  'life_situation',
] as const

/** Every row of the domain, in a fixed order. */
async function everything(db: Db) {
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
  return rows.map((ofTable) => ofTable.map((row) => JSON.stringify(row)).sort())
}
const supplement = (id: string, of: string) => ({
  ...{ id, service: of, regionKey: '13', lang: 'de', code: '06', html: 'Bei uns' },
})
const full = (id: string) =>
  service(id, {
    modules: [text('06', `Text ${id}`)],
    keywords: { de: ['Wort'] },
    lifeSituations: ['life'],
    fees: [{ kind: 'text', text: 'frei', currency: 'EUR', advancePayment: false }],
  })

test('importing the same file again writes nothing', async () => {
  const { db } = await openTestDatabase()
  const services = [full('a'), full('b')]
  expect(await importServices(db, services)).toMatchObject({ read: 2, written: 2, deleted: 0, rejected: [] })
  const before = await everything(db)
  expect(await importServices(db, services)).toMatchObject({ read: 2, written: 0, deleted: 0 })
  expect(await everything(db)).toEqual(before)
})

test('what changes is written anew with all that hangs on it, and supplements of others stay', async () => {
  const { db } = await openTestDatabase()
  await importServices(db, [full('a'), full('b')])
  await importSupplements(db, [supplement('s', 'a')])
  const report = await importServices(db, [service('a', { titles: { de: 'Neu' } }), full('b')])
  const page = await findService(db, 'a', { lang: 'de', area: '13' })
  expect(report).toMatchObject({ written: 1, deleted: 0 })
  expect(page).toMatchObject({ title: 'Neu', fees: [], keywords: [], modules: [{ content: [] }] })
  expect(page?.modules[0]?.supplements).toHaveLength(1)
})

test('what has gone is deleted with all that its publisher hung on it', async () => {
  const { db } = await openTestDatabase()
  await importServices(db, [full('a')])
  const before = await everything(db)
  await importServices(db, [full('a'), full('b')])
  expect(await importServices(db, [full('a')])).toMatchObject({ written: 0, deleted: 1 })
  expect(await everything(db)).toEqual(before)
})

test('sources leave each other alone', async () => {
  const { db } = await openTestDatabase()
  await importServices(db, [full('a')], 'one')
  await importServices(db, [full('b')], 'two')
  const { rejected } = await importServices(db, [full('b'), full('a')], 'two')
  expect(rejected).toMatchObject([{ line: 2, reason: 'The id a belongs to the source one' }])
  expect((await db.selectFrom('service').select('id').execute()).map((row) => row.id)).toEqual(['a', 'b'])
})

test('an identifier may move on when its service is gone', async () => {
  const { db } = await openTestDatabase()
  const identifier = { schemeAgencyId: 'x', schemeId: 'y', value: 'z' }
  await importServices(db, [service('old', { identifier })])
  const report = await importServices(db, [service('new', { identifier }), service('twin', { identifier })])
  expect(report).toMatchObject({ written: 1, deleted: 1 })
  expect(report.rejected).toMatchObject([{ line: 2, reason: 'The identifier z belongs to new' }])
})

test.each([
  ['without a German title', { titles: { en: 'Only English' } }, 'The German title is missing'],
  ['with a wrong key', { leistungsschluessel: '12345' }, '"12345" is no Leistungsschluessel'],
  ['with an unknown module', { modules: [text('99', 'x')] }, 'There is no text module 99'],
  ['with an endless text', { modules: [text('06', 'x'.repeat(100_001))] }, 'A text is longer than'],
  ['with an endless title', { titles: { de: 'x'.repeat(501) } }, 'The title is too long'],
  ['with a strange language', { modules: [text('06', 'x', 'Deutsch!')] }, 'A language tag'],
  ['with an unknown audience', { audience: ['dogs'] }, '/audience/0'],
  [
    'with half a cent',
    { fees: [{ kind: 'fixed', amountCents: 0.5, currency: 'EUR', advancePayment: false }] },
    '/fees/0/amountCents',
  ],
  ['with a wrong region', { regionKey: '1300' }, '/regionKey'],
])('a service %s is left out and the reason told', async (_name, fault, reason) => {
  const { db } = await openTestDatabase()
  const { rejected, written } = await importServices(db, [service('good'), service('bad', fault)])
  expect(written).toBe(1)
  expect(rejected).toMatchObject([{ line: 2 }])
  expect(rejected[0]?.reason).toContain(reason)
})

test.each([
  ['cut off', '[{"id":"a"'],
  ['no list', '{}'],
  ['without records', '[]'],
  ['no text', Buffer.from([0xff, 0xfe, 0x00])],
  ['mostly unreadable', JSON.stringify(Array.from({ length: 20 }, (_, index) => ({ id: index })))],
])('a file that is %s changes nothing', async (_name, content) => {
  const { db } = await openTestDatabase()
  await importServices(db, [full('a')])
  const before = await everything(db)
  const run = importContent(db, {
    profile: servicesProfile,
    content,
    name: 'services.json',
    source: { id: 'test' },
  })
  await expect(run).rejects.toThrow(ImportError)
  expect(await everything(db)).toEqual(before)
})

test('a file that lost most of its services changes nothing', async () => {
  const { db } = await openTestDatabase()
  const services = Array.from({ length: 30 }, (_, index) => full(`s${index}`))
  await importServices(db, services)
  const before = await everything(db)
  await expect(importServices(db, services.slice(0, 5))).rejects.toThrow('25 of 30 records would be deleted')
  expect(await everything(db)).toEqual(before)
})

test('hostile words are stored as harmless ones', async () => {
  const { db } = await openTestDatabase()
  const html = '<p onclick="x">Gut<img src=x onerror=alert(1)><a href="javascript:x">hier</a></p>'
  await importServices(db, [service('a', { modules: [text('06', html)], titles: { de: '<b>Titel</b>' } })])
  const row = await db.selectFrom('service_text').select(['html', 'content']).executeTakeFirstOrThrow()
  expect(row).toEqual({ html: '<p>Guthier</p>', content: '[{"tag":"p","children":["Guthier"]}]' })
})

test('life situations follow their file, in its order', async () => {
  const { db } = await openTestDatabase()
  const tree = [
    { id: 'b', names: { de: 'B' }, icon: 'home', children: [{ id: 'c', names: { de: 'C' } }] },
    { id: 'a', names: { de: 'A' } },
  ]
  expect(await importLifeSituations(db, tree)).toMatchObject({ read: 2, written: 3 })
  expect(await importLifeSituations(db, tree)).toMatchObject({ written: 0, deleted: 0 })
  expect(await importLifeSituations(db, tree.slice(0, 1))).toMatchObject({ written: 0, deleted: 1 })
  const rows = await db
    .selectFrom('life_situation')
    .select(['id', 'parent_id', 'position'])
    .orderBy('id')
    .execute()
  expect(rows).toEqual([
    { id: 'b', parent_id: null, position: 1 },
    { id: 'c', parent_id: 'b', position: 1 },
  ])
})

test('a supplement needs a service and words', async () => {
  const { db } = await openTestDatabase()
  await importServices(db, [full('a')])
  const { rejected, written } = await importSupplements(db, [
    supplement('good', 'a'),
    supplement('lost', 'nothing'),
    { ...supplement('empty', 'a'), html: '<p> </p>' },
    { ...supplement('wrong', 'a'), code: '99' },
  ])
  expect(written).toBe(1)
  expect(rejected.map(({ line }) => line).sort()).toEqual([2, 3, 4])
})
