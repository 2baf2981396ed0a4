import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { importContent } from '../import/testing.ts'
import { areas as profile } from './import-areas.ts'
import { gv100ad } from './import-gv100ad.ts'
import { registerText } from './testing.ts'

const header = 'region_key,level,kind,name,full_name,ags,parent_key,population,seat,seat_postcode,lat,lon\n'
const land = '13,land,land,MV,Mecklenburg-Vorpommern,,,1628378,Schwerin,,53.6,11.4\n'
const gemeinde =
  '130765659001,gemeinde,gemeinde,Alt Krenzlin,Alt Krenzlin,13076001,130765659,700,,19288,53.3,11.3\n'

async function setUp() {
  const { db } = await openTestDatabase()
  const run = (content: string, options = {}) =>
    importContent(db, { profile, content: header + content, ...options })
  const area = (key: string) =>
    db.selectFrom('area').selectAll().where('region_key', '=', key).executeTakeFirst()
  return { db, run, area }
}

describe('areas in our own format', () => {
  test('are written as they stand', async () => {
    const { run, area } = await setUp()
    expect(await run(land + gemeinde)).toMatchObject({ written: 2, rejected: [] })
    expect(await area('130765659001')).toMatchObject({
      ...{ level: 'gemeinde', kind: 'gemeinde', ags: '13076001', parent_key: '130765659', population: 700 },
      ...{ seat: null, seat_postcode: '19288', lat: 53.3, lon: 11.3, position_source_id: 'amtsweg-areas' },
    })
  })

  test('change nothing when imported again, are updated, and go when they are gone', async () => {
    const { run, area } = await setUp()
    await run(land + gemeinde)
    expect(await run(land + gemeinde)).toMatchObject({ written: 0, deleted: 0 })
    expect(await run(land.replace('1628378', '1600000') + gemeinde)).toMatchObject({ written: 1 })
    expect(await run(land)).toMatchObject({ deleted: 1 })
    expect(await area('130765659001')).toBeUndefined()
  })

  test('yield to the register', async () => {
    const { db, run, area } = await setUp()
    await importContent(db, { profile: gv100ad, content: registerText() })
    expect(await run(gemeinde)).toMatchObject({ written: 0 })
    expect(await area('130765659001')).toMatchObject({ population: 745, source_id: 'destatis-gv100ad' })
  })

  test.each([
    ['a key of another level', gemeinde.replace('130765659001', '130765659'), /none of this level/],
    ['a key that is no number', gemeinde.replace('130765659001', '13076565900x'), /none of this level/],
    ['an unknown level', gemeinde.replace('gemeinde,', 'dorf,'), /none of this level/],
    ['an unknown kind', gemeinde.replace(',gemeinde,gemeinde,', ',gemeinde,dorf,'), /no kind of area/],
    ['no name', gemeinde.replaceAll('Alt Krenzlin', ''), /needs a name/],
    ['a short AGS', gemeinde.replace('13076001', '1307600'), /no AGS/],
    ['a population in words', gemeinde.replace(',700,', ',viele,'), /no number of people/],
  ])('with %s are rejected by line and reason', async (_, row, reason) => {
    const { run } = await setUp()
    expect((await run(land + row)).rejected).toMatchObject([
      { line: 3, reason: expect.stringMatching(reason) },
    ])
  })
})
