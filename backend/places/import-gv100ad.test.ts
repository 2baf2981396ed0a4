import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { listSources } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { gv100ad } from './import-gv100ad.ts'
import { type RecordParts, registerRecords, registerText } from './testing.ts'

async function setUp() {
  const { db } = await openTestDatabase()
  const run = (content: string, options = {}) => importContent(db, { profile: gv100ad, content, ...options })
  const area = (key: string) =>
    db.selectFrom('area').selectAll().where('region_key', '=', key).executeTakeFirst()
  const count = async () => (await db.selectFrom('area').select('region_key').execute()).length
  return { db, run, area, count }
}

const total = registerRecords().length
const without = (name: string, date?: string) =>
  registerRecords(date).filter((record: RecordParts) => record.name !== name)

describe('the register of Gemeinden', () => {
  test('becomes areas of all levels', async () => {
    const { run, area, count } = await setUp()
    expect(await run(registerText())).toMatchObject({ read: total, written: total, deleted: 0, rejected: [] })
    expect(await count()).toBe(total)
    expect(await area('130765659001')).toMatchObject({
      ...{
        level: 'gemeinde',
        name: 'Alt Krenzlin',
        ags: '13076001',
        population: 745,
        seat_postcode: '19288',
      },
      ...{ parent_key: '130765659', uninhabited: 0, ended_by: null, source_id: 'destatis-gv100ad' },
    })
  })

  test('gives higher areas the people of their Gemeinden, and the nearest level there is as parent', async () => {
    const { run, area } = await setUp()
    await run(registerText())
    expect(await area('130765658')).toMatchObject({ population: 1_813, parent_key: '13076' })
    expect(await area('13076')).toMatchObject({ population: 14_957, parent_key: '13' })
    expect(await area('13')).toMatchObject({ parent_key: null, seat: 'Schwerin' })
  })

  test('knows what nobody lives in, and what holds nothing else', async () => {
    const { run, area } = await setUp()
    await run(registerText())
    expect(await area('130009999999')).toMatchObject({ uninhabited: 1 })
    expect(await area('130009999')).toMatchObject({ uninhabited: 1 })
    expect(await area('130030000')).toMatchObject({ uninhabited: 0 })
  })

  test('tells by itself which day it describes', async () => {
    const { db, run } = await setUp()
    await run(registerText(registerRecords('20241231')))
    expect(await listSources(db)).toMatchObject([
      { id: 'destatis-gv100ad', asOf: '2024-12-31', invented: false },
    ])
  })

  test('changes nothing when imported again', async () => {
    const { run, area } = await setUp()
    await run(registerText())
    const before = await area('130765659001')
    expect(await run(registerText())).toMatchObject({ written: 0, deleted: 0 })
    expect(await area('130765659001')).toEqual(before)
  })

  test('keeps positions that another file brought', async () => {
    const { db, run, area } = await setUp()
    await run(registerText())
    await db
      .updateTable('area')
      .set({ lat: 53.3, lon: 11.3 })
      .where('region_key', '=', '130765659001')
      .execute()
    await run(registerText(registerRecords('20241231')))
    expect(await area('130765659001')).toMatchObject({ lat: 53.3, lon: 11.3 })
  })

  test('of a later day ends what it no longer lists, in the interval between the two', async () => {
    const { run, area } = await setUp()
    await run(registerText())
    expect(await run(registerText(without('Bandenitz', '20241231')))).toMatchObject({ deleted: 1 })
    const ended = { ended_after: '2023-11-30', ended_by: '2024-12-31' }
    expect(await area('130765658004')).toMatchObject({ name: 'Bandenitz', ...ended })
    expect(await run(registerText(without('Bandenitz', '20241231')))).toMatchObject({
      written: 0,
      deleted: 0,
    })
    expect(await area('130765658004')).toMatchObject(ended)
  })

  test('revives what was missing by mistake', async () => {
    const { run, area } = await setUp()
    await run(registerText())
    await run(registerText(without('Bandenitz', '20241231')))
    await run(registerText(registerRecords('20251231')))
    expect(await area('130765658004')).toMatchObject({ ended_after: null, ended_by: null })
  })

  test('takes over what a demo brought before', async () => {
    const { db, run, area } = await setUp()
    const source = { id: 'demo', name: 'Demo', invented: 1, imported_at: '2026-01-01T00:00:00Z' }
    await db.insertInto('source').values(source).execute()
    const demo = {
      region_key: '13',
      level: 'land',
      kind: 'land',
      name: 'MV',
      full_name: 'MV',
      uninhabited: 0,
    } as const
    await db
      .insertInto('area')
      .values({ ...demo, source_id: 'demo' })
      .execute()
    await run(registerText())
    expect(await area('13')).toMatchObject({ name: 'Mecklenburg-Vorpommern', source_id: 'destatis-gv100ad' })
  })
})

describe('a damaged register changes nothing:', () => {
  const lines = registerText().split('\n')
  test.each([
    ['a record is cut off', registerText().slice(0, -50), /is no record of 220 characters/],
    ['a record has lost its end', lines.with(3, lines[3]!.trimEnd()).join('\n'), /line 4 is no record/],
    ['a line is something else', registerText() + 'x'.repeat(220), /is no record/],
    ['the first line has no date', `10${' '.repeat(218)}\n`, /no date/],
    ['the file is empty', '', /no date/],
    [
      'it ends between two records',
      registerText(registerRecords().slice(0, -1)),
      /no Gemeinde lies in Amt Ludwigslust-Land/,
    ],
    [
      'it lists less than before on the same day',
      registerText(without('Bandenitz')),
      /of the same day 2023-11-30 there were 1 areas more/,
    ],
    [
      'it holds two Länder and not all',
      registerText() + registerText([{ kind: '10', key: '01', name: 'Schleswig-Holstein' }]),
      /2 Länder/,
    ],
  ])('%s', async (_, content, words) => {
    const { db, run } = await setUp()
    await run(registerText())
    const before = await db.selectFrom('area').selectAll().execute()
    await expect(run(content)).rejects.toThrow(words)
    expect(await db.selectFrom('area').selectAll().execute()).toEqual(before)
  })
})
