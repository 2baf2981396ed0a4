import { describe, expect, test } from 'vitest'
import { listSources } from '../import/index.ts'
import { importContent } from '../import/testing.ts'
import { placeNames as profile } from './import-places.ts'
import { openPlaces } from './testing.ts'

const columns = 'country_code,zipcode,place,state,community_code,latitude,longitude\n'
const placed = 'ort,plz,lat,lon,ags,gemeinde\n'

async function setUp() {
  const { db } = await openPlaces()
  await db.deleteFrom('place').execute()
  const centre = { lat: 53.43, lon: 11.19 }
  await db.updateTable('area').set(centre).where('region_key', '=', '130760060060').execute()
  const run = (content: string) => importContent(db, { profile, content })
  const places = async () => {
    const rows = await db.selectFrom('place').selectAll().orderBy('name').execute()
    return rows.map((row) => `${row.name} ${row.region_key}`)
  }
  return { db, run, places }
}

const geonames = (postcode: string, place: string, lat: number, lon: number, kreis = '13076') =>
  `DE,${postcode},${place},MV,${kreis},${lat},${lon}\n`

describe('places whose Gemeinde the file names', () => {
  test('are kept with it, those of a dissolved one with its successor', async () => {
    const { run, places } = await setUp()
    await run(`${placed}Loosen,19288,53.31,11.32,13076001,\nDorotheenwalde,17179,53.9,12.6,13072016,\n`)
    expect(await places()).toEqual(['Dorotheenwalde 130725254111', 'Loosen 130765659001'])
  })

  test('change nothing when imported again, and go when they are gone', async () => {
    const { run, places } = await setUp()
    const [one, other] = ['Loosen,19288,53.31,11.32,13076001,\n', 'Klüß,19288,53.3,11.3,13076001,\n']
    await run(placed + one + other)
    expect(await run(placed + one + other)).toMatchObject({ written: 0, deleted: 0 })
    expect(await run(placed + one)).toMatchObject({ written: 0, deleted: 1 })
    expect(await places()).toEqual(['Loosen 130765659001'])
  })

  test('that bear the name of another Gemeinde of their postcode lie in that one', async () => {
    const { run, places } = await setUp()
    await run(`${placed}Bandenitz,19230,53.45,11.2,13076060,"Hagenow, Stadt"\n`)
    expect(await places()).toEqual(['Bandenitz 130765658004'])
  })

  test('with a postcode of no area are companies and left out, which is no damage', async () => {
    const { run, places } = await setUp()
    const companies = Array.from(
      { length: 15 },
      (_, index) => `Firma ${index} AG,18999,54.1,12.1,13003000,\n`,
    )
    const { rejected } = await run(placed + companies.join(''))
    expect(rejected).toHaveLength(15)
    expect(rejected[0]).toMatchObject({
      reason: expect.stringMatching(/PO box or a company/),
      expected: true,
    })
    expect(await places()).toEqual([])
  })

  test('of our own file are of a source of our own', async () => {
    const { db, run } = await setUp()
    await run('ort,plz,lat,lon,ags\nLoosen,19288,53.31,11.32,13076001\n')
    expect(await listSources(db)).toContainEqual(expect.objectContaining({ id: 'amtsweg-places' }))
  })

  test.each([
    ['no name', ',19288,53.31,11.32,13076001,', /needs a name/],
    ['no postcode', 'Loosen,,53.31,11.32,13076001,', /no postcode/],
    ['no position', 'Loosen,19288,,,13076001,', /not in Germany/],
    ['an unknown Gemeinde', 'Loosen,19288,53.31,11.32,99999999,', /no Gemeinde of the register/],
  ])('with %s are rejected by line and reason', async (_, row, reason) => {
    const { run } = await setUp()
    expect((await run(`${placed}${row}\n`)).rejected).toMatchObject([
      { line: 2, reason: expect.stringMatching(reason) },
    ])
  })
})

describe('places of GeoNames', () => {
  test.each([
    [
      'in the only Gemeinde of their postcode',
      geonames('19288', 'Loosen', 53.9, 11.9),
      'Loosen 130765659001',
    ],
    [
      'where the outline shows, if the postcode agrees',
      geonames('19230', 'Viez', 53.4, 11.1),
      'Viez 130760060060',
    ],
    [
      'in the Gemeinde of their name and postcode',
      geonames('19230', 'Bandenitz', 53.4, 11.1),
      'Bandenitz 130765658004',
    ],
    [
      'in what became of a dissolved one',
      geonames('17179', 'Groß Lüsewitz', 53.9, 12.6, '13072'),
      'Groß Lüsewitz 130725254111',
    ],
  ])('lie %s', async (_, row, place) => {
    const { run, places } = await setUp()
    await run(columns + row)
    expect(await places()).toEqual([place])
  })

  test.each([
    ['the postcode is none of an area', geonames('19048', 'Ministerium', 53.6, 11.4), /PO box or a company/],
    ['outline and postcode contradict each other', geonames('19230', 'Viez', 53.3, 11.3), /does not reach/],
    [
      'no outline tells which of several Gemeinden it is',
      geonames('19230', 'Viez', 54, 14),
      /lies in 3 Gemeinden/,
    ],
    [
      'a post office bears the name of the next town',
      geonames('19288', 'Hagenow', 53.43, 11.25),
      /Hagenow is near/,
    ],
  ])('are left out where %s', async (_, row, reason) => {
    const { run, places } = await setUp()
    const { rejected } = await run(columns + row)
    expect(rejected).toMatchObject([{ line: 2, reason: expect.stringMatching(reason), expected: true }])
    expect(await places()).toEqual([])
  })

  test('change nothing when imported again', async () => {
    const { run } = await setUp()
    await run(columns + geonames('19288', 'Loosen', 53.9, 11.9))
    expect(await run(columns + geonames('19288', 'Loosen', 53.9, 11.9))).toMatchObject({
      written: 0,
      deleted: 0,
    })
  })
})
