import { describe, expect, test } from 'vitest'
import { loadGemeinden } from './import-gemeinden.ts'
import { openPlaces } from './testing.ts'

async function setUp(change?: { readonly key: string; readonly ended_by: string }) {
  const { db } = await openPlaces()
  if (change)
    await db
      .updateTable('area')
      .set({ ended_by: change.ended_by })
      .where('region_key', '=', change.key)
      .execute()
  return db.transaction().execute(loadGemeinden)
}

describe('the Gemeinde a file names', () => {
  test.each([
    ['by AGS', '13076001', '130765659001'],
    ['by ARS', '130765659001', '130765659001'],
    ['by an ARS of another Verband', '130769999001', '130765659001'],
    ['by the AGS of one it has taken in', '13072016', '130725254111'],
    ['by the ARS of one it has taken in', '130725254016', '130725254111'],
  ])('is found %s', async (_, key, regionKey) => {
    expect((await setUp()).living(key)).toEqual({ regionKey })
  })

  test.each([
    ['unknown', '99999999', /no Gemeinde of the register/],
    ['a Kreis', '13076', /no Gemeinde of the register/],
    ['uninhabited', '13000999', /is uninhabited/],
  ])('is none where it is %s', async (_, key, reason) => {
    expect((await setUp()).living(key)).toEqual({ reason: expect.stringMatching(reason) })
  })

  test('is none where nobody knows what became of it', async () => {
    const gemeinden = await setUp({ key: '130765659001', ended_by: '2024-01-01' })
    expect(gemeinden.living('13076001')).toEqual({ reason: expect.stringMatching(/no successor is known/) })
  })

  test('is none where its successor has ended too', async () => {
    const gemeinden = await setUp({ key: '130725254111', ended_by: '2024-01-01' })
    expect(gemeinden.living('13072016')).toEqual({ reason: expect.stringMatching(/no successor is known/) })
  })

  test('comes with what the register says of it', async () => {
    const gemeinden = await setUp()
    const facts = { name: 'Boddin', dissolved: true, uninhabited: false, asOf: '2016-01-01' }
    expect(gemeinden.find('13072016')).toMatchObject(facts)
    expect(gemeinden.registerDate('13999999')).toBe('2023-11-30')
    expect(gemeinden.registerDate('01001000')).toBeUndefined()
  })
})
