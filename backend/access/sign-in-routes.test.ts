import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem, Session, SessionList } from '@amtsweg/contract'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase, versionOf } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import type { ClerkGrant } from './clerk.ts'
import { createPasswords } from './password.ts'
import { verifyAudit } from './repository-audit.ts'
import { addClerk } from './repository-clerks.ts'
import { addInvitation, inviteFirst } from './repository-invitations.ts'
import { addAuthority, addTestClerk, browser, settleClerk, testStart } from './testing.ts'

const password = 'Kranich Tasse Nebel Ziegel'
let database: OpenDatabase
let app: ReturnType<typeof createApp>
let computed = 0
let now = testStart
const logged: unknown[] = []
beforeEach(async () => {
  ;[computed, now] = [0, testStart]
  database = await openTestDatabase()
  await addAuthority(database.db, 'wismar', '130740087')
  const passwords = createPasswords({ onComputed: () => (computed += 1) })
  app = createApp({ database, now: () => now, passwords, report: (error) => logged.push(error) })
})
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
const open = () => browser(app)

const settle = (email?: string, grants?: readonly ClerkGrant[]) =>
  settleClerk(app, { db: database.db, now, password, email, grants })
const signIn = (login: string, typed = password, one = open()) =>
  one.post('/sign-in/password', { login, password: typed })

describe('the first start', () => {
  test('makes an administrator by a link that works once', async () => {
    const { token = '' } = (await inviteFirst(database.db, { random: randomBytes, now })) ?? {}
    const one = open()
    expect(await one.get('/sign-in')).toEqual({
      local: true,
      passkeys: true,
      providers: [],
      isFirstStart: true,
    })
    expect(await one.post('/sign-in/invitation/look', { token })).toMatchObject({
      purpose: 'first-administrator',
    })
    expect(await one.post('/sign-in/invitation', { token, password })).toMatchObject({ code: 'invalid-body' })
    const person = { name: 'Max Muster', email: 'Max@Wismar.example' }
    expect(await one.post('/sign-in/invitation', { token, password, ...person })).toEqual({
      state: 'signed-in',
    })
    const { clerk, grants } = (await one.get('/session')) as Session
    expect(clerk).toMatchObject({ name: 'Max Muster', email: 'max@wismar.example' })
    expect(grants).toMatchObject([{ authority: null, roles: ['administrator'] }])
    const again = await open().post('/sign-in/invitation', { token, password, ...person })
    expect(again).toMatchObject({ code: 'invitation-invalid' })
    expect(await inviteFirst(database.db, { random: randomBytes, now })).toBeUndefined()
    expect(await one.get('/sign-in')).toMatchObject({ isFirstStart: false })
    expect(await verifyAudit(database.db)).toMatchObject({ seq: 1 })
  })

  test('gives a new link at each start, and none works for longer than a day', async () => {
    const by = { random: randomBytes, now }
    const [a, b] = [await inviteFirst(database.db, by), await inviteFirst(database.db, by)]
    expect(a?.token).not.toBe(b?.token)
    later(24 * 60)
    const look = await open().post('/sign-in/invitation/look', { token: b?.token })
    expect(look).toMatchObject({ code: 'invitation-invalid' })
  })

  test('two who open the link at once make one administrator', async () => {
    const { token = '' } = (await inviteFirst(database.db, { random: randomBytes, now })) ?? {}
    const ends = await Promise.all(
      ['a', 'b'].map((name) =>
        open().post('/sign-in/invitation', { token, password, name, email: `${name}@wismar.example` }),
      ),
    )
    expect(ends.filter((end) => 'state' in (end as object))).toHaveLength(1)
    expect(await database.db.selectFrom('clerk').select('id').execute()).toHaveLength(1)
  })
})

describe('a password', () => {
  test('signs in, however the address is written, and tells who one is and what one may do', async () => {
    const { email } = await settle()
    const one = open()
    expect(await signIn(` ${email.toUpperCase()} `, password, one)).toEqual({ state: 'signed-in' })
    expect(await one.get('/session')).toMatchObject({
      clerk: { name: 'Erika Muster', email },
      grants: [{ authority: 'wismar', name: 'Verwaltung wismar', regionKey: '130740087', fourEyes: false }],
      ...{ hasSecondFactor: false, idleMinutes: 30, endsAt: '2026-11-23T21:00:00.000Z' },
    })
  })

  test.each([
    ['a wrong password', (email: string) => signIn(email, 'another one that is long')],
    ['an unknown address', () => signIn('nobody@wismar.example')],
    [
      'an empty-handed invitation',
      async () => (await invite('b@wismar.example'), signIn('b@wismar.example')),
    ],
    ['a suspended clerk', async (email: string) => (await suspend(email), signIn(email))],
  ])('is refused for %s in the same words and with the same work', async (_, attempt) => {
    const { email } = await settle()
    const before = computed
    const { requestId: __, ...refusal } = (await attempt(email)) as Problem
    expect(refusal).toEqual({
      ...{ type: '/problems/sign-in-refused', code: 'sign-in-refused', status: 401 },
      ...{ title: 'These do not fit together', instance: '/api/v1/sign-in/password' },
    })
    expect(computed - before).toBe(1)
  })

  test.each(['Passwort2026!', 'ErikaMuster1980', 'short', 'x'.repeat(129)])(
    '%s is not taken',
    async (weak) => {
      const token = await invite('c@wismar.example')
      const answer = (await open().post('/sign-in/invitation', { token, password: weak })) as Problem
      expect(['password-too-common', 'invalid-body']).toContain(answer.code)
    },
  )

  const invite = (email: string) =>
    database.db.transaction().execute(async (trx) => {
      await addClerk(
        trx,
        { id: `id-${email[0]}`, name: 'Erika Muster', email, grants: [] },
        now.toISOString(),
      )
      return (await addInvitation(trx, `id-${email[0]}`, 'invitation', { random: randomBytes, now })).token
    })
  const suspend = (email: string) =>
    database.db.updateTable('clerk').set({ suspended_at: 'now' }).where('email', '=', email).execute()
})

describe('a session', () => {
  test('ends when nothing was asked for half an hour, and after half a day in any case', async () => {
    const { own } = await settle()
    later(29)
    expect(await own.get('/session')).toHaveProperty('clerk')
    later(29)
    expect(await own.get('/session')).toHaveProperty('clerk')
    later(30)
    expect(await own.get('/session')).toMatchObject({ code: 'session-expired' })
    const other = open()
    await signIn('erika@wismar.example', password, other)
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await other.get('/session')).toHaveProperty('clerk')
      later(20)
    }
    expect(await other.get('/session')).toMatchObject({ code: 'session-expired' })
  })

  test('is listed, and ended by its clerk, by no other', async () => {
    const { own, email } = await settle()
    const second = open()
    await signIn(email, password, second)
    const stranger = (await settle('max@wismar.example')).own
    const { items } = (await own.get('/sessions')) as SessionList
    expect(items.map(({ isCurrent, method }) => [isCurrent, method])).toEqual(
      expect.arrayContaining([
        [true, 'invitation'],
        [false, 'password'],
      ]),
    )
    const other = items.find(({ isCurrent }) => !isCurrent)!
    expect(await stranger.ask('DELETE', `/sessions/${other.id}`)).toMatchObject({ code: 'not-found' })
    expect(await own.ask('DELETE', `/sessions/${other.id}`)).toBeUndefined()
    expect(await second.get('/session')).toMatchObject({ code: 'session-expired' })
    expect(await own.get('/session')).toHaveProperty('clerk')
  })

  test('is over for good once signed out', async () => {
    const { own } = await settle()
    const stolen = own.cookies()
    expect(await own.post('/sign-out', undefined)).toBeUndefined()
    expect(await own.get('/session')).toMatchObject({ code: 'session-missing' })
    const thief = await app.request('/api/v1/session', { headers: { cookie: stolen } })
    expect(thief.status).toBe(401)
  })

  test('cannot be planted: signing in gives another secret and ends the one before', async () => {
    const { own, email } = await settle()
    const planted = own.cookies()
    const victim = browser(app, planted)
    await signIn(email, password, victim)
    expect(victim.cookies()).not.toBe(planted)
    expect(await browser(app, planted).get('/session')).toMatchObject({ code: 'session-expired' })
    const invented = browser(app, '__Host-amt-session=chosen-by-an-attacker')
    await signIn(email, password, invented)
    expect(invented.cookies()).not.toContain('chosen')
  })

  test('lives in a cookie that only this host, TLS and our own pages see', async () => {
    const { email } = await settle()
    const response = await app.request('/api/v1/sign-in/password', {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: JSON.stringify({ login: email, password }),
    })
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith('__Host-amt-session='))
    expect(cookie).toMatch(/^__Host-amt-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(await response.text()).not.toContain(/=([\w-]{43})/.exec(cookie!)![1])
  })

  test('makes no reader’s answer anew, whether it begins, goes on or ends', async () => {
    const { own, email } = await settle()
    const before = await versionOf(database)
    await signIn(email)
    later(5)
    await own.get('/session')
    await own.post('/sign-out', undefined)
    expect(await versionOf(database)).toBe(before)
  })

  test('is kept as a hash: what lies in the database opens nothing', async () => {
    const { own } = await settle()
    const secret = /amt-session=([\w-]+)/.exec(own.cookies())![1]!
    const rows = JSON.stringify(await database.db.selectFrom('clerk_session').selectAll().execute())
    expect(rows).not.toContain(secret)
  })
})

describe('a change in a live session', () => {
  async function ask(headers: Readonly<Record<string, string>>) {
    const response = await app.request('/api/v1/audit', { headers })
    return ((await response.json()) as { code?: string }).code ?? response.status
  }

  test('counts at once: role taken, clerk suspended', async () => {
    const { headers, id } = await addTestClerk(database.db, {
      grants: [{ authority: 'wismar', roles: ['data-protection-officer'] }],
    })
    expect(await ask(headers)).toBe(200)
    await database.db.updateTable('clerk_grant').set({ roles: 'editor' }).where('clerk_id', '=', id).execute()
    expect(await ask(headers)).toBe('role-missing')
    await database.db.deleteFrom('clerk_grant').where('clerk_id', '=', id).execute()
    expect(await ask(headers)).toBe('not-yours')
    await database.db.updateTable('clerk').set({ suspended_at: 'now' }).where('id', '=', id).execute()
    expect(await ask(headers)).toBe('session-expired')
  })

  test.each([
    ['without a cookie', { 'amtsweg-authority': 'wismar' }, 'session-missing'],
    ['without an authority', { 'amtsweg-authority': undefined }, 'authority-missing'],
    ['for an authority that is not there', { 'amtsweg-authority': 'nowhere' }, 'not-yours'],
  ])('%s nothing opens', async (_, changed, code) => {
    const { headers } = await addTestClerk(database.db, {
      grants: [{ authority: 'wismar', roles: ['administrator'] }],
    })
    const { cookie: __, ...bare } = headers
    const sent = code === 'session-missing' ? bare : { ...headers, ...changed }
    expect(await ask(JSON.parse(JSON.stringify(sent)) as Record<string, string>)).toBe(code)
  })

  test('an administrator of the installation acts for every authority, and no other clerk does', async () => {
    const grants = [{ authority: null, roles: ['administrator'] as const }]
    const { headers } = await addTestClerk(database.db, { grants, authority: 'wismar' })
    expect(await ask(headers)).toBe(200)
  })
})

describe('what another website has a browser do', () => {
  const foreign = [
    ['says nothing', {}],
    ['comes from another website', { origin: 'https://evil.example' }],
    ['comes from another port', { origin: 'http://localhost:8081' }],
    ['comes from a sandbox', { origin: 'null' }],
    ['comes from a neighbour', { 'sec-fetch-site': 'same-site' }],
    [
      'comes from elsewhere, with our origin invented',
      { origin: 'http://localhost', 'sec-fetch-site': 'cross-site' },
    ],
    ['is opened by hand', { 'sec-fetch-site': 'none' }],
  ] as const
  const forms = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json',
  ]

  test.each(foreign)('%s: nothing is done', async (_, said) => {
    const { headers } = await addTestClerk(database.db, {
      grants: [{ authority: 'wismar', roles: ['administrator'] }],
    })
    const { origin: __, ...bare } = headers
    for (const type of forms)
      for (const [method, path] of [
        ['POST', '/sign-in/password'],
        ['POST', '/sign-out'],
        ['DELETE', '/sessions/x'],
        ['PUT', '/units/unit-x/record'],
      ] as const) {
        const sent = { ...bare, ...said, 'content-type': type }
        const response = await app.request(`/api/v1${path}`, { method, headers: sent, body: '{}' })
        const { code } = (await response.json()) as Problem
        expect([response.status, code], `${method} ${path}`).toEqual([403, 'request-not-from-here'])
      }
  })

  test.each([{ origin: 'http://localhost' }, { 'sec-fetch-site': 'same-origin' }])(
    '%j is ours',
    async (said) => {
      const { headers } = await addTestClerk(database.db, { grants: [] })
      const { origin: _, ...bare } = headers
      const response = await app.request('/api/v1/sign-out', {
        method: 'POST',
        headers: { ...bare, ...said },
      })
      expect(response.status).toBe(204)
    },
  )

  test('no other page may send the header that names an authority', async () => {
    const leave = await app.request('/api/v1/audit', { method: 'OPTIONS' })
    expect(leave.headers.get('access-control-allow-headers')).not.toMatch(/amtsweg/i)
    expect(leave.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

describe('trying passwords', () => {
  const from = (network: string, cookies = '') => browser(app, cookies, { 'x-forwarded-for': network })
  const wrong = async (email: string, times: number, one = from('203.0.113.7')) => {
    const codes: (string | undefined)[] = []
    for (let time = 0; time < times; time += 1)
      codes.push(((await signIn(email, 'not the password', one)) as Problem).code)
    return codes
  }

  test('is over after five in a quarter of an hour, without any more work', async () => {
    await settle()
    await wrong('erika@wismar.example', 5)
    const before = computed
    expect(await wrong('erika@wismar.example', 3)).toEqual(Array(3).fill('sign-in-too-often'))
    expect(computed).toBe(before)
    later(15)
    expect(await wrong('erika@wismar.example', 1)).toEqual(['sign-in-refused'])
  })

  test('is the same for an account that is not there', async () =>
    expect(await wrong('nobody@wismar.example', 6)).toEqual([
      ...Array<string>(5).fill('sign-in-refused'),
      'sign-in-too-often',
    ]))

  test('keeps nobody out: the clerk comes in from another network, and from a browser they know', async () => {
    const { own, email } = await settle()
    for (let network = 1; network <= 9; network += 1) await wrong(email, 5, from(`198.51.${network}.1`))
    expect(await signIn(email, password, from('192.0.2.44'))).toEqual({ state: 'signed-in' })
    for (let network = 10; network <= 14; network += 1) await wrong(email, 5, from(`198.51.${network}.1`))
    expect(await signIn(email, password, from('192.0.2.45'))).toMatchObject({ code: 'sign-in-too-often' })
    const device = own.cookies().replace(/__Host-amt-session=[^;]*;? ?/, '')
    expect(await signIn(email, password, from('192.0.2.45', device))).toEqual({ state: 'signed-in' })
  })

  test('a known browser is known for its clerk only, and not for ever', async () => {
    const { own } = await settle()
    await settle('max@wismar.example')
    const device = own.cookies()
    expect((await wrong('max@wismar.example', 6, from('203.0.113.9', device))).at(-1)).toBe(
      'sign-in-too-often',
    )
    expect((await wrong('erika@wismar.example', 11, from('203.0.113.9', device))).at(-1)).toBe(
      'sign-in-too-often',
    )
  })

  test('at the same time gains nothing', async () => {
    await settle()
    const one = () => signIn('erika@wismar.example', 'not the password', from('203.0.113.7'))
    const codes = (await Promise.all(Array.from({ length: 12 }, one))).map((end) => (end as Problem).code)
    expect(codes.filter((code) => code === 'sign-in-refused')).toHaveLength(5)
  })
})

test('nothing secret is reported', () => expect(JSON.stringify(logged)).toBe('[]'))
