import { describe, expect, test } from 'vitest'
import { areasOfPlaceName, areasOfPostcode, placesIn } from './repository-matches.ts'
import { openPlaces } from './testing.ts'

const setUp = async () => (await openPlaces()).db
const names = (areas: readonly { readonly name: string }[]) => areas.map((area) => area.name)

describe('the Gemeinden of a postcode', () => {
  test('come with the largest first', async () => {
    expect(names(await areasOfPostcode(await setUp(), '19230'))).toEqual(['Hagenow', 'Toddin', 'Bandenitz'])
  })

  test('are none for a postcode nobody knows', async () => {
    expect(await areasOfPostcode(await setUp(), '99999')).toEqual([])
  })

  test('hold no dissolved and no uninhabited one', async () => {
    const db = await setUp()
    await db.updateTable('area').set({ ended_by: '2024-01-01' }).where('name', '=', 'Toddin').execute()
    await db.updateTable('area').set({ uninhabited: 1 }).where('name', '=', 'Bandenitz').execute()
    expect(names(await areasOfPostcode(db, '19230'))).toEqual(['Hagenow'])
  })
})

describe('the Gemeinden of a name', () => {
  test.each([
    ['Alt Krenzlin', ['Alt Krenzlin']],
    ['ALT-KRENZLIN', ['Alt Krenzlin']],
    ['Loosen', ['Alt Krenzlin']],
    ['Muehlenbeck', ['Hagenow']],
    ['Muhlenbeck', ['Hagenow']],
    ['Neuenkirchen', ['Neuenkirchen', 'Neuenkirchen']],
    ['Krenzlin', []],
    ['Amt Landhagen', []],
    ['19230', []],
    ['Küstengewässer einschl. Anteil am Festlandsockel', []],
    ['', []],
  ])('%s are %j', async (name, expected) => {
    expect(names((await areasOfPlaceName(await setUp(), name)).areas)).toEqual(expected)
  })

  test('tell that it is a former one', async () => {
    expect(await areasOfPlaceName(await setUp(), 'Boddin')).toMatchObject({
      areas: [{ name: 'Walkendorf' }],
      movedFrom: 'Boddin',
    })
  })

  test('are narrowed by the postcode', async () => {
    const db = await setUp()
    const { areas } = await areasOfPlaceName(db, 'Neuenkirchen', '17392')
    expect(areas.map((area) => area.regionKey)).toEqual(['130755553101'])
    expect(await areasOfPlaceName(db, 'Neuenkirchen', '19230')).toEqual({ areas: [] })
  })
})

test('the villages of a region come in German order', async () => {
  const db = await setUp()
  expect(await placesIn(db, '130725254111')).toEqual(['Boddin', 'Dorotheenwalde'])
  expect(await placesIn(db, '13076')).toEqual(['Alt Krenzlin', 'Loosen', 'Mühlenbeck'])
  expect(await placesIn(db, '99')).toEqual([])
})
