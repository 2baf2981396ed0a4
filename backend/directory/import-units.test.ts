import { expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { ImportError, listSources } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { unitsProfile } from './import-units.ts'
import { importUnits, unit } from './testing.ts'

const everything = async (db: Db) => ({
  units: await db.selectFrom('unit').selectAll().orderBy('id').execute(),
  identifiers: await db.selectFrom('unit_identifier').selectAll().orderBy('value').execute(),
})
const idsIn = async (db: Db) => (await everything(db)).units.map((row) => row.id)
const identifier = (value: string) => ({ schemeAgencyId: 'test', schemeId: 'unit', value })

test('importing the same file again writes nothing', async () => {
  const { db } = await openTestDatabase()
  const units = [unit('a', { identifiers: [identifier('1')] }), unit('b', { regionKey: '13', general: true })]
  expect(await importUnits(db, units)).toMatchObject({ read: 2, written: 2, deleted: 0, rejected: [] })
  const before = await everything(db)
  expect(await importUnits(db, units)).toMatchObject({ read: 2, written: 0, deleted: 0 })
  expect(await everything(db)).toEqual(before)
})

test('what changes is updated in place, what has gone is deleted', async () => {
  const { db } = await openTestDatabase()
  await importUnits(db, [unit('a', { identifiers: [identifier('1')] }), unit('b')])
  const report = await importUnits(db, [unit('a', { names: { de: 'Neu' }, identifiers: [identifier('2')] })])
  const { units, identifiers } = await everything(db)
  expect(report).toMatchObject({ written: 1, deleted: 1 })
  expect(units.map(({ id, name }) => [id, name])).toEqual([['a', 'Neu']])
  expect(identifiers.map(({ value }) => value)).toEqual(['2'])
})

test('of several files of one source each speaks for its own units', async () => {
  const { db } = await openTestDatabase()
  await importUnits(db, [unit('a'), unit('b')], 'units-nord.json')
  await importUnits(db, [unit('c', { invented: true })], 'units-sued.json')
  await importUnits(db, [unit('b')], 'units-nord.json')
  expect(await idsIn(db)).toEqual(['b', 'c'])
})

test('a file of real bodies is no demo data', async () => {
  const { db } = await openTestDatabase()
  await importUnits(db, [unit('a', { invented: false })])
  expect((await listSources(db)).map(({ id, invented }) => [id, invented])).toEqual([
    ['amtsweg-bodies', false],
  ])
})

test.each([
  ['an unknown tier', { tier: 'village' }, '/tier'],
  [
    'a time that does not exist',
    { hours: { spans: [{ weekday: 1, opens: '8:00', closes: '12:00' }], exceptions: [] } },
    '/hours/spans/0/opens',
  ],
  [
    'a day that does not exist',
    { hours: { spans: [], exceptions: [{ from: '2026-02-30', to: '2026-03-01', spans: [] }] } },
    '/hours/exceptions/0/from',
  ],
  ['a hostile address', { contacts: [{ kind: 'website', value: 'javascript:alert(1)' }] }, '/contacts/0'],
  ['a region key of wrong length', { regionKey: '1307' }, '/regionKey'],
  ['a missing name', { names: {} }, 'The name is missing'],
])('%s leaves the unit out and says why', async (_name, fault, reason) => {
  const { db } = await openTestDatabase()
  const { rejected, written } = await importUnits(db, [unit('good'), unit('bad', fault)])
  expect(written).toBe(1)
  expect(rejected).toMatchObject([{ line: 2, record: 'bad' }])
  expect(rejected[0]?.reason).toContain(reason)
})

test('an id stands for one unit only, in a file and between sources', async () => {
  const { db } = await openTestDatabase()
  await importUnits(db, [unit('a', { invented: true })], 'units-demo.json')
  const { rejected } = await importUnits(db, [unit('a'), unit('b'), unit('b')], 'units-real.json')
  expect(rejected.map(({ reason }) => reason)).toEqual([
    'The id a belongs to the source amtsweg-demo',
    'The id b stands in the file twice',
  ])
})

test.each([
  ['cut off', '[{"id":"a","tier":'],
  ['no list', '{"id":"a"}'],
  ['empty', '[]'],
  ['not text', '\u0000\u0001'],
])('a file that is %s changes nothing', async (_name, content) => {
  const { db } = await openTestDatabase()
  await importUnits(db, [unit('a')])
  const before = await everything(db)
  await expect(importContent(db, { profile: unitsProfile, content, name: 'units.json' })).rejects.toThrow(
    ImportError,
  )
  expect(await everything(db)).toEqual(before)
})

test('a file that lost most of its units changes nothing', async () => {
  const { db } = await openTestDatabase()
  const units = Array.from({ length: 40 }, (_, index) => unit(`u${index}`))
  await importUnits(db, units)
  await expect(importUnits(db, units.slice(0, 10))).rejects.toThrow('30 of 40 records would be deleted')
  expect(await idsIn(db)).toHaveLength(40)
})
