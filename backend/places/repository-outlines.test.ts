import { describe, expect, test } from 'vitest'
import { AreaOutlines, type Problem } from '@amtsweg/contract'
import { onError } from '../http/problem.ts'
import { importContent } from '../import/testing.ts'
import { boundariesGeojson } from './import-boundaries.ts'
import { keepDrawings, outlinesIn } from './repository-outlines.ts'
import { placesRoutes } from './routes.ts'
import { collection, openPlaces, square } from './testing.ts'

async function setUp(...maps: readonly { readonly name: string; readonly content: string }[]) {
  const { db } = await openPlaces()
  for (const map of maps) await importContent(db, { profile: boundariesGeojson, ...map })
  const app = placesRoutes({ db })
  app.onError(onError(() => {}))
  const get = (path: string) => app.request(`/areas/${path}`)
  const outlines = async (path: string) => AreaOutlines.parse(await (await get(path)).json())
  const seen = async (path: string) =>
    (await outlines(path)).features.map(({ id, properties: { name } }) => `${id} ${name}`)
  return { get, outlines, seen }
}

const newMap = {
  name: 'vg5000-2021-01-01-test.geojson',
  content: collection(
    square('130725254111', 'Walkendorf', 12.7, 53.9),
    square('130725254035', 'Gnoien', 12.9, 53.9),
    square('130765659001', 'Alt Krenzlin', 11.3, 53.3),
    square('130760060060', 'Hagenow', 11.1, 53.4),
    square('13076', 'Ludwigslust-Parchim', 11.2, 53.4),
  ),
}

describe('GET /areas/{regionKey}/outlines', () => {
  test('gives the living, inhabited Gemeinden as GeoJSON, and whose map it is', async () => {
    const { get, outlines, seen } = await setUp()
    expect((await get('13/outlines')).headers.get('content-type')).toMatch('application/geo+json')
    expect(await seen('13/outlines')).toEqual([
      '130725254111 Walkendorf',
      '130760060060 Hagenow',
      '130765659001 Alt Krenzlin',
    ])
    const { sources } = await outlines('13/outlines')
    expect(sources).toMatchObject([{ licence: 'GeoNutzV', attribution: expect.stringContaining('BKG') }])
  })

  test('shows what a Gemeinde took in as part of it, without a border', async () => {
    const { outlines } = await setUp()
    const [walkendorf] = (await outlines('13072/outlines')).features
    const points = walkendorf!.geometry.coordinates.flat(2)
    expect(walkendorf!.geometry.coordinates.length).toBe(1)
    expect([Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))]).toEqual([12.5, 12.9])
  })

  test('takes the map that shows most of them', async () => {
    const { outlines, seen } = await setUp(newMap)
    expect(await seen('13072/outlines')).toEqual(['130725254035 Gnoien', '130725254111 Walkendorf'])
    expect((await outlines('13072/outlines')).sources.map(({ id }) => id)).toEqual(['bkg-vg5000-2021-01-01'])
  })

  test('takes the sharper of two maps where it shows few', async () => {
    const { outlines } = await setUp(newMap)
    expect((await outlines('13076/outlines')).sources.map(({ id }) => id)).toEqual(['bkg-vg250-2016-01-01'])
  })

  test('draws again only what has changed', async () => {
    const { db } = await openPlaces()
    const [keep, made] = [keepDrawings(), [] as string[]]
    const look = () =>
      outlinesIn(db, '13', 'gemeinde', (key, pieces) =>
        keep(key, () => {
          made.push(key)
          return pieces()
        }),
      )
    const first = await look()
    await db.updateTable('area').set({ name: 'Hagenow am See' }).where('name', '=', 'Hagenow').execute()
    const second = await look()
    expect(made.length).toBe(1)
    expect(second.features[1]).toMatchObject({ properties: { name: 'Hagenow am See' } })
    expect(second.features[1]!.geometry).toEqual(first.features[1]!.geometry)
    await importContent(db, { profile: boundariesGeojson, ...newMap })
    await look()
    expect(made.length).toBe(2)
  })

  test('gives other levels too', async () => {
    const { seen } = await setUp(newMap)
    expect(await seen('13/outlines?level=kreis')).toEqual(['13076 Ludwigslust-Parchim'])
    expect(await seen('13/outlines?level=verband')).toEqual([])
  })

  test('knows an AGS, and has nothing to show where nothing was imported', async () => {
    const { outlines, seen } = await setUp()
    expect(await seen('13076060/outlines')).toEqual(['130760060060 Hagenow'])
    expect(await outlines('13003/outlines')).toMatchObject({ features: [], sources: [] })
  })

  test.each([
    ['99/outlines', 'area-unknown'],
    ['130725254016/outlines', 'area-unknown'],
    ['1/outlines', 'invalid-path'],
    ['13/outlines?level=haus', 'invalid-query'],
  ])('%s is refused: %s', async (path, code) => {
    const { get } = await setUp()
    expect(((await (await get(path)).json()) as Problem).code).toBe(code)
  })
})
