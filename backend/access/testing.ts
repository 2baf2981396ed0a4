import { randomBytes } from 'node:crypto'
import { type Scope, tokenScopes } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { ClerkGrant } from './clerk.ts'
import { saveAuthority } from './repository.ts'
import { addClerk } from './repository-clerks.ts'
import { addInvitation } from './repository-invitations.ts'
import { addSession } from './repository-sessions.ts'
import { addToken } from './repository-tokens.ts'
import { makeId, makeSecret } from './secret.ts'
import { usualSignIn } from './sign-in-settings.ts'
import { makeToken } from './token.ts'

/** The moment at which tests make authorities and tokens. */
export const testStart = new Date('2026-11-23T09:00:00Z')

/** Registers an authority for a region. */
export const addAuthority = (
  db: Db,
  id: string,
  regionKey: string,
  origins: readonly string[] = [],
  holidaysLand = regionKey.slice(0, 2),
) =>
  saveAuthority(
    db,
    {
      id,
      regionKey,
      names: { de: `Verwaltung ${id}` },
      languages: ['de'],
      holidaysLand,
      fourEyes: false,
      origins: origins.map((origin) => ({ origin })),
    },
    testStart.toISOString(),
  )

/** A token of an authority, as `amtsweg token create` would show it; valid for a year unless said otherwise. */
export async function addTestToken(
  db: Db,
  authority: string,
  of: readonly Scope[] = tokenScopes,
  expiresAt = '2027-11-23T09:00:00.000Z',
): Promise<string> {
  const token = makeToken(randomBytes)
  await db.transaction().execute((trx) =>
    addToken(trx, token, {
      authority,
      name: 'Test',
      scopes: of,
      madeBy: null,
      createdAt: testStart.toISOString(),
      expiresAt,
    }),
  )
  return token.text
}

/** The same request, whose body only comes after something else has happened. */
export const bodyAfter = (
  { body, headers, ...rest }: RequestInit,
  first: () => unknown,
): RequestInit & { readonly duplex: 'half' } => {
  const bytes = Buffer.from(body as string)
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    await first()
    controller.enqueue(bytes)
    controller.close()
  }
  return {
    ...rest,
    headers: { ...(headers as Record<string, string>), 'content-length': String(bytes.length) },
    body: new ReadableStream({ pull }, { highWaterMark: 0 }),
    duplex: 'half',
  }
}

/** A request with a token, a condition and a body, each where it is given. */
export const editing = (
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  {
    token,
    match,
    body,
    headers = {},
  }: {
    readonly token?: string
    /** ETag, or `new` for what must not be there yet. */
    readonly match?: string | null
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string>>
  } = {},
) => ({
  method,
  headers: {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(match === 'new' ? { 'if-none-match': '*' } : {}),
    ...(match && match !== 'new' ? { 'if-match': match } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  },
  ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
})

/** The address tests send requests to, as `app.request` reads a path. */
const testOrigin = 'http://localhost'

let clerks = 0

/** Somebody who is signed in: the header fields by which a page of ours sends a request of theirs. */
export interface TestClerk {
  readonly id: string
  readonly email: string
  readonly session: string
  readonly headers: Readonly<Record<string, string>>
}

/**
 * A clerk of invented name with a session, begun at `now` and without a password. The requests are for the first authority of the grants
 * unless `authority` names another.
 */
export async function addTestClerk(
  db: Db,
  {
    grants,
    authority = grants[0]?.authority ?? undefined,
    now = testStart,
  }: { readonly grants: readonly ClerkGrant[]; readonly authority?: string | undefined; readonly now?: Date },
): Promise<TestClerk> {
  const id = makeId(randomBytes)
  const session = makeId(randomBytes)
  const secret = makeSecret(randomBytes)
  const email = `erika.muster${(clerks += 1)}@verwaltung.example`
  await db.transaction().execute(async (trx) => {
    await addClerk(trx, { id, name: 'Erika Muster', email, grants }, now.toISOString())
    const device = 'Firefox, Linux'
    await addSession(trx, { id: session, secret, clerk: id, method: 'password', device }, usualSignIn, now)
  })
  const cookie = `__Host-amt-session=${secret}`
  const headers = { cookie, origin: testOrigin, ...(authority ? { 'amtsweg-authority': authority } : {}) }
  return { id, email, session, headers }
}

/** What the server knows of a connection that a proxy beside it has made. */
const behindProxy = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }

/** A browser as far as signing in needs one: it keeps cookies, and its requests come from pages of ours. */
export function browser(
  app: { readonly request: (path: string, init: RequestInit, env: object) => Response | Promise<Response> },
  cookies = '',
  headers: Readonly<Record<string, string>> = {},
) {
  const jar = new Map(cookies.split('; ').flatMap((one) => (one ? [one.split('=') as [string, string]] : [])))
  const kept = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  async function ask(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ) {
    const init = {
      method,
      headers: { cookie: kept(), origin: testOrigin, ...headers, ...more },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }
    const response = await app.request(`/api/v1${path}`, init, behindProxy)
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '' || /max-age=0/i.test(cookie)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  const answer = async (response: Response): Promise<unknown> => {
    const text = await response.text()
    return text === '' ? undefined : JSON.parse(text)
  }
  return {
    cookies: kept,
    /** The whole answer. */
    send: ask,
    /** What is answered; undefined where that is nothing. */
    ask: async (...sent: Parameters<typeof ask>) => answer(await ask(...sent)),
    get: async (path: string) => answer(await ask('GET', path)),
    post: async (path: string, body: unknown) => answer(await ask('POST', path, body)),
  }
}

/** Invites somebody of invented name and lets them take it by the routes, in a browser of their own, which is signed in then. */
export async function settleClerk(
  app: Parameters<typeof browser>[0],
  {
    db,
    now,
    password,
    email = 'erika@wismar.example',
    grants = [{ authority: 'wismar', roles: ['editor'] }],
  }: {
    readonly db: Db
    readonly now: Date
    readonly password: string
    readonly email?: string | undefined
    readonly grants?: readonly ClerkGrant[] | undefined
  },
) {
  const token = await db.transaction().execute(async (trx) => {
    const id = randomBytes(6).toString('hex')
    await addClerk(trx, { id, name: 'Erika Muster', email, grants }, now.toISOString())
    return (await addInvitation(trx, id, 'invitation', { random: randomBytes, now })).token
  })
  const own = browser(app)
  await own.post('/sign-in/invitation', { token, password })
  return { own, token, email }
}
