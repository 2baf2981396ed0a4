import { describe, expect, test } from 'vitest'
import { importContent } from '../import/testing.ts'
import { streets as profile } from './import-streets.ts'
import { areasOfStreet } from './repository-matches.ts'
import { openPlaces } from './testing.ts'

const header = 'Name,Postleitzahl,Geometry\n'
const inHagenow = '"MULTILINESTRING ((11.1 53.4, 11.11 53.41), (11.2 53.4, 11.3 53.4))"'
const street = (name: string, postcodes: string, line = inHagenow) => `${name},${postcodes},${line}\n`

async function setUp() {
  const { db } = await openPlaces()
  const run = (content: string) => importContent(db, { profile, content: header + content })
  const find = async (question: Parameters<typeof areasOfStreet>[1]) =>
    (await areasOfStreet(db, question)).map((area) => area.name)
  return { run, find }
}

describe('streets', () => {
  test('are found however they are written, with and without house number', async () => {
    const { run, find } = await setUp()
    await run(street('Möllner Straße', '19230'))
    for (const typed of ['Möllner Straße', 'moellner str. 3a', 'MOLLNER STRASSE 12'])
      expect(await find({ street: typed })).toEqual(['Hagenow'])
  })

  test('are narrowed by postcode and place', async () => {
    const { run, find } = await setUp()
    await run(
      street('Dorfstraße', '19230') + street('Dorfstraße', '19288', '"LINESTRING (11.3 53.3, 11.31 53.3)"'),
    )
    expect(await find({ street: 'Dorfstraße' })).toEqual(['Hagenow', 'Alt Krenzlin'])
    expect(await find({ street: 'Dorfstraße', postcode: '19288' })).toEqual(['Alt Krenzlin'])
    expect(await find({ street: 'Dorfstraße', place: 'Hagenow' })).toEqual(['Hagenow'])
    expect(await find({ street: 'Dorfstraße', place: 'Rostock' })).toEqual([])
    expect(await find({ street: 'Ringstraße' })).toEqual([])
  })

  test('may lie in two postcodes', async () => {
    const { run, find } = await setUp()
    expect(await run(street('Grenzweg', '19230/19288'))).toMatchObject({ read: 1, written: 2 })
    expect(await find({ street: 'Grenzweg', postcode: '19230' })).toEqual(['Hagenow'])
  })

  test('change nothing when imported again, and go when they are gone', async () => {
    const { run } = await setUp()
    const both = street('Ahornweg', '19230') + street('Buchenweg', '19230')
    await run(both)
    expect(await run(both)).toMatchObject({ written: 0, deleted: 0 })
    expect(await run(street('Ahornweg', '19230'))).toMatchObject({ written: 0, deleted: 1 })
  })

  test.each([
    ['no name', street('', '19230'), /name and a line/],
    ['no line', street('Ahornweg', '19230', ''), /name and a line/],
    ['another geometry', street('Ahornweg', '19230', 'POINT (11 53)'), /name and a line/],
    ['no postcode', street('Ahornweg', ''), /no postcode/],
  ])('with %s are rejected by line and reason', async (_, row, reason) => {
    const { run } = await setUp()
    expect((await run(row)).rejected).toMatchObject([{ line: 2, reason: expect.stringMatching(reason) }])
  })
})
