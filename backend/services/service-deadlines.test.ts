import { expect, test } from 'vitest'
import { type Problem, ServiceDeadlines } from '@amtsweg/contract'
import { addAuthority } from '../access/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { isUsableDay } from './service-deadlines.ts'
import { importServices, service, servicesApp } from './testing.ts'

const deadlines = [
  { kind: 'duration', value: 2, unit: 'WOCHE', text: 'nach dem Einzug', legalBasis: 'BMG § 17' },
  { kind: 'duration', value: 1, unit: 'MONAT', text: 'vor Beginn der Arbeiten', runs: 'before' },
  { kind: 'duration', value: 6, unit: 'MONAT', text: 'nach der Anzeige', runs: 'none' },
  { kind: 'duration', value: 3, unit: 'JAHR', text: 'gilt der Bescheid' },
  { kind: 'text', text: 'unverzüglich' },
]

async function app(more: object = {}) {
  const { db } = await openPlaces()
  await importServices(db, [service('umzug', { regionKey: '13', deadlines, ...more })])
  return servicesApp(db)
}
const ask = async (query: string, more?: object) =>
  (await app(more)).request(`/services/umzug/deadlines?${query}`)
const answer = async (query: string, more?: object) => {
  const body: unknown = await (await ask(query, more)).json()
  expect(ServiceDeadlines.parse(body)).toEqual(body)
  return body as ServiceDeadlines
}

test('the Fristen that can be counted are, with the holidays of the Land', async () => {
  const { land, items } = await answer('from=2026-10-17&area=130765659001')
  expect(land).toEqual({ regionKey: '13', name: 'Mecklenburg-Vorpommern' })
  expect(items.map(({ deadline, end }) => [deadline.text, end.ends])).toEqual([
    ['nach dem Einzug', '2026-11-02'],
    ['vor Beginn der Arbeiten', '2026-09-16'],
  ])
  expect(items[0]?.end.moved.map(({ name }) => name)).toEqual(['Reformationstag', undefined])
})

test('without a place the Land of the description counts, else what all Laender keep', async () => {
  expect((await answer('from=2025-10-17')).land?.regionKey).toBe('13')
  expect((await answer('from=2025-10-17')).items[0]?.end.ends).toBe('2025-11-03')
  const everywhere = await answer('from=2025-10-17', { regionKey: undefined })
  expect(everywhere).not.toHaveProperty('land')
  expect(everywhere.items[0]?.end.ends).toBe('2025-10-31')
})

test('where the authority of the place keeps the holidays of another Land, those count', async () => {
  const { db } = await openPlaces()
  await importServices(db, [service('umzug', { regionKey: '13', deadlines })])
  await db
    .insertInto('area')
    .values({
      region_key: '04',
      level: 'land',
      kind: 'land',
      name: 'Bremen',
      full_name: 'Freie Hansestadt Bremen',
      uninhabited: 0,
      source_id: (await db.selectFrom('source').select('id').executeTakeFirstOrThrow()).id,
    })
    .execute()
  await addAuthority(db, 'hagenow', '130760060', [], '04')
  const land = async (area: string) => {
    const response = await servicesApp(db).request(`/services/umzug/deadlines?from=2026-10-17&area=${area}`)
    return ((await response.json()) as ServiceDeadlines).land?.name
  }
  expect(await land('130760060060')).toBe('Bremen')
  expect(await land('130765659001')).toBe('Mecklenburg-Vorpommern')
})

test('a service without a Frist that can be counted answers with none', async () => {
  expect((await answer('from=2026-11-25', { deadlines: [] })).items).toEqual([])
})

test.each([
  ['', 400, 'invalid-query', '/from'],
  ['from=25.11.2026', 400, 'invalid-query', '/from'],
  ['from=2026-02-30', 400, 'date-unusable', '/from'],
  ['from=1999-12-31', 400, 'date-unusable', '/from'],
  ['from=2100-01-01', 400, 'date-unusable', '/from'],
  ['from=2026-11-25&area=1', 400, 'invalid-query', '/area'],
  ['from=2026-11-25&area=130999999999', 404, 'area-unknown', undefined],
])('"%s" is a problem', async (query, status, code, pointer) => {
  const response = await ask(query)
  const problem = (await response.json()) as Problem
  expect([response.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([status, code, pointer])
})

test('a refusal does not repeat the day that was given', async () => {
  expect(await (await ask('from=2026-02-30')).text()).not.toContain('2026-02')
})

test('a service nobody knows is a problem', async () => {
  const response = await (await app()).request('/services/nothing/deadlines?from=2026-11-25')
  expect(response.status).toBe(404)
})

test('the days we know the holidays of are those of this century', () => {
  expect(['1999-12-31', '2000-01-01', '2099-12-31', '2100-01-01'].map(isUsableDay)).toEqual([
    false,
    true,
    true,
    false,
  ])
})
