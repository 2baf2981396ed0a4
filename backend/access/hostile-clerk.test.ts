import { beforeEach, describe, expect, test } from 'vitest'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { addAuthority, addTestClerk, browser, testStart } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openPlaces()
  await addAuthority(database.db, 'wismar', '130740087')
  await addAuthority(database.db, 'hagenow', '130760060')
  app = createApp({ database, now: () => testStart })
})
const administrator = async () => {
  const grants = [{ authority: 'wismar', roles: ['administrator'] }] as const
  const one = await addTestClerk(database.db, { grants })
  const { cookie = '', ...headers } = one.headers
  return { ...one, ...browser(app, cookie, headers) }
}
/** All that decides who may do what, and what waits to be published. */
const stored = async () =>
  JSON.stringify([
    await database.db.selectFrom('clerk').selectAll().execute(),
    await database.db.selectFrom('clerk_grant').selectAll().execute(),
    await database.db.selectFrom('access_token').selectAll().execute(),
    await database.db.selectFrom('authority').selectAll().execute(),
  ])
const token = { name: 'x', scopes: ['units:write'], days: 1 }

describe('who administers one authority gains nothing', () => {
  test.each([
    'wismar, hagenow',
    'hagenow, wismar',
    'wismar hagenow',
    'WISMAR',
    '../hagenow',
    'hagenow',
    'null',
    '',
  ])('by naming it as "%s"', async (named) => {
    const one = await administrator()
    const before = await stored()
    const refused = await one.ask('POST', '/tokens', token, { 'amtsweg-authority': named })
    expect(refused).toMatchObject({ code: 'not-yours' })
    expect(await stored()).toBe(before)
  })

  test.each([
    ['POST /tokens', { ...token, authority: 'hagenow' }],
    ['POST /tokens', { ...token, madeBy: null }],
    ['POST /tokens', { ...token, scopes: ['clerks:write'] }],
    ['POST /clerks', { name: 'Max', email: 'max@x.example', grants: [], isSuspended: false }],
    ['PUT /account/password', { current: 'x', password: 'Kranich Tasse Nebel Ziegel', clerk: 'x' }],
  ])('by sending %s more than it takes: %j', async (route, body) => {
    const one = await administrator()
    const before = await stored()
    const [method = '', path = ''] = route.split(' ')
    expect(await one.ask(method, path, body)).toMatchObject({ code: 'invalid-body' })
    expect(await stored()).toBe(before)
  })

  test.each([
    { state: 'approved', approvedBy: 'clerk:max' },
    { authors: ['clerk:max'] },
    { authority: 'hagenow', publishAt: '2026-01-01T00:00:00.000Z' },
  ])('by saying of a draft what only its steps may: %j', async (more) => {
    const one = await administrator()
    const body = { subject: '/units/x/record', wanted: {}, basedOn: null, ...more }
    await one.ask('PUT', '/drafts/draft-0009', body, { 'if-none-match': '*' })
    const [row] = await database.db.selectFrom('edit_draft').selectAll().execute()
    expect(row).toMatchObject({
      ...{ state: 'draft', approved_by: null, publish_at: null },
      ...{ authors: `clerk:${one.id}`, authority_id: 'wismar' },
    })
  })
})

test.each<readonly [string, Readonly<Record<string, string>>]>([
  ['without a word whence', {}],
  ['as text/plain from elsewhere', { 'content-type': 'text/plain', origin: 'https://evil.example' }],
  ['from a sandbox', { origin: 'null' }],
  ['from another port', { origin: 'http://localhost:8081' }],
  ['with our name before an @', { origin: 'http://localhost@evil.example' }],
  ['with our name in front', { origin: 'http://localhost.evil.example' }],
  ['with a forwarded host', { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }],
  ['from a page of the same site', { origin: 'http://localhost', 'sec-fetch-site': 'same-site' }],
])('a form that comes %s does nothing with a session', async (_, headers) => {
  const one = await administrator()
  const before = await stored()
  const sent = { cookie: one.cookies(), 'amtsweg-authority': 'wismar', ...headers }
  const response = await app.request('/api/v1/tokens', {
    method: 'POST',
    body: JSON.stringify(token),
    headers: sent,
  })
  expect(await response.json()).toMatchObject({ code: 'request-not-from-here' })
  expect(await stored()).toBe(before)
})
