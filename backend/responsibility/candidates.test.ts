import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../database/database.ts'
import { candidatesOf } from './candidates.ts'
import { openDemo } from './testing.ts'
import type { Where } from './where.ts'

let db: Db
const address = async (said: Omit<Where & { by: 'address' }, 'by'>) =>
  (await candidatesOf(db, { by: 'address', ...said }))?.areas.map(({ name }) => name)

/** Of the Gemeinden of 23968 (Barnekow, Gägelow, Hohenkirchen, Wismar, Zierow) the streets of two are known. */
const streets = [
  ['Dorfstraße', 'dorfstr', '130745454089'],
  ['Strandweg', 'strandweg', '130745454089'],
  ['Dorfstraße', 'dorfstr', '130740087087'],
  ['Am Markt', 'am markt', '130740087087'],
] as const

beforeAll(async () => {
  db = (await openDemo()).db
  await db
    .insertInto('street')
    .values(
      streets.map(([name, norm, region_key]) => ({
        ...{ name, norm, region_key },
        postcode: '23968',
        source_id: 'amtsweg-places',
      })),
    )
    .execute()
}, 60_000)

describe('candidatesOf an address', () => {
  it('are all Gemeinden of a postcode', async () => {
    expect(await address({ postcode: '23968' })).toHaveLength(5)
  })

  it('leaves out Gemeinden that have no such street, never those whose streets nobody recorded', async () => {
    const found = await address({ postcode: '23968', street: 'Strandweg 4' })
    expect(found?.toSorted()).toEqual(['Barnekow', 'Gägelow', 'Hohenkirchen', 'Zierow'])
  })

  it('keeps every Gemeinde that has the street', async () => {
    expect(await address({ postcode: '23968', street: 'Dorfstr.' })).toHaveLength(5)
  })

  it('needs no street where the place is clear', async () => {
    expect(await address({ postcode: '23968', place: 'Zierow', street: 'Am Markt' })).toEqual(['Zierow'])
  })

  it('keeps to the place where the street is in none of its Gemeinden', async () => {
    expect(await address({ place: 'Wismar', street: 'Gibtesnicht' })).toEqual(['Wismar'])
  })

  it.each<[string, Omit<Where & { by: 'address' }, 'by'>]>([
    ['a postcode', { postcode: '99999' }],
    ['a place', { place: 'Nirgendwo' }],
    ['both', { postcode: '99999', place: 'Nirgendwo' }],
    ['a place and a street', { place: 'Nirgendwo', street: 'Dorfstraße' }],
  ])('are unknown where %s is', async (_, said) => {
    expect(await address(said)).toBeUndefined()
  })
})

describe('candidatesOf a dissolved area', () => {
  it('are all its successors when it was divided', async () => {
    const rest = { region_key: '130765658123', source_id: 'amtsweg-areas' }
    await db
      .updateTable('area_successor')
      .set({ share: 0.6 })
      .where('region_key', '=', rest.region_key)
      .execute()
    await db
      .insertInto('area_successor')
      .values({ ...rest, successor_key: '130760060060', share: 0.4 })
      .execute()
    const match = await candidatesOf(db, { by: 'area', area: '130765658123' })
    expect(match).toMatchObject({ movedFrom: 'Setzin', areas: [{ name: 'Toddin' }, { name: 'Hagenow' }] })
  })

  it('are none when nobody recorded what became of it', async () => {
    await db.deleteFrom('area_successor').where('region_key', '=', '130765655043').execute()
    const match = await candidatesOf(db, { by: 'area', area: '130765655043' })
    expect(match).toEqual({ movedFrom: 'Gischow', areas: [] })
  })
})
