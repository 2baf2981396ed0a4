import type { Context } from 'hono'
import { authorityHeader, type Scope } from '@amtsweg/contract'
import {
  type Actor,
  authorityOf,
  type Caller,
  callerOfToken,
  type ClerkCaller,
  findAuthority,
  grantsOf,
  type InstallationCaller,
  isStillOpen,
  isWithin,
  noteUse,
  permits,
  refusalOfToken,
  scopesIn,
  type TokenCaller,
  type TokenRefusal,
} from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { foreignOrigin } from './origin.ts'
import { ProblemError } from './problem.ts'
import { readCookie, sessionCookie, signedIn } from './session.ts'
import type { EditParts } from './write.ts'

/** Names of the security schemes in the OpenAPI document. */
export const bearerScheme = 'bearer'
export const sessionScheme = 'session'

/** For the OpenAPI entry of a route that takes a token of one of these scopes, or a session of a clerk whose roles include one. */
export const needs = (...scopes: readonly Scope[]) =>
  scopes.flatMap((scope) => [{ [bearerScheme]: [scope] }, { [sessionScheme]: [scope] }])

/** The same of a route for persons only. */
export const needsPerson = (scope?: Scope) => [{ [sessionScheme]: scope ? [scope] : [] }]

/** What a route that takes a token or a session refuses with. */
export const tokenProblems = [
  'token-missing',
  'token-invalid',
  'token-expired',
  'scope-missing',
  'origin-not-allowed',
  'session-missing',
  'session-expired',
  'request-not-from-here',
  'authority-missing',
  'role-missing',
  'not-yours',
] as const

/** What a route for persons only refuses with. */
export const personProblems = [
  'session-missing',
  'session-expired',
  'request-not-from-here',
  'authority-missing',
  'role-missing',
  'not-yours',
  'unavailable',
] as const

/**
 * Who asks: by the token in the Authorization header (RFC 6750, 2.1), never from the address, which is written into logs; or by the
 * session of a clerk and the authority that the header field Amtsweg-Authority names. Throws the problem where there is none, it
 * opens nothing, lacks the scope or every one of several, or a website uses it that may not.
 */
export async function callerOf(
  c: Context,
  parts: EditParts,
  scope: Scope | readonly Scope[],
): Promise<Caller> {
  const scopes = typeof scope === 'string' ? [scope] : scope
  const header = c.req.header('authorization')
  if (header === undefined && (readCookie(c, sessionCookie) ?? c.req.header(authorityHeader)))
    return clerkOf(c, parts, ...scopes)
  return programOf(c, parts, scopes, header ?? '')
}

async function programOf(
  c: Context,
  { db, now, writeIfFree, publicUrl }: EditParts,
  scopes: readonly Scope[],
  header: string,
): Promise<TokenCaller> {
  const text = /^Bearer +(\S+)$/i.exec(header)?.[1]
  if (text === undefined) throw new ProblemError('token-missing', challenge())
  const caller = await callerOfToken(db, text, now())
  if (typeof caller === 'string') throw refused(caller)
  mustHave(caller, ...scopes)
  const origin = foreignOrigin(c, publicUrl)
  if (origin !== undefined && !permits(caller.authority.origins, origin, 'editing'))
    throw new ProblemError('origin-not-allowed')
  const today = now().toISOString().slice(0, 10)
  // Once a day: each time would cost a write, and make every reader's answer anew.
  if (caller.lastUsedOn !== today) await writeIfFree((trx) => noteUse(trx, caller.tokenId, today))
  return caller
}

/** Throws unless a caller has one of these scopes. */
export function mustHave(caller: Pick<Caller, 'scopes' | 'clerkId'>, ...wanted: readonly Scope[]): void {
  if (wanted.some((scope) => caller.scopes.includes(scope))) return
  const detail = `It takes the scope ${wanted.join(' or ')}`
  if (caller.clerkId !== undefined) throw new ProblemError('role-missing', { detail })
  const scope = wanted.join(' ')
  throw new ProblemError('scope-missing', {
    detail,
    ...challenge(`error="insufficient_scope", scope="${scope}"`),
  })
}

/** The same for persons only: what a program must not do, no token opens. */
export async function clerkOf(
  c: Context,
  parts: EditParts,
  ...asked: readonly Scope[]
): Promise<ClerkCaller> {
  const session = await signedIn(c, parts)
  const id = c.req.header(authorityHeader)
  if (id === undefined) throw new ProblemError('authority-missing')
  const grants = await grantsOf(parts.db, session.clerk)
  const authority = isWithin(grants, id) ? await findAuthority(parts.db, id) : undefined
  if (!authority) throw new ProblemError('not-yours')
  const caller = {
    clerkId: session.clerk,
    sessionId: session.id,
    authority,
    scopes: scopesIn(grants, id),
    asked,
  }
  mustHave(caller, ...asked)
  return caller
}

/** The same for who administers the whole installation; the header that names an authority is left out then. */
export async function installationClerk(
  c: Context,
  parts: EditParts,
  ...asked: readonly Scope[]
): Promise<InstallationCaller> {
  const session = await signedIn(c, parts)
  const scopes = scopesIn(await grantsOf(parts.db, session.clerk), null)
  const caller = { clerkId: session.clerk, sessionId: session.id, authority: null, scopes, asked }
  mustHave(caller, ...asked)
  return caller
}

/** By whom the trail of changes knows a caller. */
export const actorOf = (caller: Caller | InstallationCaller): Actor => ({
  token: caller.tokenId ?? null,
  clerk: caller.clerkId ?? null,
  authority: caller.authority?.id ?? null,
})

/** Throws where the token, the session or the role was taken back or has run out since it was looked at. */
export async function mustStillOpen(db: Db, caller: Caller | InstallationCaller, now: Date): Promise<void> {
  if (caller.tokenId !== undefined) {
    const refusal = await refusalOfToken(db, caller.tokenId, now)
    if (refusal) throw refused(refusal)
    return
  }
  if (!(await isStillOpen(db, caller.sessionId, now))) throw new ProblemError('session-expired')
  const scopes = scopesIn(await grantsOf(db, caller.clerkId), caller.authority?.id ?? null)
  mustHave({ scopes, clerkId: caller.clerkId }, ...caller.asked)
}

const refused = (refusal: TokenRefusal) => new ProblemError(refusal, challenge('error="invalid_token"'))

const challenge = (...more: readonly string[]) => ({
  headers: { 'www-authenticate': ['Bearer realm="amtsweg"', ...more].join(', ') },
})

/** Throws where a region is not the caller's to write for. */
export async function mustOwn(
  db: Db,
  { authority }: Pick<Caller, 'authority'>,
  regionKey: string | null,
): Promise<void> {
  const owner = regionKey === null ? undefined : await authorityOf(db, regionKey)
  if (owner?.id !== authority.id)
    throw new ProblemError('not-yours', { detail: `You write for ${authority.regionKey}` })
}
