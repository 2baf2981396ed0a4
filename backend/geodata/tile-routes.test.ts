import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAuthority, addTestToken } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type VersionWatch, watchVersion } from '../database/version-watch.ts'
import { createApp } from '../http/app.ts'
import { addTestCollection, point, publishTestVersion } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let watch: VersionWatch

beforeEach(async () => {
  database = await openTestDatabase()
  watch = watchVersion(database)
  app = createApp({ database, watch, report: (error) => console.error(error) })
  await addAuthority(database.db, 'musterstadt', '130760000000')
  await addTestCollection(database.db, { id: 'trees', authority_id: 'musterstadt' })
})

const publish = async (...features: Parameters<typeof publishTestVersion>[2]) => {
  await publishTestVersion(database, 'trees', features)
  await watch.look()
}
const ask = (path: string, headers: Record<string, string> = {}) => app.request(`/ogc${path}`, { headers })
const tiles = '/collections/trees/tiles'
/** The tile of matrix 10 in which Schwerin lies. */
const schwerin = `${tiles}/WebMercatorQuad/10/330/544`

async function namesIn(response: Response): Promise<readonly unknown[]> {
  const { trees } = new VectorTile(new PbfReader(await response.arrayBuffer())).layers
  return Array.from({ length: trees?.length ?? 0 }, (_, at) => trees?.feature(at).properties['name'])
}

describe('a tile', () => {
  test('has what lies there, its terms and a validator', async () => {
    await publish(point('linde', 11.41, 53.63), point('buche', 12.4, 53.63))
    const response = await ask(schwerin)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    expect(response.headers.get('link')).toMatch(/^<https:.*>; rel="license"$/)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    const again = await ask(schwerin, { 'if-none-match': response.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    expect(await namesIn(response)).toEqual(['linde'])
  })

  test('is empty where nothing lies, as often as it is asked for', async () => {
    await publish(point('linde', 11.41, 53.63), point('buche', 13.4, 53.63))
    for (const path of [`${tiles}/WebMercatorQuad/10/330/546`, `${tiles}/WebMercatorQuad/10/330/546?f=mvt`]) {
      expect((await ask(path)).status).toBe(204)
      expect((await ask(path)).status).toBe(204)
    }
  })

  test.each([
    ['beside the collection', `${tiles}/WebMercatorQuad/10/330/543`],
    ['of a matrix that there is not', `${tiles}/WebMercatorQuad/25/330/544`],
    ['of a row that is no number', `${tiles}/WebMercatorQuad/10/-1/544`],
    ['of a set that there is not', `${tiles}/Nonsense/10/330/544`],
  ])('%s is unknown', async (_, path) => {
    await publish(point('linde', 11.41, 53.63))
    const response = await ask(path)
    expect([response.status, await response.json()]).toEqual([
      404,
      expect.objectContaining({ code: 'tile-unknown' }),
    ])
  })

  test('is refused in another form, and with what there is not', async () => {
    await publish(point('linde', 11.41, 53.63))
    for (const query of ['f=json', 'limit=1']) expect((await ask(`${schwerin}?${query}`)).status).toBe(400)
  })

  test('is that of the newest version', async () => {
    await publish(point('linde', 11.41, 53.63))
    await ask(schwerin)
    await publish(point('buche', 11.42, 53.62))
    expect(await namesIn(await ask(schwerin))).toEqual(['buche'])
  })

  test('shows the whole collection from afar', async () => {
    const grid = Array.from({ length: 60 }, (_, at) => point(`${at}`, 10 + at / 20, 52 + (at % 7) / 5))
    await publish(...grid)
    expect(await namesIn(await ask(`${tiles}/WebMercatorQuad/0/0/0`))).toHaveLength(60)
    expect(await namesIn(await ask(`${tiles}/UTM32WGS84Quad/1/0/0`))).toHaveLength(60)
  })

  test('shows as a dot what is too small to be told from one', async () => {
    const [west, south] = [11.41, 53.63]
    const block = [
      [west, south],
      [west + 0.0002, south],
      [west + 0.0002, south + 0.0001],
      [west, south],
    ]
    await publish({
      id: 'b',
      geometry: { type: 'Polygon', coordinates: [block] },
      properties: { name: 'Block' },
    })
    for (const path of ['5/10/17', '10/330/544', '16/21156/34845'])
      expect(await namesIn(await ask(`${tiles}/WebMercatorQuad/${path}`))).toEqual(['Block'])
  })

  test('of what is not for everybody is shown to those only whom it is for', async () => {
    await publish(point('linde', 11.41, 53.63))
    await database.db.updateTable('geo_collection').set({ audience: 'authority' }).execute()
    await watch.look()
    expect((await ask(schwerin)).status).toBe(404)
    const authorization = `Bearer ${await addTestToken(database.db, 'musterstadt')}`
    const response = await ask(schwerin, { authorization })
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  })
})

describe('the list of tiles', () => {
  test('is empty for a collection without a place', async () => {
    await publish({ id: 'linde', geometry: null, properties: {} })
    expect(await (await ask(tiles)).json()).toMatchObject({ tilesets: [] })
    expect((await ask(`${tiles}/WebMercatorQuad`)).status).toBe(404)
  })

  test('leaves out zones that the collection does not lie in', async () => {
    await publish(point('palme', -60, 10))
    const { tilesets } = (await (await ask(tiles)).json()) as {
      readonly tilesets: readonly { readonly title: string }[]
    }
    expect(tilesets.map(({ title }) => title)).toEqual(['trees (WebMercatorQuad)'])
  })

  test('names provider and licence, as a page of its own and as one of each set', async () => {
    await publish(point('linde', 11.41, 53.63))
    for (const path of [tiles, `${tiles}/UTM33WGS84Quad`]) {
      const page = await (await ask(`${path}?f=html`)).text()
      expect(page).toContain('© Musterstadt')
      expect(await (await ask(path)).json()).toMatchObject({
        attribution: expect.stringContaining('© Musterstadt'),
      })
    }
  })
})

test.each(['/tileMatrixSets', '/tileMatrixSets/WebMercatorQuad', '/tileMatrixSets/UTM33WGS84Quad'])(
  '%s is there as JSON and as a page',
  async (path) => {
    const [asJson, asHtml] = [await ask(path), await ask(`${path}?f=html`)]
    expect([asJson.status, asHtml.status]).toEqual([200, 200])
    expect(await asHtml.text()).toMatch(/<h1>Kachelschem.*Quad/s)
  },
)
