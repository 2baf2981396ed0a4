import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, SearchInsightPage } from '@amtsweg/contract'
import { addAuthority, addTestToken, editing, testStart } from '../access/testing.ts'
import type { Db } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { addServices } from './testing.ts'

let db: Db
let app: ReturnType<typeof createApp>
let token: string
beforeEach(async () => {
  const database = await openTestDatabase()
  ;({ db } = database)
  await addServices(db, [{ id: 'hund', title: 'Hundesteuer', keywords: ['Kampfhund'] }])
  await addAuthority(db, 'kreis', '13076')
  token = await addTestToken(db, 'kreis')
  app = createApp({ database, now: () => testStart })
})

const count = (text: string, none: number, region = '130760060060') =>
  db
    .insertInto('counted_term')
    .values({
      id: `${text} ${region}`,
      period: '2026-11',
      region_key: region,
      text,
      none,
      unopened: 0,
      opened: 0,
    })
    .execute()
const insights = async (query = '') => {
  const response = await app.request(`/api/v1/search-insights${query}`, editing('GET', { token }))
  return (await response.json()) as SearchInsightPage
}
const terms = async (query?: string) => (await insights(query)).items.map(({ term }) => term)

describe('words that lead nowhere', () => {
  beforeEach(() => addAuthority(db, 'rostock', '13003'))

  test('come with how often, when, and the services they could lead to', async () => {
    await count('Hundesteuermarke', 7)
    expect(await insights()).toEqual({
      total: 1,
      next: null,
      items: [
        {
          term: 'Hundesteuermarke',
          ...{ none: 7, unopened: 0, opened: 0 },
          periods: [{ period: '2026-11', none: 7, unopened: 0, opened: 0 }],
          services: [{ id: 'hund', title: 'Hundesteuer' }],
        },
      ],
    })
  })

  test('are those of one’s own area, the most missed first', async () => {
    await count('Zuzug', 6)
    await count('Kirmes', 9)
    await count('Hafen', 20, '130030000000')
    expect(await terms()).toEqual(['Kirmes', 'Zuzug'])
  })

  test('are no more when they are keywords', async () => {
    await count('Kampfhund', 9)
    expect(await terms()).toEqual([])
  })

  test('are only those that so many have missed, and never fewer than five', async () => {
    await count('Zuzug', 6)
    await count('Kirmes', 9)
    expect(await terms('?min=7')).toEqual(['Kirmes'])
    expect(((await insights('?min=4')) as unknown as Problem).code).toBe('invalid-query')
  })

  test('come a page at a time', async () => {
    for (const [index, word] of ['Eins', 'Zwei', 'Drei'].entries()) await count(word, 9 - index)
    const first = await insights('?limit=2')
    expect([first.total, await terms('?limit=2'), await terms(`?limit=2&cursor=${first.next}`)]).toEqual([
      3,
      ['Eins', 'Zwei'],
      ['Drei'],
    ])
    expect(((await insights('?cursor=x')) as unknown as Problem).code).toBe('invalid-cursor')
  })
})

test('an authority alone on its server hears what was asked without a place, too', async () => {
  await count('Zuzug', 6, '')
  expect(await terms()).toEqual(['Zuzug'])
  await addAuthority(db, 'rostock', '13003')
  expect(await terms()).toEqual([])
})
