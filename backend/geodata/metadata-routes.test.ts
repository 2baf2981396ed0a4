import { SaxesParser } from 'saxes'
import { beforeEach, expect, test } from 'vitest'
import { addAuthority } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { addTestCollection, point, publishTestVersion } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openTestDatabase()
  app = createApp({ database, publicUrl: 'https://dienste.stadt.example' })
  await addAuthority(database.db, 'musterstadt', '130760000000')
})

const read = async () => app.request('/ogc/collections/trees/metadata')

/** Elements in their order, and the text of each name; throws where XML is not well-formed or a prefix is unknown. */
function parse(text: string) {
  const names: string[] = []
  const texts = new Map<string, string[]>()
  const path: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (path.length === 1) names.push(name)
    path.push(name)
  })
  parser.on('text', (value) => {
    const at = path.at(-2) ?? ''
    texts.set(at, [...(texts.get(at) ?? []), value])
  })
  parser.on('closetag', () => void path.pop())
  parser.write(text).close()
  return { names, texts }
}

test('a collection is described by ISO 19139, whatever stands in its words', async () => {
  await addTestCollection(database.db, {
    ...{ id: 'trees', authority_id: 'musterstadt', title: 'Bäume & <Sträucher>\u0001', theme: 'ENVI' },
    ...{ keywords: '["Baum","„Linde“"]', changed: 1 },
  })
  await publishTestVersion(database, 'trees', [{ ...point('linde', 11.4, 53.6), time: [0, 1000] }])
  const response = await read()
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'application/xml; charset=utf-8',
  ])
  const { names, texts } = parse(await response.text())
  expect([...new Set(names)]).toEqual([
    ...['gmd:fileIdentifier', 'gmd:language', 'gmd:characterSet', 'gmd:hierarchyLevel', 'gmd:contact'],
    ...['gmd:dateStamp', 'gmd:metadataStandardName', 'gmd:metadataStandardVersion'],
    ...['gmd:referenceSystemInfo', 'gmd:identificationInfo', 'gmd:distributionInfo', 'gmd:dataQualityInfo'],
  ])
  expect(texts.get('gmd:title')).toEqual(['Bäume & <Sträucher>'])
  expect(texts.get('gmd:keyword')).toEqual(['Baum', '„Linde“'])
  expect(texts.get('gmd:fileIdentifier')).toEqual(['https://dienste.stadt.example/ogc/collections/trees'])
  expect(texts.get('gmd:westBoundLongitude')).toEqual(['11.4'])
  expect(texts.get('gmd:topicCategory')).toEqual(['environment'])
  expect(texts.get('gmd:otherConstraints')?.[0]).toMatch(/^© Musterstadt.*verändert/)
  expect(texts.get('gmd:statement')?.[0]).toContain('Die Daten wurden verändert.')
})

test('what has neither place, time, words nor topic says nothing of them', async () => {
  await addTestCollection(database.db, { id: 'trees', authority_id: 'musterstadt', keywords: '[]' })
  await publishTestVersion(database, 'trees', [{ id: 'linde', geometry: null, properties: {} }])
  const { texts } = parse(await (await read()).text())
  for (const name of ['gmd:keyword', 'gmd:topicCategory', 'gmd:westBoundLongitude', 'gml:TimePeriod'])
    expect(texts.get(name)).toBeUndefined()
})

test('a collection links to its description', async () => {
  await addTestCollection(database.db, { id: 'trees', authority_id: 'musterstadt' })
  await publishTestVersion(database, 'trees', [point('linde', 11.4, 53.6)])
  const { links } = (await (await app.request('/ogc/collections/trees')).json()) as {
    readonly links: readonly { readonly rel: string; readonly type: string; readonly href: string }[]
  }
  const link = links.find(({ rel, type }) => rel === 'describedby' && type === 'application/xml')
  expect((await app.request(new URL(link?.href ?? '').pathname)).status).toBe(200)
})
