import { describe, expect, test } from 'vitest'
import { importContent } from '../import/testing.ts'
import { areaChanges, areaSuccessors } from './import-successors.ts'
import { openPlaces } from './testing.ts'

const changes = 'ags_2016,name_2016,ags_2021,name_2021,anteil_punkte\n'
const own = 'region_key,name,ended_after,ended_by,successor_key,share\n'
const setzin = '130765658123,Setzin,2016-01-01,2021-01-01,130765658169,1\n'

async function setUp() {
  const { db } = await openPlaces()
  const run = (content: string) => importContent(db, { profile: areaChanges, content: changes + content })
  const runOwn = (content: string) => importContent(db, { profile: areaSuccessors, content: own + content })
  const area = (key: string) =>
    db.selectFrom('area').selectAll().where('region_key', '=', key).executeTakeFirst()
  const successors = (key: string) =>
    db.selectFrom('area_successor').select(['successor_key', 'share']).where('region_key', '=', key).execute()
  return { run, runOwn, area, successors }
}

const boddin = '13072016,Boddin,13072111,Walkendorf,0.96\n'

describe('dissolved Gemeinden', () => {
  test('known from an old map get the interval in which they ended', async () => {
    const { area, successors } = await setUp()
    expect(await area('130725254016')).toMatchObject({ ended_after: '2016-01-01', ended_by: '2021-01-01' })
    expect(await successors('130725254016')).toEqual([{ successor_key: '130725254111', share: 0.96 }])
  })

  test('unknown so far are added under the Verband of their successor', async () => {
    const { run, area, successors } = await setUp()
    await run(`${boddin}13072068,Lühburg,13072111,Walkendorf,0.94\n`)
    expect(await area('130725254068')).toMatchObject({
      name: 'Lühburg',
      ags: '13072068',
      ended_by: '2021-01-01',
    })
    expect(await successors('130725254068')).toHaveLength(1)
  })

  test('change nothing when imported again, and are forgotten when they are gone', async () => {
    const { run, area } = await setUp()
    const both = `${boddin}13072068,Lühburg,13072111,Walkendorf,0.94\n`
    await run(both)
    expect(await run(both)).toMatchObject({ written: 0, deleted: 0 })
    expect(await run(boddin)).toMatchObject({ deleted: 1 })
    expect(await area('130725254068')).toBeUndefined()
    expect(await area('130725254016')).toBeDefined()
  })

  test('come in our own format with whole keys and any dates', async () => {
    const { runOwn, area, successors } = await setUp()
    await runOwn(setzin)
    expect(await area('130765658123')).toMatchObject({ name: 'Setzin', kind: 'gemeinde', ags: '13076123' })
    expect(await successors('130765658123')).toEqual([{ successor_key: '130765658169', share: 1 }])
    expect(await runOwn(setzin)).toMatchObject({ written: 0, deleted: 0 })
    expect(await area('130765658169')).toMatchObject({ name: 'Toddin', ended_by: null })
  })

  test.each([
    ['a short key', '1307201,Boddin,13072111,Walkendorf,0.96', /no AGS/],
    ['an unknown successor', '13072017,Altkalen,99999999,Nirgends,0.9', /is no Gemeinde of the register/],
    ['no share', '13072017,Altkalen,13072111,Walkendorf,', /share/],
    ['too large a share', '13072017,Altkalen,13072111,Walkendorf,1.5', /share/],
    ['no name', '13072017,,13072111,Walkendorf,0.9', /name/],
    ['itself as successor', '13072111,Walkendorf,13072111,Walkendorf,1', /succeed itself/],
    [
      'a Gemeinde the register still lists',
      '13076001,Alt Krenzlin,13076060,Hagenow,1',
      /2023-11-30 still lists Alt Krenzlin/,
    ],
  ])('with %s are rejected by line and reason', async (_, row, reason) => {
    const { run, area } = await setUp()
    const { rejected } = await run(`${boddin}${row}\n`)
    expect(rejected).toMatchObject([{ line: 3, reason: expect.stringMatching(reason) }])
    expect(await area('130765659001')).toMatchObject({ ended_by: null })
  })

  test.each([
    ['a short key', setzin.replace('130765658123', '13076123'), /no ARS/],
    ['no day', setzin.replace('2021-01-01', 'gestern'), /two dates/],
    ['an unknown successor', setzin.replace('130765658169', '990000000000'), /is no Gemeinde/],
  ])('of our own with %s are rejected', async (_, row, reason) => {
    const { runOwn } = await setUp()
    const { rejected } = await runOwn(setzin + row)
    expect(rejected).toMatchObject([{ line: 3, reason: expect.stringMatching(reason) }])
  })
})
