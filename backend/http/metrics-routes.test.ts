import { expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import type { MadeAnswer } from '../traffic/index.ts'
import { createApp } from './app.ts'

const token = 'a-token-of-the-operator'

async function setUp() {
  const database = await openTestDatabase()
  const made: MadeAnswer[] = []
  const metrics = { metrics: { text: async () => ({ type: 'text/plain', text: 'amtsweg_up 1\n' }) }, token }
  const app = createApp({ database, metrics, measure: (answer) => void made.push(answer) })
  const ask = (authorization?: string) =>
    app.request('/metrics', { headers: authorization ? { authorization } : {} })
  return { app, ask, made, database }
}

test('metrics are read by who brings the token', async () => {
  const response = await (await setUp()).ask(`Bearer ${token}`)
  expect(response.status).toBe(200)
  expect(await response.text()).toBe('amtsweg_up 1\n')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test.each([undefined, 'Bearer', 'Bearer another-token-altogether', `Basic ${token}`, token])(
  'with %s they are refused, and it is said what is missing',
  async (authorization) => {
    const response = await (await setUp()).ask(authorization)
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="metrics"')
    expect(await response.json()).toMatchObject({ code: 'metrics-closed' })
  },
)

test('without a token in the settings there is no such address', async () => {
  const app = createApp({ database: await openTestDatabase() })
  expect((await app.request('/metrics')).status).toBe(404)
})

test('what is measured has the name of its route, and never what was asked for', async () => {
  const { app, made } = await setUp()
  for (const path of [
    '/api/v1/services/canary-Mustermann',
    '/api/v1/services/suggest?q=Mustermann',
    '/api/v1/services?q=Mustermann',
    '/api/v1/services',
    '/services?q=Mustermann',
    '/Mustermann/Erika',
    '/livez',
  ])
    await app.request(path)
  await app.request('/api/v1/searches', { method: 'POST', body: '{"q":"Mustermann"}' })
  await app.request('/api/v1/services', { method: 'DELETE' })
  expect(made.map(({ method, route, status, search }) => [method, route, status, search])).toEqual([
    ['GET', '/api/v1/services/:id', 404, undefined],
    ['GET', '/api/v1/services/suggest', 200, 'suggest'],
    ['GET', '/api/v1/services', 200, 'search'],
    ['GET', '/api/v1/services', 200, undefined],
    ['GET', '/services', 200, 'search'],
    ['GET', 'none', 404, undefined],
    ['GET', '/livez', 200, undefined],
    ['POST', '/api/v1/searches', 422, undefined],
    ['DELETE', 'none', 405, undefined],
  ])
  expect(JSON.stringify(made)).not.toContain('Mustermann')
})
