import { describe, expect, test } from 'vitest'
import type { Subscription } from '@amtsweg/contract'
import { addAuthority, addTestClerk, addTestToken } from '../access/testing.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'

const land = '13'
const town = '13004'

/** A server with one authority, or with two. */
async function openServer(others: boolean) {
  const database = await openTestDatabase()
  const { db } = database
  await addAuthority(db, 'town', town)
  if (others) await addAuthority(db, 'land', land)
  const token = await addTestToken(db, 'town')
  const app = createApp({
    database,
    visitor: {
      mayBeOpen: ({ host }) => host === '127.0.0.1:8080',
      check: async () => ({ reachable: true, node: 'abcdefabcdef', error: null }),
    },
  })
  const send = async (method: string, path: string, body?: object, of = token) => {
    const answer = await app.request(`/api/v1/subscriptions${path}`, {
      method,
      headers: { authorization: `Bearer ${of}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await answer.text()
    return { status: answer.status, data: (text ? JSON.parse(text) : undefined) as never }
  }
  return { db, app, send }
}
const url = 'https://dienste.land.example/'

describe('who has the server to itself', () => {
  test('subscribes to everything, has it synced, and ends it', async () => {
    const { db, send } = await openServer(false)
    const made = (await send('POST', '', { url })).data as Subscription
    expect(made).toMatchObject({
      url,
      areas: [],
      state: 'waiting',
      records: 0,
      everyMinutes: 15,
      error: null,
    })
    expect(((await send('POST', '', { url })).data as Subscription).id).toBe(made.id)
    expect((await send('GET', '')).data).toMatchObject({ items: [{ id: made.id }] })
    const due = async () =>
      (
        await db
          .selectFrom('job')
          .select('due_at')
          .where('name', '=', `subscription:${made.id}`)
          .executeTakeFirst()
      )?.due_at
    await db.updateTable('job').set({ due_at: '2999-01-01T00:00:00.000Z' }).execute()
    expect((await send('POST', `/${made.id}/sync`)).status).toBe(204)
    expect(await due()).not.toBe('2999-01-01T00:00:00.000Z')
    expect((await send('DELETE', `/${made.id}`)).status).toBe(204)
    expect((await send('GET', `/${made.id}`)).status).toBe(404)
    expect(await due()).toBeUndefined()
  })

  test('is told what is at an address before it subscribes', async () => {
    const { send } = await openServer(false)
    expect((await send('POST', '/check', { url })).data).toEqual({
      ...{ reachable: true, node: 'abcdefabcdef', error: null },
    })
    expect((await send('GET', '')).data).toEqual({ items: [] })
  })
})

test.each([
  ['no address', { url: 'dienste' }, 422],
  ['an open way', { url: 'http://dienste.land.example/', areas: [town] }, 422],
  ['one that the operator has opened', { url: 'http://127.0.0.1:8080/', areas: [town] }, 200],
  ['a user name', { url: 'https://a:b@dienste.example/', areas: [town] }, 422],
  ['a scheme of no web', { url: 'file:///etc/passwd', areas: [town] }, 422],
  ['everything', { url }, 422],
  ['its own area', { url, areas: [town] }, 200],
  ['another area', { url, areas: [land] }, 403],
  ['its own area beside another', { url, areas: [town, '13076'] }, 403],
  ['a file as a part', { url, areas: [town], kind: 'xzufi' }, 422],
])('one of several authorities subscribes to %s', async (_, body, status) => {
  const { send } = await openServer(true)
  expect((await send('POST', '', body)).status).toBe(status)
})

test('what is another’s is not seen', async () => {
  const { db, send } = await openServer(true)
  const { id } = (await send('POST', '', { url, areas: [town] })).data as Subscription
  const foreign = await addTestToken(db, 'land')
  expect((await send('GET', '', undefined, foreign)).data).toEqual({ items: [] })
  for (const [method, path] of [
    ['GET', `/${id}`],
    ['DELETE', `/${id}`],
    ['POST', `/${id}/sync`],
  ] as const)
    expect((await send(method, path, undefined, foreign)).status).toBe(404)
  const weak = await addTestToken(db, 'town', ['services:write'])
  expect((await send('GET', '', undefined, weak)).status).toBe(403)
})

test.each([
  ['of the whole installation', null, 200],
  ['of one authority', 'town', 422],
] as const)('an administrator %s subscribes to everything: %s, %i', async (_, of, status) => {
  const { db, app } = await openServer(true)
  const { headers } = await addTestClerk(db, {
    grants: [{ authority: of, roles: ['administrator'] }],
    authority: 'town',
    now: new Date(),
  })
  const answer = await app.request('/api/v1/subscriptions', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ url }),
  })
  expect(answer.status, await answer.text()).toBe(status)
})
