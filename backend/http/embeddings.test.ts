import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Embedding } from '../access/embedding.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createAnswerCache } from './answer-cache.ts'
import { createApp } from './app.ts'
import { noteEmbeddings } from './embeddings.ts'
import { createServer } from './server.ts'

let counted: [Embedding, string][]
let server: ReturnType<typeof createServer>
let address: string
let isRefusing: boolean
beforeEach(async () => {
  const database = await openTestDatabase()
  counted = []
  isRefusing = false
  const cache = createAnswerCache({ dataVersion: () => '1' })
  const counter = {
    count: (embedding: Embedding, network: () => string) => void counted.push([embedding, network()]),
  }
  server = createServer(createApp({ database, cache }), cache, {
    onAsked: noteEmbeddings({ counter, publicUrl: 'https://dienste.example' }),
    door: (_, response, work) => void (isRefusing ? response.writeHead(503).end() : work()),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => server.close())

const ask = async (
  headers: Record<string, string>,
  path = '/api/v1/services?q=hund&area=13074',
  more = {},
) => {
  const response = await fetch(address + path, { headers, ...more })
  await response.text()
  return response
}
const town = { origin: 'https://www.wismar.example' }

test('a question of a widget is counted for the website it comes from', async () => {
  await ask({ ...town, 'x-forwarded-for': '203.0.113.7' })
  expect(counted).toEqual([
    [{ host: 'www.wismar.example', widget: 'amt-wayfinder', area: '13074' }, '203.0.113'],
  ])
})

test('also where the answer comes from memory, or has not changed', async () => {
  const etag = (await ask(town)).headers.get('etag') ?? ''
  expect((await ask(town)).status).toBe(200)
  expect((await ask({ ...town, 'if-none-match': etag })).status).toBe(304)
  expect(counted).toHaveLength(3)
})

test('the answer is the same for every website, and any cache may keep it', async () => {
  const answers = [await ask({}), await ask(town), await ask({ origin: 'https://other.example' })]
  const fields = answers.map(({ headers }) =>
    ['etag', 'vary', 'cache-control', 'access-control-allow-origin'].map((name) => headers.get(name)),
  )
  expect(new Set(fields.map(String)).size).toBe(1)
  expect(fields[0]![1]).not.toMatch(/origin/i)
  expect(fields[0]![3]).toBe('*')
})

const frame = { 'sec-fetch-dest': 'iframe', referer: 'https://www.wismar.example/' }

test('so is a page of ours that is opened in a frame, for the website around it and no page of it', async () => {
  await ask(
    { ...frame, referer: 'https://www.wismar.example/erika?q=Mustermann' },
    '/embed/wayfinder?area=13074',
  )
  expect(counted.map(([embedding]) => embedding)).toEqual([
    { host: 'www.wismar.example', widget: 'amt-wayfinder', area: '13074' },
  ])
})

describe('of frames is not counted', () => {
  test.each([
    ['a way on inside a frame', { ...frame, referer: 'https://dienste.example/embed/wayfinder' }],
    ['a way on inside a sandbox', { 'sec-fetch-dest': 'iframe' }],
    ['who follows a link to a page of ours', { ...frame, 'sec-fetch-dest': 'document' }],
    ['a frame whose reader does not want to be', { ...frame, 'sec-gpc': '1' }],
    ['what is no address', { ...frame, referer: 'wismar' }],
  ])('%s', async (_, headers: Record<string, string>) => {
    expect((await ask(headers, '/embed/wayfinder')).status).toBe(200)
    expect(counted).toEqual([])
  })

  test.each([
    ['who says nothing of a website', {}],
    ['what only Referer tells', { referer: 'https://www.wismar.example/erika?q=Mustermann' }],
    ['a page of ours', { origin: 'https://dienste.example' }],
    ['a frame in a sandbox', { origin: 'null' }],
    ['a computer at home', { origin: 'http://localhost:3000' }],
    ['who does not want to be', { ...town, dnt: '1' }],
    ['nor who says so in the newer way', { ...town, 'sec-gpc': '1' }],
  ])('%s', async (_, headers: Record<string, string>) => {
    expect((await ask(headers)).status).toBe(200)
    expect(counted).toEqual([])
  })

  test('a page of ours under the address it was asked by', async () => {
    await ask({ origin: address })
    expect(counted).toEqual([])
  })

  test('what asks for leave, and what is refused at the door', async () => {
    await ask(town, undefined, { method: 'OPTIONS' })
    isRefusing = true
    await ask(town)
    expect(counted).toEqual([])
  })
})
