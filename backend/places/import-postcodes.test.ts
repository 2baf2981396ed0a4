import { describe, expect, test } from 'vitest'
import { importContent } from '../import/testing.ts'
import { postcodeAreas as profile } from './import-postcodes.ts'
import { openPlaces } from './testing.ts'

async function setUp() {
  const { db } = await openPlaces()
  await db.deleteFrom('postcode_area').execute()
  const run = (content: string, options = {}) => importContent(db, { profile, content, ...options })
  const pairs = async () => {
    const rows = await db
      .selectFrom('postcode_area')
      .selectAll()
      .orderBy('postcode')
      .orderBy('region_key')
      .execute()
    return rows.map((row) => `${row.postcode} ${row.region_key} ${row.source_id}`)
  }
  return { run, pairs }
}

describe('postcodes', () => {
  test('are read whatever the order of the columns', async () => {
    const { run, pairs } = await setUp()
    await run('ort,ags,plz\nHagenow,13076060,19230\nToddin,13076169,19230\n')
    expect(await pairs()).toEqual(['19230 130760060060 osm-postcodes', '19230 130765658169 osm-postcodes'])
  })

  test('of a dissolved Gemeinde lie in its successor, once', async () => {
    const { run, pairs } = await setUp()
    expect(await run('x,plz,ags\n,17179,13072016\n,17179,13072111\n')).toMatchObject({
      written: 1,
      rejected: [],
    })
    expect(await pairs()).toEqual(['17179 130725254111 osm-postcodes'])
  })

  test('change nothing when imported again, and go when they are gone', async () => {
    const { run, pairs } = await setUp()
    await run('x,plz,ags\n,19230,13076060\n,19230,13076169\n')
    expect(await run('x,plz,ags\n,19230,13076060\n,19230,13076169\n')).toMatchObject({
      written: 0,
      deleted: 0,
    })
    expect(await run('x,plz,ags\n,19230,13076060\n')).toMatchObject({ written: 0, deleted: 1 })
    expect(await pairs()).toHaveLength(1)
  })

  test('of our own file yield to those of a register', async () => {
    const { run, pairs } = await setUp()
    await run('x,plz,ags\n,19230,13076060\n')
    await run('plz,ags\n19230,13076060\n19288,13076001\n')
    expect(await pairs()).toEqual(['19230 130760060060 osm-postcodes', '19288 130765659001 amtsweg-places'])
  })

  test.each([
    ['a lost zero in the postcode', ',1067,14612000', /leading zeros/],
    ['a lost zero in the key', ',24937,1001000', /leading zeros/],
    ['an unknown key', ',19230,13999999', /no Gemeinde of the register/],
    ['uninhabited water', ',18000,13000999', /uninhabited/],
  ])('with %s are rejected by line and reason', async (_, row, reason) => {
    const { run } = await setUp()
    const { rejected } = await run(`x,plz,ags\n,19230,13076060\n${row}\n`)
    expect(rejected).toMatchObject([{ line: 3, reason: expect.stringMatching(reason) }])
  })

  test.each([
    ['a column is missing', 'plz,ort\n19230,Hagenow\n', /lacks the column ags/],
    ['a row is cut off', 'x,plz,ags\n,19230\n', /damaged/],
    ['the last key is cut off', 'x,plz,ags\n,19230,13076060\n,19230,130760', /cut off/],
    ['most rows are unknown', `x,plz,ags\n${',19230,99999999\n'.repeat(20)}`, /were rejected/],
  ])('change nothing where %s', async (_, content, words) => {
    const { run, pairs } = await setUp()
    await run('x,plz,ags\n,19230,13076060\n')
    await expect(run(content)).rejects.toThrow(words)
    expect(await pairs()).toHaveLength(1)
  })
})
