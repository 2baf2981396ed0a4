import { beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { importServices, service, text } from '../services/testing.ts'
import { createAnswerCache } from './answer-cache.ts'
import { createApp } from './app.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
beforeAll(async () => {
  database = await openTestDatabase()
  await importServices(database.db, [service('hund', { modules: [text('05', '<p>Wau</p>')] })])
  await database.look()
})

const told = [
  '/services/hund',
  '/sitemap.xml',
  '/robots.txt',
  '/llms.txt',
  '/services/hund.md',
  '/api/v1/services/hund/json-ld',
]

describe('without a setting, the Host header says where we are', () => {
  test.each(told)('%s repeats it to its sender only', async (path) => {
    const cache = createAnswerCache(database)
    const app = createApp({ database, cache })
    const evil = await app.request(`http://evil.example${path}`)
    expect(await evil.text()).toContain('http://evil.example')
    expect(evil.headers.get('cache-control')).toBe('private, max-age=60')
    expect(cache.get(`de ${path}`)).toBe(undefined)
    const own = await (await app.request(`http://stadt.example${path}`)).text()
    expect(own).toContain('http://stadt.example')
    expect(own).not.toContain('evil')
  })
})

describe('with a setting', () => {
  test.each(told)('%s says it, whatever the Host header, and may be kept', async (path) => {
    const cache = createAnswerCache(database)
    const app = createApp({ database, cache, publicUrl: 'https://dienste.example' })
    const answer = await app.request(`http://evil.example${path}`, {
      headers: { 'x-forwarded-host': 'evil.example' },
    })
    const body = await answer.text()
    expect(body).toContain('https://dienste.example')
    expect(body).not.toContain('evil')
    expect(answer.headers.get('cache-control')).toMatch(/^public/)
    expect(cache.get(`de ${path}`)?.body.toString()).toBe(body)
  })
})
