import { describe, expect, test } from 'vitest'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from './app.ts'

async function setUp(isReady = true) {
  const database = await openTestDatabase()
  const app = createApp({ database, isReady: () => isReady })
  return { database, status: async (path: string) => (await app.request(path)).status, app }
}
const all = ['/livez', '/startupz', '/readyz']

describe('who asks how the server is', () => {
  test('hears that all is well', async () => {
    const { status } = await setUp()
    expect(await Promise.all(all.map(status))).toEqual([200, 200, 200])
  })

  test('hears while it stops that it lives, but takes nobody new', async () => {
    const { status, app } = await setUp(false)
    expect(await Promise.all(all.map(status))).toEqual([200, 200, 503])
    expect((await app.request('/readyz')).headers.get('retry-after')).toBe('5')
  })

  test('hears without its database that it lives, and that it is of no use', async () => {
    const { status, database } = await setUp()
    await database.close()
    expect(await Promise.all(all.map(status))).toEqual([200, 200, 503])
  })
})
