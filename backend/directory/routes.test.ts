import { expect, test } from 'vitest'
import { Unit } from '@amtsweg/contract'
import { addAuthority } from '../access/testing.ts'
import { openPlaces } from '../places/testing.ts'
import { directoryApp, importUnits, unit } from './testing.ts'

const hours = {
  spans: [{ weekday: 1, opens: '08:00', closes: '12:00' }],
  exceptions: [],
}
/** A Monday in winter. */
const monday = '2026-11-23T08:30:00Z'

async function app(now = monday, holidaysLand?: string) {
  const { db } = await openPlaces()
  if (holidaysLand) await addAuthority(db, 'amt', '130765658', [], holidaysLand)
  await importUnits(db, [
    unit('amt', {
      names: { de: 'Amt Hagenow-Land', en: 'Hagenow-Land Office' },
      descriptions: { de: 'Für die Dörfer' },
      regionKey: '130765658',
      general: true,
      position: { lat: 53.43, lon: 11.19 },
      hours,
      accessibility: { stepFree: 'partly' },
    }),
    unit('amt-meldestelle', { parentId: 'amt', hours, invented: true }),
  ])
  return directoryApp(db, now)
}

test('a unit answers with all that is known and what holds at this moment', async () => {
  const response = await (await app()).request('/units/amt')
  const body = (await response.json()) as Unit
  expect(response.status).toBe(200)
  expect(response.headers.get('content-language')).toBe('de')
  expect(Unit.parse(body)).toEqual(body)
  expect(body).toMatchObject({
    name: 'Amt Hagenow-Land',
    regionKey: '130765658',
    regionName: 'Amt Hagenow-Land',
    description: 'Für die Dörfer',
    position: { lat: 53.43, lon: 11.19 },
    openState: { state: 'open', closesAt: '2026-11-23T11:00:00Z' },
    sources: ['amtsweg-demo'],
    invented: false,
  })
})

test('a sub-unit names its parent and keeps the holidays of its Land', async () => {
  const response = await (await app('2026-12-24T12:00:00Z')).request('/units/amt-meldestelle')
  expect(await response.json()).toMatchObject({
    parent: { id: 'amt', name: 'Amt Hagenow-Land' },
    openState: { state: 'closed', opensAt: '2026-12-28T07:00:00Z' },
    holidays: [
      { date: '2026-12-25', name: '1. Weihnachtstag' },
      { date: '2026-12-26', name: '2. Weihnachtstag' },
      { date: '2027-01-01', name: 'Neujahr' },
    ],
    invented: true,
  })
})

test('the offices of an authority keep the holidays it says, its sub-units too', async () => {
  for (const id of ['amt', 'amt-meldestelle']) {
    const response = await (await app('2026-12-30T12:00:00Z', '09')).request(`/units/${id}`)
    const { holidays } = (await response.json()) as Unit
    expect(
      holidays.map(({ date }) => date),
      id,
    ).toEqual(['2027-01-01', '2027-01-06'])
  }
})

test('names come in the language asked for, the rest in German', async () => {
  const asked = await (await app()).request('/units/amt?lang=en')
  const preferred = await (
    await app()
  ).request('/units/amt', { headers: { 'accept-language': 'en-GB,de;q=0.5' } })
  for (const response of [asked, preferred]) {
    expect(response.headers.get('content-language')).toBe('en')
    expect(await response.json()).toMatchObject({
      name: 'Hagenow-Land Office',
      description: 'Für die Dörfer',
      lang: 'en',
    })
  }
  const other = await (await app()).request('/units/amt-meldestelle?lang=en')
  expect(await other.json()).toMatchObject({ lang: 'de', parent: { name: 'Hagenow-Land Office' } })
})

test.each([
  ['/units/nobody', 404, 'unit-unknown'],
  ['/units/no%20body', 400, 'invalid-path'],
  ['/units/amt?lang=Deutsch!', 400, 'invalid-query'],
])('%s is a problem', async (path, status, code) => {
  const response = await (await app()).request(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(await response.json()).toMatchObject({ status, code, type: `/problems/${code}` })
})
