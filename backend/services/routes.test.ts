import { expect, test } from 'vitest'
import { KeywordPage, LifeSituationTree, type Problem, Service } from '@amtsweg/contract'
import { openPlaces } from '../places/testing.ts'
import {
  importLifeSituations,
  importServices,
  importSupplements,
  service,
  servicesApp,
  text,
} from './testing.ts'

const key = '99008001012000'

async function app() {
  const { db } = await openPlaces()
  await importLifeSituations(db, [{ id: 'papers', names: { de: 'Ausweise', en: 'Papers' } }])
  await importServices(db, [
    service('ausweis', {
      leistungsschluessel: key,
      titles: { de: 'Personalausweis', en: 'Identity card' },
      modules: [text('06', 'Lang')],
      lifeSituations: ['papers'],
      keywords: { de: ['Perso'] },
    }),
  ])
  await importSupplements(db, [
    { id: 's', service: 'ausweis', regionKey: '130725254111', lang: 'de', code: '06', html: 'In Walkendorf' },
  ])
  return servicesApp(db)
}

test.each(['/services/ausweis', `/services/${key}`, `/services/${key}?area=130765659001`])(
  '%s answers with the service',
  async (path) => {
    const response = await (await app()).request(path)
    const body: unknown = await response.json()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-language')).toBe('de')
    expect(Service.parse(body)).toEqual(body)
    expect(body).toMatchObject({ id: 'ausweis', title: 'Personalausweis' })
  },
)

test.each([
  ['the ARS', '130725254111'],
  ['the AGS', '13072111'],
  ['a Gemeinde that became part of it', '13072016'],
])('a supplement is found by %s', async (_name, area) => {
  const response = await (await app()).request(`/services/ausweis?area=${area}`)
  const { modules } = (await response.json()) as Service
  expect(modules[0]?.supplements).toMatchObject([{ areaName: 'Walkendorf' }])
})

test('the language is chosen by parameter, then by header', async () => {
  const routes = await app()
  const headers = { 'accept-language': 'en' }
  const titles = await Promise.all(
    ['?lang=de', ''].map(async (query) => {
      const response = await routes.request(`/services/ausweis${query}`, { headers })
      return [response.headers.get('content-language'), ((await response.json()) as Service).title]
    }),
  )
  expect(titles).toEqual([
    ['de', 'Personalausweis'],
    ['en', 'Identity card'],
  ])
})

test('life situations answer as a tree', async () => {
  const response = await (await app()).request('/life-situations?lang=en&area=13')
  const body: unknown = await response.json()
  expect(LifeSituationTree.parse(body)).toEqual(body)
  expect(body).toEqual({ items: [{ id: 'papers', name: 'Papers', services: 1, children: [] }], next: null })
})

test('the index answers page by page', async () => {
  const routes = await app()
  const first = KeywordPage.parse(await (await routes.request('/keywords?letter=p&limit=1')).json())
  const second = KeywordPage.parse(
    await (await routes.request(`/keywords?letter=P&limit=1&cursor=${first.next}`)).json(),
  )
  expect([first, second].map(({ items }) => items[0]?.keyword)).toEqual(['Perso', 'Personalausweis'])
  expect(second.next).toBeNull()
  const empty = KeywordPage.parse(await (await routes.request('/keywords?letter=X')).json())
  expect(empty).toEqual({ items: [], next: null, letters: [{ letter: 'P', count: 2 }] })
})

test.each([
  ['/services/nothing', 404, 'service-unknown'],
  ['/services/99999999999999', 404, 'service-unknown'],
  ['/services/ausweis?area=130999999999', 404, 'area-unknown'],
  ['/services/ausweis?area=1', 400, 'invalid-query'],
  ['/services/ausweis?lang=!', 400, 'invalid-query'],
  ['/services/a%20b', 400, 'invalid-path'],
  ['/life-situations?area=99', 404, 'area-unknown'],
  ['/life-situations?lang=1', 400, 'invalid-query'],
  ['/keywords?area=99', 404, 'area-unknown'],
  ['/keywords?letter=ab', 400, 'invalid-query'],
  ['/keywords?limit=101', 400, 'invalid-query'],
  ['/keywords?cursor=abc', 400, 'invalid-cursor'],
])('%s is a problem', async (path, status, code) => {
  const response = await (await app()).request(path)
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  expect(((await response.json()) as Problem).code).toBe(code)
})
