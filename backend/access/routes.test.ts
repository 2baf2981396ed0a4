import { beforeEach, expect, test } from 'vitest'
import type { AuditEntry, Problem } from '@amtsweg/contract'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import { recorded, waiting } from './repository-audit.ts'
import { addAuthority, addTestToken, testStart } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openTestDatabase()
  const { db } = database
  await addAuthority(db, 'wismar', '130740087')
  await addAuthority(db, 'hagenow', '130760060')
  for (let index = 1; index <= 6; index += 1)
    await recorded(
      waiting(db),
      { token: null, authority: index % 2 ? 'wismar' : 'hagenow' },
      testStart.toISOString(),
      async () => ({
        result: undefined,
        change: { action: 'test', subject: `thing ${index}`, before: undefined, after: index },
      }),
    )
  app = createApp({ database, now: () => testStart })
})

async function ask(query: string, scopes: Parameters<typeof addTestToken>[2] = ['audit:read']) {
  const token = await addTestToken(database.db, 'wismar', scopes)
  return app.request(`/api/v1/audit${query}`, { headers: { authorization: `Bearer ${token}` } })
}
const page = async (query: string) =>
  (await (await ask(query)).json()) as { items: AuditEntry[]; next: string | null }

test('an authority reads what was changed in its name, the newest first, and nothing of others', async () => {
  const { items, next } = await page('')
  expect(items.map(({ subject }) => subject)).toEqual(['thing 5', 'thing 3', 'thing 1'])
  expect(next).toBeNull()
})

test('the trail is read page by page to its beginning', async () => {
  const first = await page('?limit=2')
  expect(first.items.map(({ seq }) => seq)).toEqual([5, 3])
  const second = await page(`?limit=2&cursor=${first.next}`)
  expect(second.items.map(({ seq }) => seq)).toEqual([1])
  expect(second.next).toBeNull()
})

test('nobody keeps the answer', async () =>
  expect((await ask('')).headers.get('cache-control')).toBe('private, no-store'))

test.each([
  ['?cursor=nonsense', 400, 'invalid-cursor'],
  ['?limit=0', 400, 'invalid-query'],
])('%s is refused', async (query, status, code) => {
  const response = await ask(query)
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([status, code])
})

test('without the scope nothing is told', async () => {
  const response = await ask('', ['units:write'])
  expect([response.status, ((await response.json()) as Problem).code]).toEqual([403, 'scope-missing'])
})
