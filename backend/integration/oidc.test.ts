import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { Session } from '@amtsweg/contract'
import { verifyAudit } from '../access/repository-audit.ts'
import { addClerk } from '../access/repository-clerks.ts'
import { addInvitation, inviteFirst } from '../access/repository-invitations.ts'
import { addAuthority, browser } from '../access/testing.ts'
import type { OpenDatabase } from '../database/database.ts'
import { openTestDatabase } from '../database/testing.ts'
import { createApp } from '../http/app.ts'
import type { ProviderFailure } from '../http/session.ts'
import { oidcProvider } from './oidc.ts'
import { closedPort } from './testing.ts'
import { faultyIssuer, type Said } from './testing-issuer.ts'

// A real issuer tells the time of today.
const now = () => new Date()
let database: OpenDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  await addAuthority(database.db, 'wismar', '130740087')
})

const settings = {
  id: 'land',
  label: 'Landeskonto',
  clientId: 'amtsweg',
  clientSecret: 'geheim',
  isEmailTrusted: false,
}
/** What the log is told. */
let failures: ProviderFailure[] = []
const appWith = (issuer: string, more: { isEmailTrusted?: boolean; isLocal?: boolean } = {}) =>
  createApp({
    ...{ database, now, signIn: { idleMinutes: 30, hours: 12, isLocal: more.isLocal ?? true } },
    providers: [oidcProvider({ ...settings, issuer, isEmailTrusted: more.isEmailTrusted ?? false })],
    onProviderFailure: (failure) => failures.push(failure),
  })
type App = ReturnType<typeof createApp>

/** Somebody an administrator has invited, and the token of the link. */
async function invite(email = 'erika@wismar.example') {
  const id = randomBytes(6).toString('hex')
  const grants = [{ authority: 'wismar', roles: ['editor'] as const }]
  return database.db.transaction().execute(async (trx) => {
    await addClerk(trx, { id, name: 'Erika Muster', email, grants }, now().toISOString())
    return {
      id,
      token: (await addInvitation(trx, id, 'invitation', { random: randomBytes, now: now() })).token,
    }
  })
}
const suspend = (id: string) =>
  database.db.updateTable('clerk').set({ suspended_at: now().toISOString() }).where('id', '=', id).execute()

const locationOf = (response: Response) => response.headers.get('location') ?? ''
const problemOf = (response: Response) =>
  new URL(locationOf(response), 'http://here').searchParams.get('problem')
const start = (one: ReturnType<typeof browser>, back = '/desk/services') =>
  one.send('GET', `/sign-in/oidc/land?return=${encodeURIComponent(back)}`)

/** Begins; gives what the browser was sent away with, and how it comes back. */
async function begin(app: App, issuer: string, one = browser(app), location?: string) {
  const asked = new URL(location ?? locationOf(await start(one))).searchParams
  const state = asked.get('state') ?? ''
  const comeBack = (parameters: Record<string, string> = {}, who = one) => {
    const query = new URLSearchParams({ code: 'c', state, iss: issuer, ...parameters })
    return who.send('GET', `/sign-in/oidc/land/callback?${query.toString()}`)
  }
  return { one, asked, nonce: asked.get('nonce') ?? '', comeBack }
}

/** Takes an invitation by the account `erika` of a faulty issuer that behaves. */
async function settled(app: App, faulty: Awaited<ReturnType<typeof faultyIssuer>>) {
  const { id, token } = await invite()
  const one = browser(app)
  const { location } = (await one.post('/sign-in/invitation/provider', { token, provider: 'land' })) as {
    location: string
  }
  const { nonce, comeBack } = await begin(app, faulty.issuer, one, location)
  faulty.say({ nonce })
  expect(locationOf(await comeBack())).toBe('/desk/')
  return { id, token, one }
}

describe('a real issuer', () => {
  /** `oidc-provider` on this computer; whoever comes is Erika, and agrees. */
  async function realIssuer() {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void (server.closeAllConnections(), server.close()))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const provider: Provider = new Provider(issuer, {
      clients: [
        {
          ...{ client_id: 'amtsweg', client_secret: 'geheim', grant_types: ['authorization_code'] },
          ...{
            redirect_uris: ['http://localhost/api/v1/sign-in/oidc/land/callback'],
            response_types: ['code'],
          },
          ...{ token_endpoint_auth_method: 'client_secret_post' },
        },
      ],
      ...{
        cookies: { keys: ['a'] },
        conformIdTokenClaims: false,
        features: { devInteractions: { enabled: false } },
      },
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      findAccount: (_, accountId) => ({
        accountId,
        claims: () => ({
          sub: accountId,
          name: 'Erika Muster',
          email: 'erika@wismar.example',
          email_verified: true,
        }),
      }),
      async loadExistingGrant({ oidc }) {
        const grant = new provider.Grant({ accountId: oidc.session?.accountId ?? '', clientId: 'amtsweg' })
        grant.addOIDCScope('openid email profile')
        await grant.save()
        return grant
      },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    })
    const callback = provider.callback()
    server.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void callback(request, response)
      const answer = request.headers['x-cancel']
        ? { error: 'access_denied', error_description: 'Abgebrochen' }
        : { login: { accountId: 'erika-at-land' } }
      void provider.interactionFinished(request, response, answer)
    })
    return issuer
  }

  /** Follows the way through the provider as a browser would, until it leads back to us. */
  async function through(location: string, headers: Record<string, string> = {}): Promise<URL> {
    const jar = new Map<string, string>()
    let at = new URL(location)
    for (let steps = 0; at.hostname !== 'localhost' && steps < 8; steps += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(at, { redirect: 'manual', headers: { cookie, ...headers } })
      for (const one of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
        jar.set(name, value)
      }
      at = new URL(locationOf(response), at)
    }
    return at
  }
  const home = ({ pathname, search }: URL) => `${pathname.replace('/api/v1', '')}${search}`

  test('takes an invitation, and signs in from then on, by code with PKCE', async () => {
    const issuer = await realIssuer()
    const app = appWith(issuer)
    const { token } = await invite()
    const one = browser(app)
    const taken = (await one.post('/sign-in/invitation/provider', { token, provider: 'land' })) as {
      location: string
    }
    expect(Object.fromEntries(new URL(taken.location).searchParams)).toMatchObject({
      ...{ response_type: 'code', code_challenge_method: 'S256', client_id: 'amtsweg' },
      redirect_uri: 'http://localhost/api/v1/sign-in/oidc/land/callback',
    })
    const back = await one.send('GET', home(await through(taken.location)))
    expect([back.status, locationOf(back)]).toEqual([303, '/desk/'])
    expect(((await one.get('/session')) as Session).clerk.email).toBe('erika@wismar.example')
    expect(await one.get('/account')).toMatchObject({ providers: [{ id: 'land', label: 'Landeskonto' }] })
    expect(await browser(app).post('/sign-in/invitation/look', { token })).toMatchObject({
      code: 'invitation-invalid',
    })

    const again = browser(app)
    const began = await start(again)
    expect(began.headers.getSetCookie().join()).toMatch(
      /^__Host-amt-sign-in=.*Max-Age=600;.*HttpOnly; Secure; SameSite=Lax/,
    )
    const end = await again.send('GET', home(await through(locationOf(began))))
    expect(locationOf(end)).toBe('/desk/services')
    expect(end.headers.getSetCookie().join()).toMatch(/__Host-amt-session=[^;]+;.*SameSite=Strict/)
    expect(await again.get('/session')).toMatchObject({ grants: [{ authority: 'wismar' }] })
    expect(await again.get('/sessions')).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ method: 'provider' })]),
    })
    expect(await verifyAudit(database.db)).toMatchObject({ seq: 1 })
  })

  test('whom the person tells no sends them back with words', async () => {
    const one = browser(appWith(await realIssuer()))
    const back = await through(locationOf(await start(one)), { 'x-cancel': 'yes' })
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(problemOf(await one.send('GET', home(back)))).toBe('provider-refused')
    expect(await one.get('/session')).toMatchObject({ code: 'session-missing' })
  })
})

describe('what an issuer says', () => {
  test.each<[string, (issuer: string, nonce: string) => Said & { nonce?: string }]>([
    ['another nonce', () => ({ nonce: 'another' })],
    ['no nonce', () => ({})],
    ['no signature (alg none)', (_, nonce) => ({ nonce, signature: 'none' })],
    ['the signature of somebody else', (_, nonce) => ({ nonce, signature: 'foreign' })],
    ['another audience', (_, nonce) => ({ nonce, claims: { aud: 'somebody' } })],
    ['another issuer', (_, nonce) => ({ nonce, claims: { iss: 'https://evil.example' } })],
    ['too late', (_, nonce) => ({ nonce, claims: { exp: 1_000_000_000 } })],
    ['no', (_, nonce) => ({ nonce, status: 400 })],
  ])('is refused where it says %s', async (_, said) => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer)
    await settled(app, faulty)
    const { one, nonce, comeBack } = await begin(app, faulty.issuer)
    faulty.say(said(faulty.issuer, nonce))
    failures = []
    expect(problemOf(await comeBack())).toBe('provider-refused')
    expect(await one.get('/session')).toMatchObject({ code: 'session-missing' })
    // The log tells why, and nothing of whom or by which code.
    expect(failures).toMatchObject([{ provider: 'land', kind: 'refused' }])
    expect(failures[0]?.reasons.length).toBeGreaterThan(0)
    for (const reason of failures[0]?.reasons ?? []) expect(reason).toMatch(/^[A-Za-z_0-9]+$/)
  })

  test('is refused where another issuer sends the browser back (RFC 9207)', async () => {
    const faulty = await faultyIssuer()
    const { nonce, comeBack } = await begin(appWith(faulty.issuer), faulty.issuer)
    faulty.say({ nonce })
    expect(problemOf(await comeBack({ iss: 'https://evil.example' }))).toBe('provider-refused')
    expect(faulty.asked.map(({ url }) => url)).not.toContain('/token')
  })

  test('opens once: another state, another browser and a replay open nothing', async () => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer)
    await settled(app, faulty)
    const { one, nonce, comeBack } = await begin(app, faulty.issuer)
    faulty.say({ nonce })
    expect(problemOf(await comeBack({ state: 'another' }))).toBe('sign-in-not-begun')
    expect(problemOf(await comeBack({}, browser(app)))).toBe('sign-in-not-begun')
    const cookies = one.cookies()
    expect(locationOf(await comeBack())).toBe('/desk/services')
    expect(problemOf(await comeBack({}, browser(app, cookies)))).toBe('sign-in-not-begun')
  })

  test.each([
    ['down', async () => `http://127.0.0.1:${await closedPort()}`],
    ['not who it says it is', async () => `${(await faultyIssuer()).issuer}/tenant`],
  ])('is told in words where it is %s', async (_, issuer) => {
    const app = appWith(await issuer())
    const response = await start(browser(app))
    expect([response.status, problemOf(response)]).toEqual([303, 'provider-unreachable'])
    const { token } = await invite()
    const asked = await browser(app).post('/sign-in/invitation/provider', { token, provider: 'land' })
    expect(asked).toMatchObject({ code: 'provider-unreachable', status: 502 })
  })

  test('is told in words where it goes down in between', async () => {
    const faulty = await faultyIssuer()
    const { nonce, comeBack } = await begin(appWith(faulty.issuer), faulty.issuer)
    faulty.say({ nonce, status: 503 })
    expect(problemOf(await comeBack())).toBe('provider-unreachable')
  })
})

describe('whose an account is', () => {
  const comeAs = async (app: App, faulty: Awaited<ReturnType<typeof faultyIssuer>>, claims: object) => {
    const { one, nonce, comeBack } = await begin(app, faulty.issuer)
    faulty.say({ nonce, claims })
    return { one, response: await comeBack() }
  }
  const mail = { email: 'Erika@Wismar.example', email_verified: true }

  test('nobody’s, where no invitation has linked it, whatever address it has', async () => {
    const faulty = await faultyIssuer()
    await invite()
    const { response } = await comeAs(appWith(faulty.issuer), faulty, { sub: 'other', ...mail })
    expect(problemOf(response)).toBe('account-unknown')
  })

  test('its address tells it where the operator trusts the provider and the provider has verified it', async () => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer, { isEmailTrusted: true })
    await invite()
    for (const email_verified of [false, 'true', undefined])
      expect(problemOf((await comeAs(app, faulty, { ...mail, email_verified })).response)).toBe(
        'account-unknown',
      )
    const { one, response } = await comeAs(app, faulty, mail)
    expect(locationOf(response)).toBe('/desk/services')
    expect(await one.get('/session')).toMatchObject({ clerk: { email: 'erika@wismar.example' } })
    // Somebody who was given her address later is not her.
    const heir = await comeAs(app, faulty, { ...mail, sub: 'heir' })
    expect(problemOf(heir.response)).toBe('account-unknown')
  })

  test('nobody’s, where the clerk is suspended', async () => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer)
    const { id } = await settled(app, faulty)
    await suspend(id)
    expect(problemOf((await comeAs(app, faulty, {})).response)).toBe('account-unknown')
  })

  test('one clerk’s: a second invitation cannot take it', async () => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer)
    await settled(app, faulty)
    const { token } = await invite('max@wismar.example')
    const one = browser(app)
    const { location } = (await one.post('/sign-in/invitation/provider', { token, provider: 'land' })) as {
      location: string
    }
    const { nonce, comeBack } = await begin(app, faulty.issuer, one, location)
    faulty.say({ nonce })
    expect(problemOf(await comeBack())).toBe('already-taken')
    expect(await one.post('/sign-in/invitation/look', { token })).toMatchObject({ purpose: 'invitation' })
  })

  test('makes the first administrator where passwords open nothing', async () => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer, { isLocal: false })
    const { token = '' } = (await inviteFirst(database.db, { random: randomBytes, now: now() })) ?? {}
    const one = browser(app)
    expect(await one.post('/sign-in/invitation/look', { token })).toMatchObject({
      purpose: 'first-administrator',
    })
    const { location } = (await one.post('/sign-in/invitation/provider', { token, provider: 'land' })) as {
      location: string
    }
    const { nonce, comeBack } = await begin(app, faulty.issuer, one, location)
    faulty.say({ nonce, claims: { name: 'Erika Muster', ...mail } })
    expect(locationOf(await comeBack())).toBe('/desk/')
    expect(await one.get('/session')).toMatchObject({
      grants: [{ authority: null, roles: ['administrator'] }],
    })
  })
})

describe('the way there', () => {
  test('comes from pages of ours where it takes an invitation, and only to providers there are', async () => {
    const app = appWith((await faultyIssuer()).issuer)
    const body = { token: (await invite()).token, provider: 'land' }
    const foreign = browser(app, '', { origin: 'https://evil.example' })
    expect(await foreign.post('/sign-in/invitation/provider', body)).toMatchObject({
      code: 'request-not-from-here',
    })
    const one = browser(app)
    expect(await one.get('/sign-in/oidc/other')).toMatchObject({ code: 'way-closed' })
    expect(await one.post('/sign-in/invitation/provider', { ...body, token: 'x' })).toMatchObject({
      code: 'invitation-invalid',
    })
    expect(await one.get('/sign-in')).toMatchObject({ providers: [{ id: 'land', label: 'Landeskonto' }] })
  })

  test('is not begun by a website of others: it leads to the page where the person begins it', async () => {
    const { issuer } = await faultyIssuer()
    const foreign = browser(appWith(issuer), '', { 'sec-fetch-site': 'cross-site' })
    const location = locationOf(await start(foreign, '/desk/units'))
    expect(location).toBe('/desk/sign-in?return=%2Fdesk%2Funits')
    expect(foreign.cookies()).toBe('')
  })

  test('leads back to the desk only', async () => {
    const faulty = await faultyIssuer()
    const app = appWith(faulty.issuer)
    const { one } = await settled(app, faulty)
    const location = locationOf(await start(one, '/desk/..//evil.example'))
    const { nonce, comeBack } = await begin(app, faulty.issuer, one, location)
    faulty.say({ nonce })
    expect(locationOf(await comeBack())).toBe('/desk/')
  })
})
