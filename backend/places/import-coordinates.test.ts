import { describe, expect, test } from 'vitest'
import { importContent } from '../import/testing.ts'
import { municipalityCoordinates as profile } from './import-coordinates.ts'
import { openPlaces } from './testing.ts'

const header = 'ars,ags,lon,lat\n'
const rows = '130765659001,13076001,11.3,53.3\n130030000000,13003000,12.1,54.1\n'

async function setUp() {
  const { db } = await openPlaces()
  const run = (content: string) => importContent(db, { profile, content: header + content })
  const position = async (key: string) => {
    const columns = ['lat', 'lon', 'position_source_id'] as const
    return db.selectFrom('area').select(columns).where('region_key', '=', key).executeTakeFirstOrThrow()
  }
  return { run, position }
}

describe('the centres of Gemeinden', () => {
  test('are kept with their source, and written once', async () => {
    const { run, position } = await setUp()
    expect(await run(rows)).toMatchObject({ read: 2, written: 2, rejected: [] })
    expect(await position('130765659001')).toEqual({
      lat: 53.3,
      lon: 11.3,
      position_source_id: profile.source.id,
    })
    expect(await run(rows)).toMatchObject({ written: 0, deleted: 0 })
  })

  test('go when the file no longer has them', async () => {
    const { run, position } = await setUp()
    await run(rows)
    expect(await run(rows.split('\n')[0] + '\n')).toMatchObject({ deleted: 1 })
    expect(await position('130030000000')).toEqual({ lat: null, lon: null, position_source_id: null })
  })

  test('of a dissolved Gemeinde serve its successor only where that has none', async () => {
    const { run, position } = await setUp()
    await run('130725254016,13072016,12.6,53.9\n')
    expect(await position('130725254111')).toMatchObject({ lon: 12.6 })
    await run('130725254111,13072111,12.8,53.9\n130725254016,13072016,12.6,53.9\n')
    expect(await position('130725254111')).toMatchObject({ lon: 12.8 })
  })

  test.each([
    ['an unknown key', 'x,99999999,11.3,53.3', /no Gemeinde of the register/],
    ['uninhabited water', 'x,13000999,11.3,54.3', /uninhabited/],
    ['a position at sea far away', 'x,13076001,0,0', /not in Germany/],
    ['swapped numbers', 'x,13076001,53.3,11.3', /not in Germany/],
    ['no numbers', 'x,13076001,,', /not in Germany/],
  ])('with %s are rejected by line and reason', async (_, row, reason) => {
    const { run } = await setUp()
    const { rejected } = await run(`${rows}${row}\n`)
    expect(rejected).toEqual([{ line: 4, reason: expect.stringMatching(reason), record: row.split(',')[1] }])
  })
})
