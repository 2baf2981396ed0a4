import { describe, expect, test } from 'vitest'
import { importContent } from '../import/testing.ts'
import { boundariesGeojson } from './import-boundaries.ts'
import { areaAtPoint, keepOutlines } from './repository-point.ts'
import { collection, openPlaces, square } from './testing.ts'

async function setUp() {
  const { db } = await openPlaces()
  const at = async (lon: number, lat: number) =>
    (await areaAtPoint(db, lon, lat))?.areas.map((area) => area.name)
  const addMap = (name: string, ...features: readonly object[]) =>
    importContent(db, { profile: boundariesGeojson, content: collection(...features), name })
  return { db, at, addMap }
}

describe('the Gemeinde at a point', () => {
  test('is the one whose outline holds it', async () => {
    const { at } = await setUp()
    expect(await at(11.3, 53.3)).toEqual(['Alt Krenzlin'])
    expect(await at(11.1, 53.4)).toEqual(['Hagenow'])
  })

  test('is none outside all outlines, nor on water without people', async () => {
    const { at } = await setUp()
    expect(await at(14, 50)).toBeUndefined()
    expect(await at(11.5, 54.3)).toBeUndefined()
  })

  test('of a dissolved one is its successor; nobody asked for the old name', async () => {
    const { db } = await setUp()
    expect(await areaAtPoint(db, 12.6, 53.9)).toEqual({
      areas: [expect.objectContaining({ name: 'Walkendorf' })],
    })
  })

  test('on a common border is always the same: the lower key', async () => {
    const { at } = await setUp()
    expect(await at(11.2, 53.4)).toEqual(['Hagenow'])
    expect(await at(12.7, 53.9)).toEqual(['Walkendorf'])
  })

  test('is told by the sharpest map that holds it', async () => {
    const { at, addMap } = await setUp()
    await addMap('vg5000-2021-01-01.geojson', square('130765659001', 'Alt Krenzlin', 11.1, 53.4, 0.3))
    expect(await at(11.1, 53.4)).toEqual(['Hagenow'])
  })

  test('is told by a coarse map where no sharp one reaches', async () => {
    const { at, addMap } = await setUp()
    await addMap('vg5000-2021-01-01.geojson', square('130765658169', 'Toddin', 11, 53, 0.1))
    expect(await at(11, 53)).toEqual(['Toddin'])
  })

  test('is not told by a coarse map of a Gemeinde whose sharp outline says no', async () => {
    const { at, addMap } = await setUp()
    await addMap('vg5000-2021-01-01.geojson', square('130765659001', 'Alt Krenzlin', 11.3, 53.3, 0.2))
    expect(await at(11.3, 53.45)).toBeUndefined()
  })

  test('of a divided one is the successor whose own outline holds it, else all of them', async () => {
    const { db, at, addMap } = await setUp()
    const share = { region_key: '130725254016', successor_key: '130725254035', share: 0.5 }
    await db
      .insertInto('area_successor')
      .values({ ...share, source_id: 'destatis-gv100ad' })
      .execute()
    expect(await at(12.6, 53.9)).toEqual(['Walkendorf', 'Gnoien'])
    await addMap('vg5000-2021-01-01.geojson', square('130725254035', 'Gnoien', 12.6, 53.9))
    expect(await at(12.6, 53.9)).toEqual(['Gnoien'])
  })

  test('whose outline is damaged in the database is not found, and nothing breaks', async () => {
    const { db, at } = await setUp()
    await db.updateTable('boundary').set({ geometry: '{"coordinates":[]}' }).execute()
    expect(await at(11.3, 53.3)).toBeUndefined()
  })
})

test('outlines that are kept answer the same', async () => {
  const { db } = await openPlaces()
  const read = keepOutlines(1)
  for (const [lon, name] of [
    [11.3, 'Alt Krenzlin'],
    [12.8, 'Walkendorf'],
    [11.3, 'Alt Krenzlin'],
  ] as const)
    // prettier-ignore
    expect((await areaAtPoint(db, lon, lon < 12 ? 53.3 : 53.9, read))?.areas).toMatchObject([{ name }])
})
