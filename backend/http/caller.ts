import type { Context } from 'hono'
import type { Scope } from '@amtsweg/contract'
import {
  authorityOf,
  type Caller,
  callerOfToken,
  noteUse,
  permits,
  refusalOfToken,
  type TokenRefusal,
} from '../access/index.ts'
import type { Db } from '../database/database.ts'
import { foreignOrigin } from './origin.ts'
import { ProblemError } from './problem.ts'
import type { EditParts } from './write.ts'

/** Name of the security scheme in the OpenAPI document. */
export const bearerScheme = 'bearer'

/** For the OpenAPI entry of a route that takes a token of one of these scopes. */
export const needs = (...scopes: readonly Scope[]) => scopes.map((scope) => ({ [bearerScheme]: [scope] }))

/** What a route that takes a token refuses with. */
export const tokenProblems = [
  'token-missing',
  'token-invalid',
  'token-expired',
  'scope-missing',
  'origin-not-allowed',
] as const

/**
 * Who asks, by the token in the Authorization header (RFC 6750, 2.1); never from the address, which is written into logs. Throws
 * the problem where there is none, it opens nothing, lacks the scope or every one of several, or a website uses it that is not registered.
 */
export async function callerOf(
  c: Context,
  { db, now, writeIfFree, publicUrl }: EditParts,
  scope: Scope | readonly Scope[],
): Promise<Caller> {
  const text = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  if (text === undefined) throw new ProblemError('token-missing', challenge())
  const caller = await callerOfToken(db, text, now())
  if (typeof caller === 'string') throw refused(caller)
  mustHave(caller, ...[scope].flat())
  const origin = foreignOrigin(c, publicUrl)
  if (origin !== undefined && !permits(caller.authority.origins, origin, 'editing'))
    throw new ProblemError('origin-not-allowed')
  const today = now().toISOString().slice(0, 10)
  // Once a day: each time would cost a write, and make every reader's answer anew.
  if (caller.lastUsedOn !== today) await writeIfFree((trx) => noteUse(trx, caller.tokenId, today))
  return caller
}

/** Throws unless a caller has one of these scopes. */
export function mustHave({ scopes }: Pick<Caller, 'scopes'>, ...wanted: readonly Scope[]): void {
  if (wanted.some((scope) => scopes.includes(scope))) return
  const scope = wanted.join(' ')
  throw new ProblemError('scope-missing', {
    detail: `It takes the scope ${wanted.join(' or ')}`,
    ...challenge(`error="insufficient_scope", scope="${scope}"`),
  })
}

/** Throws where the token was taken back or has run out since it was looked at. */
export async function mustStillOpen(db: Db, { tokenId }: Caller, now: Date): Promise<void> {
  const refusal = await refusalOfToken(db, tokenId, now)
  if (refusal) throw refused(refusal)
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
