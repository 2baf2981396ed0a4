import { beforeEach, describe, expect, test } from 'vitest'
import {
  type Clerk,
  clerkRoles,
  type InvitedClerk,
  type KeptAuthority,
  type MadeToken,
} from '@amtsweg/contract'
import type { OpenDatabase } from '../database/database.ts'
import { createApp } from '../http/app.ts'
import { openPlaces } from '../places/testing.ts'
import { verifyAudit } from './repository-audit.ts'
import { addAuthority, addTestClerk, browser, testStart } from './testing.ts'

let database: OpenDatabase
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  database = await openPlaces()
  await addAuthority(database.db, 'wismar', '130740087')
  await addAuthority(database.db, 'hagenow', '130760060')
  app = createApp({ database, now: () => testStart })
})
type Role = (typeof clerkRoles)[number]
const clerk = async (
  authority: string | null,
  roles: readonly Role[] = ['administrator'],
  asking?: string,
) => {
  const one = await addTestClerk(database.db, { grants: [{ authority, roles }], authority: asking })
  const { cookie = '', ...headers } = one.headers
  return { ...one, ...browser(app, cookie, headers) }
}
const person = { name: 'Max Muster', email: 'max@wismar.example' }
const editor = (authority: string | null) => [{ authority, roles: ['editor'] }]
const match = async (one: Awaited<ReturnType<typeof clerk>>, path: string) =>
  (await one.send('GET', path)).headers.get('etag') ?? ''

describe('clerks', () => {
  test('are invited by a link that is shown once and makes them able to sign in', async () => {
    const one = await clerk('wismar')
    const made = (await one.post('/clerks', { ...person, grants: editor('wismar') })) as InvitedClerk
    expect(made.clerk).toMatchObject({ ...person, state: 'invited', isShared: false })
    const [, token = ''] = made.invitation.url.split('/desk/welcome#')
    const own = browser(app)
    await own.post('/sign-in/invitation', { token, password: 'Kranich Tasse Nebel Ziegel' })
    expect(await own.get('/session')).toMatchObject({ grants: [{ authority: 'wismar', roles: ['editor'] }] })
    expect(await one.get(`/clerks/${made.clerk.id}`)).toMatchObject({ state: 'active' })
    const trail = JSON.stringify(await database.db.selectFrom('audit_entry').selectAll().execute())
    expect(trail).not.toMatch(/Muster|example/)
    expect(await verifyAudit(database.db)).toMatchObject({ seq: 2 })
  })

  test.each([
    ['of another authority', editor('hagenow'), 'not-yours'],
    ['of the installation', [{ authority: null, roles: ['administrator'] }], 'not-yours'],
    ['of no role that there is', [{ authority: 'wismar', roles: ['god'] }], 'invalid-body'],
    ['twice in one authority', [...editor('wismar'), ...editor('wismar')], 'invalid-body'],
  ])('get no grant %s from who administers one', async (_, grants, code) => {
    expect(await (await clerk('wismar')).post('/clerks', { ...person, grants })).toMatchObject({ code })
  })

  test('elsewhere are not seen, and those who work for two are shared', async () => {
    const other = await clerk('hagenow', ['editor'])
    const both = await addTestClerk(database.db, {
      grants: [
        { authority: 'wismar', roles: ['editor'] },
        { authority: 'hagenow', roles: ['administrator'] },
      ],
    })
    const one = await clerk('wismar')
    const { items, next } = (await one.get('/clerks')) as { items: Clerk[]; next: null }
    expect(next).toBeNull()
    expect(items.map(({ id }) => id).sort()).toEqual([one.id, both.id].sort())
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/reset'],
      ['POST', '/invitation'],
    ] as const) {
      expect(await one.ask(method, `/clerks/${other.id}${path}`)).toMatchObject({ code: 'not-found' })
      if (method !== 'GET')
        expect(await one.ask(method, `/clerks/${both.id}${path}`)).toMatchObject({ code: 'not-yours' })
    }
    const path = `/clerks/${both.id}`
    const shown = (await one.get(path)) as Clerk
    expect(shown).toMatchObject({ isShared: true, grants: editor('wismar') })
    const body = { name: shown.name, email: shown.email, isSuspended: false, grants: [] }
    const suspended = await one.ask(
      'PUT',
      path,
      { ...body, isSuspended: true },
      { 'if-match': await match(one, path) },
    )
    expect(suspended).toMatchObject({ code: 'not-yours' })
    await one.ask('PUT', path, body, { 'if-match': await match(one, path) })
    const left = await database.db
      .selectFrom('clerk_grant')
      .selectAll()
      .where('clerk_id', '=', both.id)
      .execute()
    expect(left).toMatchObject([{ authority_id: 'hagenow', roles: 'administrator' }])
  })

  test('lose and get roles in open sessions at once', async () => {
    const one = await clerk('wismar')
    const two = await clerk('wismar', ['data-protection-officer'])
    const path = `/clerks/${two.id}`
    const { name, email } = (await one.get(path)) as Clerk
    const put = async (change: object) =>
      one.ask(
        'PUT',
        path,
        { name, email, isSuspended: false, grants: editor('wismar'), ...change },
        { 'if-match': await match(one, path) },
      )
    expect(await two.get('/audit')).toHaveProperty('items')
    await put({})
    expect(await two.get('/audit')).toMatchObject({ code: 'role-missing' })
    await put({ isSuspended: true })
    expect(await two.get('/session')).toMatchObject({ code: 'session-expired' })
  })

  test('nobody takes away the last who administers, not even themselves', async () => {
    const one = await clerk(null, ['administrator'])
    await database.db.updateTable('clerk').set({ password_hash: 'x' }).execute()
    const path = `/clerks/${one.id}`
    const { name, email, grants } = (await one.get(path)) as Clerk
    const last = { code: 'last-administrator' }
    expect(await one.ask('DELETE', path)).toMatchObject(last)
    expect(await one.ask('POST', `${path}/reset`)).toMatchObject(last)
    for (const change of [{ grants: [] }, { isSuspended: true, grants }])
      expect(
        await one.ask(
          'PUT',
          path,
          { name, email, isSuspended: false, ...change },
          { 'if-match': await match(one, path) },
        ),
      ).toMatchObject(last)
    expect(await one.get(path)).toMatchObject({ grants, state: 'active' })
  })

  test('who have lost everything come in again by a link, and nothing old opens', async () => {
    const one = await clerk('wismar')
    const lost = await clerk('wismar', ['editor'])
    await database.db
      .updateTable('clerk')
      .set({ totp_secret: 'JBSWY3DPEHPK3PXP' })
      .where('id', '=', lost.id)
      .execute()
    const device = { hash: 'x', clerk_id: lost.id, ends_at: '2027-01-01' }
    await database.db.insertInto('clerk_device').values(device).execute()
    const { invitation } = (await one.post(`/clerks/${lost.id}/reset`, undefined)) as InvitedClerk
    expect(await lost.get('/session')).toMatchObject({ code: 'session-expired' })
    const devices = database.db.selectFrom('clerk_device').where('clerk_id', '=', lost.id)
    expect(await devices.selectAll().execute()).toEqual([])
    const own = browser(app)
    const token = invitation.url.split('#')[1]
    expect(await own.post('/sign-in/invitation/look', { token })).toMatchObject({ purpose: 'recovery' })
    expect(await own.post('/sign-in/invitation', { token, password: 'Kranich Tasse Nebel Ziegel' })).toEqual({
      state: 'signed-in',
    })
  })

  test('who have lost one thing keep the other: a forgotten password asks for the second factor still', async () => {
    const one = await clerk('wismar')
    const lost = await clerk('wismar', ['editor'])
    const secret = 'JBSWY3DPEHPK3PXP'
    const row = database.db.updateTable('clerk').where('id', '=', lost.id)
    await row.set({ totp_secret: secret, password_hash: 'x' }).execute()
    const { invitation } = (await one.post(`/clerks/${lost.id}/invitation`, undefined)) as InvitedClerk
    const own = browser(app)
    const answer = { token: invitation.url.split('#')[1], password: 'Kranich Tasse Nebel Ziegel' }
    expect(await own.post('/sign-in/invitation', answer)).toMatchObject({ state: 'second-factor' })
    expect(await one.ask('DELETE', `/clerks/${lost.id}/second-factors`)).toBeUndefined()
    expect(await one.get(`/clerks/${lost.id}`)).toMatchObject({ state: 'active', hasSecondFactor: false })
    expect(await lost.get('/session')).toMatchObject({ code: 'session-expired' })
    const login = { login: lost.email, password: answer.password }
    expect(await browser(app).post('/sign-in/password', login)).toEqual({ state: 'signed-in' })
    const other = await clerk('hagenow')
    expect(await other.ask('DELETE', `/clerks/${lost.id}/second-factors`)).toMatchObject({
      code: 'not-found',
    })
  })

  test.each(['id', 'passwordHash', 'state', 'createdAt'])('take no %s from outside', async (name) => {
    const sent = { ...person, grants: editor('wismar'), [name]: 'x' }
    expect(await (await clerk('wismar')).post('/clerks', sent)).toMatchObject({ code: 'invalid-body' })
  })
})

test.each(clerkRoles.filter((role) => role !== 'administrator'))('%s administers nothing', async (role) => {
  const one = await clerk('wismar', [role])
  for (const path of ['/clerks', '/tokens', '/authorities/wismar/settings'])
    expect(await one.get(path), path).toMatchObject({ code: 'role-missing' })
})

describe('tokens', () => {
  test('are made, shown once, used, and taken back', async () => {
    const one = await clerk('wismar')
    const body = { name: 'Redaktion', scopes: ['audit:read'], days: 30 }
    const { secret, token } = (await one.post('/tokens', body)) as MadeToken
    const use = () => app.request('/api/v1/audit', { headers: { authorization: `Bearer ${secret}` } })
    expect((await use()).status).toBe(200)
    expect(JSON.stringify(await one.get('/tokens'))).not.toContain(secret)
    expect(await (await clerk('hagenow')).ask('DELETE', `/tokens/${token.id}`)).toMatchObject({
      code: 'not-found',
    })
    expect(await one.ask('DELETE', `/tokens/${token.id}`)).toBeUndefined()
    expect((await use()).status).toBe(401)
  })

  test.each(['clerks:write', 'tokens:write', 'settings:write', 'changes:approve'])(
    'never get %s',
    async (scope) => {
      const body = { name: 'Redaktion', scopes: [scope], days: 30 }
      expect(await (await clerk('wismar')).post('/tokens', body)).toMatchObject({ code: 'invalid-body' })
    },
  )
})

describe('authorities', () => {
  const settings = {
    names: { de: 'Stadt Wismar' },
    languages: ['de'],
    holidaysLand: '13',
    origins: [],
    fourEyes: true,
  }

  test('decide for themselves, and build on what is there', async () => {
    const one = await clerk('wismar')
    const path = '/authorities/wismar/settings'
    const put = (etag: string) => one.ask('PUT', path, settings, { 'if-match': etag })
    expect(await put('"old"')).toMatchObject({ code: 'precondition-failed' })
    expect(await put(await match(one, path))).toMatchObject({ ...settings, regionKey: '130740087' })
    const other = await clerk('hagenow')
    expect(await other.get(path)).toMatchObject({ code: 'not-yours' })
    expect(await other.ask('PUT', path, settings, { 'if-match': '*' })).toMatchObject({ code: 'not-yours' })
  })

  test('are added by who administers the installation alone', async () => {
    const body = { ...settings, id: 'kreis', regionKey: '13076' }
    expect(await (await clerk('wismar')).ask('POST', '/authorities', body)).toMatchObject({
      code: 'role-missing',
    })
    const one = await clerk(null)
    const made = (await one.post('/authorities', body)) as KeptAuthority
    expect(made).toMatchObject({ id: 'kreis', regionKey: '13076', names: settings.names })
    expect(await one.post('/authorities', body)).toMatchObject({ code: 'already-taken' })
    expect(await one.post('/authorities', { ...body, secret: 1 })).toMatchObject({ code: 'invalid-body' })
  })
})
