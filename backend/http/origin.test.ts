import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { foreignOrigin } from './origin.ts'

/** What a server behind a proxy with TLS sees, which is asked as `host`. */
const seen = async (origin: string | undefined, host: string, publicUrl?: string) => {
  const app = new Hono().get('/', (c) => c.json({ foreign: foreignOrigin(c, publicUrl) }))
  const response = await app.request(`http://${host}/`, { headers: origin === undefined ? {} : { origin } })
  return ((await response.json()) as { foreign?: string }).foreign
}

test.each([
  ['a program says nothing', undefined, 'dienste.example', undefined],
  ['a page of ours', 'http://localhost:8080', 'localhost:8080', undefined],
  ['a page of ours behind TLS', 'https://dienste.example', 'dienste.example', undefined],
  [
    'the same where the proxy keeps the name to itself',
    'https://dienste.example',
    '127.0.0.1:8080',
    undefined,
  ],
  ['another port', 'http://localhost:8081', 'localhost:8080', 'http://localhost:8081'],
  ['another name', 'https://www.wismar.example', 'dienste.example', 'https://www.wismar.example'],
  ['a part of our name', 'https://a.dienste.example', 'dienste.example', 'https://a.dienste.example'],
  ['a frame in a sandbox', 'null', 'dienste.example', 'null'],
  ['no origin at all', 'dienste.example', 'dienste.example', 'dienste.example'],
])('%s', async (_, origin, host, foreign) =>
  expect(await seen(origin, host, 'https://Dienste.example')).toBe(foreign),
)

test('without a public address the Host header decides alone', async () => {
  expect(await seen('https://dienste.example', '127.0.0.1:8080')).toBe('https://dienste.example')
})
