import { beforeEach, describe, expect, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { type VersionWatch, watchVersion } from '../database/version-watch.ts'
import { createApp } from '../http/app.ts'
import type { NewFeature } from './repository-versions.ts'
import { addTestCollection, point, publishTestVersion, type TestVersion } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let watch: VersionWatch

beforeEach(async () => {
  database = await openTestDatabase()
  watch = watchVersion(database)
  app = createApp({ database, watch })
  await addAuthority(database.db, 'musterstadt', '130760000000')
  await addTestCollection(database.db, { id: 'playgrounds', authority_id: 'musterstadt' })
})

const publish = async (features: readonly NewFeature[], options: TestVersion = {}) => {
  await publishTestVersion(database, 'playgrounds', features, options)
  await watch.look()
}
const ask = (path: string, headers: Record<string, string> = {}) => app.request(`/ogc${path}`, { headers })

interface Page {
  readonly numberMatched: number
  readonly features: readonly { readonly id: string }[]
}
const items = async (query: string) =>
  (await (await ask(`/collections/playgrounds/items?${query}`)).json()) as Page
const ids = (page: Page) => page.features.map(({ id }) => id)

describe('a filter in CQL2', () => {
  const fields = [
    { name: 'name', type: 'string' },
    { name: 'places', type: 'integer' },
  ] as const
  const filtered = (filter: string, more = '') => items(`filter=${encodeURIComponent(filter)}${more}`)
  beforeEach(() =>
    publish([point('Am Wall', 11, 53, { places: 20 }), point('Am See', 12, 54, { places: 40 })], {
      fields,
    }),
  )

  test.each([
    ["casei(name) LIKE casei('am s%')", ['Am See']],
    ['places > 10 AND places < 30', ['Am Wall']],
    ['S_INTERSECTS(geometry, BBOX(11.5,53.5,12.5,54.5))', ['Am See']],
    ['NOT (places = 20)', ['Am See']],
    ['name IS NULL', []],
  ])('%s', async (filter, expected) => {
    const page = await filtered(filter)
    expect(ids(page)).toEqual(expected)
    expect(page.numberMatched).toBe(expected.length)
  })

  test('as JSON, in another system, together with a box and a property', async () => {
    const json = '{"op":">=","args":[{"property":"places"},20]}'
    expect(ids(await filtered(json, '&filter-lang=cql2-json&bbox=10,52,11.5,55'))).toEqual(['Am Wall'])
    expect(ids(await filtered(json, '&filter-lang=cql2-json&places=40'))).toEqual(['Am See'])
    const crs = 'http://www.opengis.net/def/crs/EPSG/0/4326'
    const north = 'S_INTERSECTS(geometry, POINT(54 12))'
    expect(ids(await filtered(north, `&filter-crs=${crs}`))).toEqual(['Am See'])
  })

  test.each(['places >', 'unknown = 1', "places LIKE 'a%'", 'S_INTERSECTS(geometry)', '('.repeat(5000)])(
    'that nobody understands is refused with a sentence: %.20s',
    async (filter) => {
      const answer = await ask(`/collections/playgrounds/items?filter=${encodeURIComponent(filter)}`)
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({
        code: 'invalid-filter',
        detail: expect.any(String) as string,
      })
    },
  )
})
