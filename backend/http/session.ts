import type { BlockList } from 'node:net'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { ProblemCode, SignInMethod } from '@amtsweg/contract'
import {
  addSession,
  deviceDays,
  deviceName,
  endSessionOf,
  type IdentityProvider,
  isToNote,
  makeId,
  makeSecret,
  noteSeen,
  type OpenSession,
  type Passwords,
  type RandomBytes,
  rememberDevice,
  sessionOf,
  usualSignIn,
} from '../access/index.ts'
import type { Trx } from '../database/database.ts'
import { clientNetwork } from './client-network.ts'
import { ProblemError } from './problem.ts'
import { mustComeFromHere } from './same-page.ts'
import { type EditParts, writeNow } from './write.ts'

/** What the routes work with that let somebody sign in. */
export interface SignInParts extends EditParts {
  readonly random: RandomBytes
  readonly passwords: Passwords
  /** By whom clerks sign in besides; left out, by nobody. */
  readonly providers?: readonly IdentityProvider[] | undefined
  /** Told of each sign-in that failed at a provider, without anything of whose it was. */
  readonly onProviderFailure?: ((failure: ProviderFailure) => void) | undefined
  /** Whose X-Forwarded-For is believed; left out, every private address. */
  readonly proxies?: BlockList | undefined
}

/** For the log. */
export interface ProviderFailure {
  readonly provider: string
  readonly kind: 'refused' | 'unreachable'
  readonly reasons: readonly string[]
}

/** Names of our cookies, each without the `__Host-` that keeps it to this host, to TLS and to all paths. */
export const sessionCookie = 'amt-session'
export const stepCookie = 'amt-sign-in'
export const deviceCookie = 'amt-device'
type CookieName = typeof sessionCookie | typeof stepCookie | typeof deviceCookie

/** Answers to who is signed in are nobody else's copy. */
export const sessionCaching = { 'cache-control': 'private, no-store' } as const

/** What a route that takes sessions only refuses with. */
export const sessionProblems = [
  'session-missing',
  'session-expired',
  'request-not-from-here',
] as const satisfies readonly ProblemCode[]

export const readCookie = (c: Context, name: CookieName): string | undefined =>
  getCookie(c, name, 'host') || undefined

interface CookieLife {
  /** Seconds; left out, until the browser is closed. */
  readonly seconds?: number
  /** Whether it comes along when a provider sends the browser back to us. */
  readonly isLax?: boolean
}

export function giveCookie(c: Context, name: CookieName, value: string, { seconds, isLax }: CookieLife = {}) {
  setCookie(c, name, value, {
    ...{ prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: isLax ? 'Lax' : 'Strict' },
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  })
}

export const takeCookie = (c: Context, name: CookieName) =>
  void deleteCookie(c, name, { prefix: 'host', path: '/', secure: true })

/** Whose session a request comes with; throws the problem where there is none, it is over, or another website has sent it. */
export async function signedIn(c: Context, parts: EditParts): Promise<OpenSession> {
  const { db, now, writeUnseen, publicUrl, signIn = usualSignIn } = parts
  const secret = readCookie(c, sessionCookie)
  if (secret === undefined) throw new ProblemError('session-missing')
  const session = await sessionOf(db, secret, signIn, now())
  if (typeof session === 'string') throw new ProblemError(session)
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') mustComeFromHere(c, publicUrl)
  if (isToNote(session, now()))
    await writeUnseen(async (trx) => void (await noteSeen(trx, session.id, now())))
  return session
}

/** Work in a transaction whose traces no reader sees. */
export const writeSession = ({ writeUnseen, patience }: EditParts) =>
  writeNow({ writeIfFree: writeUnseen, patience })

interface Entry {
  readonly clerk: string
  readonly method: SignInMethod
  /** Whether another site has sent the browser: then it brings no cookie that is Strict, and a new device must not take the old one's place. */
  readonly isFromElsewhere?: boolean
}

/**
 * Begins the session of a clerk who has proved who they are, with a secret that did not exist before (no session can be planted), and
 * ends the one this browser had. The cookies are given once the transaction has been committed: `give`.
 */
export async function beginSession(
  c: Context,
  trx: Trx,
  parts: SignInParts,
  { clerk, method, isFromElsewhere = false }: Entry,
) {
  const { random, now, signIn = usualSignIn } = parts
  const id = makeId(random)
  const secret = makeSecret(random)
  const before = readCookie(c, sessionCookie)
  if (before !== undefined) await endSessionOf(trx, before)
  await addSession(
    trx,
    { id, secret, clerk, method, device: deviceName(c.req.header('user-agent')) },
    signIn,
    now(),
  )
  const device = readCookie(c, deviceCookie) ?? makeSecret(random)
  if (!isFromElsewhere) await rememberDevice(trx, device, clerk, now())
  return {
    id,
    give() {
      giveCookie(c, sessionCookie, secret)
      if (!isFromElsewhere) giveCookie(c, deviceCookie, device, { seconds: deviceDays * 86_400 })
      if (readCookie(c, stepCookie) !== undefined) takeCookie(c, stepCookie)
    },
  }
}

/** The network somebody signs in from; '' where it is unknown. */
export function networkOf(c: Context, { proxies }: Pick<SignInParts, 'proxies'>): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket: { remoteAddress?: string } } }
  return clientNetwork(incoming?.socket.remoteAddress, c.req.header('x-forwarded-for'), proxies)
}
