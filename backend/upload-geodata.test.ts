import { beforeEach, describe, expect, test } from 'vitest'
import type { GeoCollectionEdit, GeoVersion, Import } from '@amtsweg/contract'
import { addTestToken } from './access/testing.ts'
import { openIntake } from './intake/testing.ts'

let intake: Awaited<ReturnType<typeof openIntake>>
beforeEach(async () => {
  intake = await openIntake()
})

const record: GeoCollectionEdit = {
  title: 'Spielplätze',
  description: 'Öffentliche Spielplätze (erfunden)',
  keywords: ['Spielplatz', 'Kinder'],
  theme: 'SOCI',
  licence: 'dl-de-by-2.0',
  provider: 'Amt Musterhagen',
  sourceUri: 'https://www.musterhagen.example/spielplaetze',
  changed: false,
  titleProperty: 'name',
  audience: 'public',
  version: null,
}
const path = '/geodata/collections/playgrounds/record'
const save = async (body: GeoCollectionEdit, token = intake.token) => {
  const before = await intake.ask('GET', path, undefined, token)
  const etag = before.headers.get('etag')
  const match: Record<string, string> =
    before.status === 200 && etag ? { 'if-match': etag } : { 'if-none-match': '*' }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...match }
  return intake.request(`/api/v1${path}`, { method: 'PUT', headers, body: JSON.stringify(body) })
}
const places = (...names: readonly string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: names.map((name, index) => ({
      ...{ type: 'Feature', id: name, properties: { name, year: 2000 + index } },
      geometry: { type: 'Point', coordinates: [11.1 + index / 100, 53.4] },
    })),
  })
const check = (content: string | Uint8Array, options: object = {}) =>
  intake.checked('geodata', content, {
    fileName: 'spielplaetze.geojson',
    geodata: { collection: 'playgrounds', ...options },
  })
const versions = async () =>
  (await intake.ask<{ items: GeoVersion[] }>('GET', '/geodata/collections/playgrounds/versions')).body.items
const items = async () => {
  const answer = await intake.request('/ogc/collections/playgrounds/items', {})
  if (!answer.ok) return answer.status
  const { features } = (await answer.json()) as { features: { id: string }[] }
  return features.map(({ id }) => id)
}

describe('a file of geodata', () => {
  test('is checked and written aside, looked at, published, and taken back', async () => {
    expect((await save(record)).status).toBe(200)
    const { geodata, state } = await check(places('Am Wall', 'Am See'))
    expect(state).toBe('checked')
    expect(geodata?.report).toMatchObject({ publishable: true, features: 2, system: 'CRS84', version: 1 })
    expect(await items()).toBe(404)
    const [written] = await versions()
    expect(written?.report?.fields.map(({ name }) => name)).toEqual(['name', 'year'])

    const preview = await intake.ask<{ features: object[] }>(
      'GET',
      '/geodata/collections/playgrounds/versions/1/features',
    )
    expect(preview.body.features).toHaveLength(2)
    expect((await save({ ...record, version: 1 })).status).toBe(200)
    expect(await items()).toEqual(['Am Wall', 'Am See'])

    await check(places('Am See', 'Am Markt', 'Am Deich'))
    expect(await items()).toEqual(['Am Wall', 'Am See'])
    expect((await save({ ...record, version: 2 })).status).toBe(200)
    expect(await items()).toEqual(['Am See', 'Am Markt', 'Am Deich'])
    expect((await versions()).map(({ number, published }) => [number, published])).toEqual([
      [2, true],
      [1, false],
    ])

    const history = await intake.ask<{ items: { id: number }[] }>(
      'GET',
      `/history?subject=${encodeURIComponent(path)}`,
    )
    const [last] = history.body.items
    expect((await intake.ask('POST', `/history/${last?.id}/undo`, {})).status).toBe(200)
    expect(await items()).toEqual(['Am Wall', 'Am See'])
  })

  test('that cannot be published leaves nothing behind but its report in German', async () => {
    await save(record)
    const { geodata } = await check('{"type":"FeatureCollection","features":[{"type":"Feature"')
    expect(geodata?.report).toMatchObject({ publishable: false, version: null })
    expect(geodata?.report?.findings[0]?.words).toMatch(/[A-ZÄÖÜ]/)
    expect(await versions()).toEqual([])
    const rows = await intake.database.db.selectFrom('geo_feature').select('id').execute()
    expect(rows).toEqual([])
  })

  test('that is checked again takes the place of what the first check wrote', async () => {
    await save(record)
    const { id } = await check(places('Am Wall'))
    await intake.ask('POST', `/imports/${id}/check`, {})
    await intake.work(id)
    expect((await versions()).length).toBe(1)
  })

  test('is for officers of the authority that keeps the collection', async () => {
    await save(record)
    const editor = await addTestToken(intake.database.db, 'hagenow', ['units:write', 'imports:write'])
    const other = await addTestToken(intake.database.db, 'kreis')
    const order = { kind: 'geodata', fileName: 'a.geojson', geodata: { collection: 'playgrounds' } }
    expect((await intake.ask('POST', '/imports', order, editor)).status).toBe(403)
    expect((await intake.ask('POST', '/imports', order, other)).status).toBe(404)
    expect((await save(record, other)).status).toBe(403)
    expect(
      (await intake.ask('GET', '/geodata/collections/playgrounds/versions', undefined, other)).status,
    ).toBe(404)
    const { status } = await intake.ask('POST', '/imports', { ...order, geodata: undefined })
    expect(status).toBe(422)
  })

  test('is not applied as records are: the collection says what readers see', async () => {
    await save(record)
    const { id } = (await check(places('Am Wall'))) as Pick<Import, 'id'>
    expect((await intake.ask('POST', `/imports/${id}/apply`, {})).status).toBe(409)
    expect((await save({ ...record, version: 7 })).status).toBe(422)
  })
})
