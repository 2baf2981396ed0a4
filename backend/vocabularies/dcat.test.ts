import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { addTestCollection, point, publishTestVersion } from '../geodata/testing.ts'
import { createApp } from '../http/app.ts'
import { publicUrl } from '../pages/testing.ts'
import { prefixes } from './rdf.ts'
import { graphOf, violations } from './testing.ts'

const shapes = readFileSync(join(import.meta.dirname, 'testing-dcat-shapes.ttl'), 'utf8')

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openTestDatabase()
  app = createApp({ database, publicUrl })
  await addAuthority(database.db, 'musterstadt', '130760000000')
})

interface More {
  readonly licence?: string
  readonly audience?: string
  readonly theme?: string
}

async function publish(id: string, more: More = {}) {
  await addTestCollection(database.db, { id, authority_id: 'musterstadt', keywords: '["Bäume"]', ...more })
  await publishTestVersion(database, id, [{ ...point('linde', 11.4, 53.6), time: [0, 1000] }])
}

const read = async (query = '') => {
  const response = await app.request(`/api/v1/dcat-ap?${query}`)
  expect(response.status).toBe(200)
  return response
}
const full = (name: string) => name.replace(/^(\w+):/, (_, prefix: keyof typeof prefixes) => prefixes[prefix])
const values = (turtle: string, subject: string, property: string) =>
  graphOf(turtle)
    .getObjects(subject, full(property), null)
    .map(({ value }) => value)
    .sort()

const trees = `${publicUrl}/ogc/collections/trees`

test('a data set keeps to the profile, with each licence', async () => {
  const licences = ['dl-de-by-2.0', 'dl-de-zero-2.0', 'cc0-1.0', 'cc-by-4.0', 'odbl-1.0']
  for (const [at, licence] of licences.entries()) await publish(`c${at}`, { licence, theme: 'ENVI' })
  expect(await violations(await (await read()).text(), shapes)).toEqual([])
})

test('the shapes find a source that is not named', async () => {
  await publish('trees')
  const text = (await (await read()).text()).replaceAll('dcatde:licenseAttributionByText', 'dct:rights')
  expect(await violations(text, shapes)).not.toEqual([])
})

test('a data set tells whose it is, where, when and under which terms', async () => {
  await publish('trees', { theme: 'ENVI' })
  const turtle = await (await read()).text()
  expect(values(turtle, trees, 'dcat:theme')).toEqual([
    'http://publications.europa.eu/resource/authority/data-theme/ENVI',
  ])
  expect(values(turtle, trees, 'dcatde:politicalGeocodingURI')).toEqual([
    'http://dcat-ap.de/def/politicalGeocoding/regionalKey/130760000000',
  ])
  expect(values(turtle, `${trees}#area`, 'dcat:bbox')[0]).toMatch(/^POLYGON\(\(11\.4 53\.6, /)
  expect(values(turtle, `${trees}#time`, 'dcat:startDate')).toEqual(['1970-01-01T00:00:00.000Z'])
  expect(values(turtle, `${trees}#geojson`, 'dct:license')).toEqual([
    'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  ])
  expect(values(turtle, `${trees}#geojson`, 'dcatde:licenseAttributionByText')[0]).toMatch(/^© Musterstadt/)
})

test('what is not for everybody, and what is not published, is not told', async () => {
  await publish('trees')
  await publish('cables', { audience: 'authorities' })
  await addTestCollection(database.db, { id: 'paths', authority_id: 'musterstadt' })
  expect(values(await (await read()).text(), `${publicUrl}/api/v1/dcat-ap`, 'dcat:dataset')).toEqual([trees])
})

test('the catalogue is read page by page, as Turtle or as JSON-LD', async () => {
  for (const id of ['a', 'b', 'c']) await publish(id)
  const first = await read('limit=2')
  expect(first.headers.get('content-type')).toBe('text/turtle; charset=utf-8')
  const next = /^<(.*)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
  const second = await read(new URL(next).search.slice(1))
  expect(second.headers.get('link')).toBeNull()
  const catalogue = `${publicUrl}/api/v1/dcat-ap`
  expect(values(await second.text(), catalogue, 'dcat:dataset')).toEqual([`${publicUrl}/ogc/collections/c`])
  const json = await read('format=json-ld')
  expect(json.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
  expect(await json.text()).toContain(`${publicUrl}/ogc/collections/b`)
})

test('a cursor of elsewhere is refused', async () => {
  expect((await app.request('/api/v1/dcat-ap?cursor=nonsense')).status).toBe(400)
})
