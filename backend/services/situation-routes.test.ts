import { beforeEach, describe, expect, test } from 'vitest'
import type { LifeSituationTree, Problem } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { importContent } from '../import/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { situationSettingsProfile } from './import-situation-rules.ts'
import { importLifeSituations, importServices, service } from './testing.ts'

const hagenow = '130760060'
const path = `/api/v1/areas/${hagenow}/life-situations`

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importLifeSituations(db, [
    { id: 'tiere', names: { de: 'Tiere' } },
    { id: 'wohnen', names: { de: 'Wohnen', en: 'Housing' } },
    { id: 'reisen', names: { de: 'Reisen' } },
  ])
  await importServices(
    db,
    ['tiere', 'wohnen', 'reisen'].map((id) => service(`etwas-${id}`, { lifeSituations: [id] })),
  )
  await addAuthority(db, 'hagenow', hagenow)
  token = await addTestToken(db, 'hagenow')
  app = createApp({ database, now: () => testStart })
})

const read = async <Body>(address: string) => (await (await app.request(address)).json()) as Body
const put = async (body: unknown, address = path) => {
  const match = (await app.request(address)).headers.get('etag') ?? 'new'
  return app.request(address, editing('PUT', { token, body, match }))
}
const names = async (query: string) =>
  (await read<LifeSituationTree>(`/api/v1/life-situations?${query}`)).items.map(({ name }) => name)
const problemOf = async (response: Response) => [response.status, ((await response.json()) as Problem).code]

describe('how a town arranges life situations', () => {
  const wanted = {
    order: ['reisen'],
    hide: ['tiere'],
    show: [],
    rename: { wohnen: { de: 'Bauen & Wohnen' } },
  }

  test('is told back as it was sent, and holds for its readers at once', async () => {
    expect(await names(`area=${hagenow}`)).toEqual(['Tiere', 'Wohnen', 'Reisen'])
    const response = await put(wanted)
    expect(response.status, await response.clone().text()).toBe(200)
    expect(await read(path)).toEqual({ regionKey: hagenow, ...wanted })
    expect(await names(`area=${hagenow}`)).toEqual(['Reisen', 'Bauen & Wohnen'])
    expect(await names(`area=${hagenow}060`)).toEqual(['Reisen', 'Bauen & Wohnen'])
  })

  test('holds for nobody else, and can be looked past by whoever arranges them', async () => {
    await put(wanted)
    const usual = ['Tiere', 'Wohnen', 'Reisen']
    expect(await names('')).toEqual(usual)
    expect(await names(`area=${hagenow}&arranged=0`)).toEqual(usual)
  })

  test('is taken back as a whole', async () => {
    await put(wanted)
    expect((await app.request(path, editing('DELETE', { token, match: '*' }))).status).toBe(204)
    expect(await names(`area=${hagenow}`)).toEqual(['Tiere', 'Wohnen', 'Reisen'])
  })

  test.each([
    ['one there is not', { hide: ['nirgends'] }, 422, 'invalid-body'],
    ['one both hidden and shown', { hide: ['tiere'], show: ['tiere'] }, 422, 'invalid-body'],
    ['one that stands in the order twice', { order: ['tiere', 'tiere'] }, 422, 'invalid-body'],
    ['a name that is empty', { rename: { tiere: { de: ' ' } } }, 422, 'invalid-body'],
  ])('cannot name %s', async (_, body, status, code) => {
    expect(await problemOf(await put(body))).toEqual([status, code])
  })

  test('is not changed where an import says it, nor where others are', async () => {
    await importContent(database.db, {
      profile: situationSettingsProfile,
      content: JSON.stringify([{ area: hagenow, hide: ['tiere'] }]),
      name: 'settings.json',
    })
    expect(await problemOf(await put(wanted))).toEqual([409, 'kept-by-import'])
    expect(await problemOf(await put(wanted, '/api/v1/areas/130755555/life-situations'))).toEqual([
      403,
      'not-yours',
    ])
    expect(await problemOf(await put(wanted, '/api/v1/areas/99/life-situations'))).toEqual([
      404,
      'area-unknown',
    ])
  })
})
