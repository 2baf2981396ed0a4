import { describe, expect, test } from 'vitest'
import type { Db } from '../database/database.ts'
import { childrenOf, findArea, parentsOf, postcodesOf, resolveArea, successorsOf } from './repository.ts'
import { openPlaces } from './testing.ts'

const setUp = async () => (await openPlaces()).db
const names = (areas: readonly { readonly name: string }[]) => areas.map((area) => area.name)

async function addSuccession(db: Db, from: string, to: string, share = 1) {
  const source_id = 'destatis-gv100ad'
  await db
    .insertInto('area_successor')
    .values({ region_key: from, successor_key: to, share, source_id })
    .execute()
}

const dissolve = (db: Db, key: string) =>
  db.updateTable('area').set({ ended_by: '2024-01-01' }).where('region_key', '=', key).execute()

describe('an area', () => {
  test.each([
    ['its ARS', '130765659001', 'Alt Krenzlin'],
    ['its AGS', '13076001', 'Alt Krenzlin'],
    ['its ARS of the time before it moved to another Verband', '130769999001', 'Alt Krenzlin'],
    ['the key of a Verband', '130765659', 'Amt Ludwigslust-Land'],
    ['the key of a Kreis', '13076', 'Ludwigslust-Parchim'],
    ['the key of a Land', '13', 'Mecklenburg-Vorpommern'],
    ['the ARS of a dissolved Gemeinde', '130725254016', 'Boddin'],
    ['the AGS of a dissolved Gemeinde', '13072016', 'Boddin'],
  ])('is found by %s', async (_, key, name) => {
    expect(await findArea(await setUp(), key)).toMatchObject({ name })
  })

  test.each([
    ['13000999'],
    ['130009999999'],
    ['130009999'],
    ['99'],
    ['130'],
    ['99999999'],
    ['999999999999'],
    [''],
  ])('is not found by %s', async (key) => {
    const db = await setUp()
    expect(await findArea(db, key)).toBeUndefined()
    expect(await resolveArea(db, key)).toBeUndefined()
  })

  test('that lives bears an AGS before one that is dissolved', async () => {
    const db = await setUp()
    await db.updateTable('area').set({ ags: '13076001' }).where('region_key', '=', '130725254016').execute()
    expect(await findArea(db, '13076001')).toMatchObject({ name: 'Alt Krenzlin' })
  })
})

describe('what a key stands for today', () => {
  test('is the area itself where it lives', async () => {
    const match = await resolveArea(await setUp(), '13076001')
    expect(match).toEqual({
      areas: [{ regionKey: '130765659001', level: 'gemeinde', kind: 'gemeinde', name: 'Alt Krenzlin' }],
    })
  })

  test('is the successor of a dissolved area, with the name it had', async () => {
    const match = await resolveArea(await setUp(), '130725254016')
    expect(match).toMatchObject({
      areas: [{ regionKey: '130725254111', name: 'Walkendorf' }],
      movedFrom: 'Boddin',
    })
  })

  test('are several successors, the largest share first', async () => {
    const db = await setUp()
    await addSuccession(db, '130725254016', '130725254035', 0.99)
    expect(names((await resolveArea(db, '130725254016'))!.areas)).toEqual(['Gnoien', 'Walkendorf'])
  })

  test('is the last of several successors in turn, also where they go in a circle', async () => {
    const db = await setUp()
    await dissolve(db, '130725254111')
    await addSuccession(db, '130725254111', '130725254016', 0.5)
    await addSuccession(db, '130725254111', '130725254035', 0.5)
    expect(names((await resolveArea(db, '13072016'))!.areas)).toEqual(['Gnoien'])
  })

  test('is nothing where nobody recorded what became of it', async () => {
    const db = await setUp()
    await dissolve(db, '130765659001')
    expect(await resolveArea(db, '13076001')).toEqual({ areas: [], movedFrom: 'Alt Krenzlin' })
    expect(await successorsOf(db, '130765659001')).toEqual([])
  })

  test('has not moved when its successor bears its name', async () => {
    const db = await setUp()
    await db
      .updateTable('area')
      .set({ name: 'Walkendorf' })
      .where('region_key', '=', '130725254016')
      .execute()
    expect(await resolveArea(db, '13072016')).not.toHaveProperty('movedFrom')
  })
})

describe('around an area', () => {
  test('are its parents, nearest first; levels that do not exist are skipped', async () => {
    const parents = await parentsOf(await setUp(), '130765659001')
    expect(parents.map((parent) => parent.regionKey)).toEqual(['130765659', '13076', '13'])
    expect(await parentsOf(await setUp(), '13')).toEqual([])
  })

  test('are its children by name, without those that are dissolved or uninhabited', async () => {
    const db = await setUp()
    expect(names(await childrenOf(db, '130765658'))).toEqual(['Bandenitz', 'Toddin'])
    expect(names(await childrenOf(db, '13'))).toHaveLength(4)
    await dissolve(db, '130765658004')
    expect(names(await childrenOf(db, '130765658'))).toEqual(['Toddin'])
  })

  test('are the postcodes of all that lies in it', async () => {
    const db = await setUp()
    expect(await postcodesOf(db, '13076')).toEqual(['19230', '19288'])
    expect(await postcodesOf(db, '130765659001')).toEqual(['19288'])
    expect(await postcodesOf(db, '99')).toEqual([])
  })
})
