import { beforeEach, describe, expect, test } from 'vitest'
import type { KeywordPage, Problem, ServicePage } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { listLocalKeywords } from './repository-local-keywords.ts'
import { importServices, service } from './testing.ts'

const hagenow = '130760060'
const landhagen = '130755555'
const at = (area: string) => `/api/v1/services/hund/keywords/${area}`

let database: OpenDatabase
let app: ReturnType<typeof createApp>
let tokens: Readonly<Record<string, string>>
beforeEach(async () => {
  database = await openPlaces()
  const { db } = database
  await importServices(db, [
    service('hund', { titles: { de: 'Hund anmelden' }, keywords: { de: ['Hundesteuer'] } }),
  ])
  await addAuthority(db, 'hagenow', hagenow)
  await addAuthority(db, 'landhagen', landhagen)
  tokens = {
    [hagenow]: await addTestToken(db, 'hagenow'),
    [landhagen]: await addTestToken(db, 'landhagen'),
  }
  app = createApp({ database, now: () => testStart })
})

const read = async <Body>(address: string) => (await (await app.request(address)).json()) as Body
const say = async (keywords: Record<string, string[]>, area = hagenow) => {
  const match = (await app.request(at(area))).headers.get('etag') ?? 'new'
  return app.request(at(area), editing('PUT', { token: tokens[area]!, body: { keywords }, match }))
}
const found = async (q: string) =>
  (await read<ServicePage>(`/api/v1/services?q=${q}`)).items.map(({ id }) => id)
const listed = async (letter: string) =>
  (await read<KeywordPage>(`/api/v1/keywords?letter=${letter}`)).items.map(({ keyword }) => keyword)

describe('words that a town adds to a service', () => {
  test('are told back in German order, each once, and found and listed at once', async () => {
    expect(await found('Waldi')).toEqual([])
    const response = await say({ de: ['Waldi', ' Äffchen ', 'waldi'] })
    expect(response.status, await response.clone().text()).toBe(200)
    expect(await read(at(hagenow))).toEqual({
      service: 'hund',
      regionKey: hagenow,
      keywords: { de: ['Äffchen', 'Waldi'] },
    })
    expect(await found('Waldi')).toEqual(['hund'])
    expect(await listed('W')).toEqual(['Waldi'])
  })

  test('go again, and the imported ones stay', async () => {
    await say({ de: ['Waldi'] })
    await say({})
    expect(await found('Waldi')).toEqual([])
    expect(await found('Hundesteuer')).toEqual(['hund'])
  })

  test('are each town’s own: the same word of another stays', async () => {
    await say({ de: ['Waldi'] })
    await say({ de: ['Waldi'] }, landhagen)
    await say({})
    expect(await found('Waldi')).toEqual(['hund'])
    expect(await read(at(hagenow))).toMatchObject({ keywords: {} })
  })

  test('keep the day on which they were added', async () => {
    await say({ de: ['Waldi'] })
    app = createApp({ database, now: () => new Date('2026-12-01T09:00:00Z') })
    await say({ de: ['Fiffi', 'Waldi'] })
    const days = (await listLocalKeywords(database.db)).map(({ keyword, addedAt }) => [
      keyword,
      addedAt.slice(0, 10),
    ])
    expect(days).toEqual([
      ['Fiffi', '2026-12-01'],
      ['Waldi', '2026-11-23'],
    ])
  })

  test.each([['...'], ['x'.repeat(121)], ['']])('are words: not %j', async (word) => {
    const response = await say({ de: [word] })
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([422, 'invalid-body'])
  })
})
