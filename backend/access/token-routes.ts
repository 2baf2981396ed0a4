import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { AccessToken, Identifier, MadeToken, TokenBody, tokenScopes } from '@amtsweg/contract'
import { readBody, readPath } from '../http/body.ts'
import { actorOf, clerkOf, mustStillOpen, needsPerson, personProblems } from '../http/caller.ts'
import { longestForm, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter } from '../http/router.ts'
import { sessionCaching, type SignInParts, writeSession } from '../http/session.ts'
import { formBody } from '../http/sign-in-form.ts'
import { recorded } from './repository-audit.ts'
import { clerkRow } from './repository-clerks.ts'
import { addToken, listTokens, revokeToken, type TokenFacts } from './repository-tokens.ts'
import { makeToken } from './token.ts'

const security = needsPerson('tokens:write')
const listRoute = createRoute({
  method: 'get',
  path: '/tokens',
  summary: 'The tokens of one’s authority, in the order in which they were made',
  security,
  responses: responses(
    z.object({ items: z.array(AccessToken), next: z.null() }).meta({ id: 'TokenList' }),
    'The tokens',
    [...personProblems],
  ),
})
const makeRoute = createRoute({
  method: 'post',
  path: '/tokens',
  summary: 'Makes a token for a program; it is shown only now',
  security,
  request: formBody(TokenBody),
  responses: responses(MadeToken, 'The token', [...personProblems, 'invalid-body', 'request-too-large']),
})
const Path = z.object({ id: Identifier })
const revokeRoute = createRoute({
  method: 'delete',
  path: '/tokens/{id}',
  summary: 'Takes a token back for good',
  security,
  request: { params: Path },
  responses: accepted('It opens nothing any more', [...personProblems, 'invalid-path', 'not-found']),
})

const shown = (
  { scopes, revokedAt, lastUsedOn, madeBy: _, ...rest }: TokenFacts,
  madeBy: AccessToken['madeBy'],
): AccessToken => ({
  ...rest,
  madeBy,
  scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
  revokedAt: revokedAt ?? null,
  lastUsedOn: lastUsedOn ?? null,
})

/** How administrators give programs a key, and take it back. */
export function tokenRoutes(parts: SignInParts) {
  const { db, now, random } = parts
  const router = createRouter()
  for (const route of [listRoute, makeRoute, revokeRoute]) router.openAPIRegistry.registerPath(route)
  const write = writeSession(parts)
  /** Who has made a token, by name as long as they are known here. */
  const makerOf = async (id: string | null) =>
    id === null ? null : { id, name: (await clerkRow(db, id))?.name ?? null }
  return router
    .get(listRoute.path, async (c) => {
      const { authority } = await clerkOf(c, parts, 'tokens:write')
      const tokens = await listTokens(db, authority.id)
      const items = await Promise.all(tokens.map(async (one) => shown(one, await makerOf(one.madeBy))))
      return c.json({ items, next: null }, 200, sessionCaching)
    })
    .post(makeRoute.path, longestForm, async (c) => {
      const caller = await clerkOf(c, parts, 'tokens:write')
      const { name, scopes, days } = readBody(TokenBody, await c.req.arrayBuffer())
      const token = makeToken(random)
      const at = now()
      const createdAt = at.toISOString()
      const expiresAt = new Date(at.getTime() + days * 86_400_000).toISOString()
      const facts = {
        authority: caller.authority.id,
        name,
        scopes: [...new Set(scopes)],
        madeBy: caller.clerkId,
        createdAt,
        expiresAt,
      }
      await recorded(write, actorOf(caller), createdAt, async (trx) => {
        await mustStillOpen(trx, caller, at)
        await addToken(trx, token, facts)
        const change = { action: 'token.create', subject: token.id, before: undefined, after: facts }
        return { result: undefined, change }
      })
      const kept = { id: token.id, ...facts, revokedAt: undefined, lastUsedOn: undefined }
      const made = shown(kept, await makerOf(caller.clerkId))
      return c.json({ token: made, secret: token.text }, 200, sessionCaching)
    })
    .delete(revokeRoute.getRoutingPath(), async (c) => {
      const caller = await clerkOf(c, parts, 'tokens:write')
      const { id } = readPath(Path, c.req.param())
      const at = now()
      await recorded(write, actorOf(caller), at.toISOString(), async (trx) => {
        await mustStillOpen(trx, caller, at)
        const isOwn = (await listTokens(trx, caller.authority.id)).some((one) => one.id === id)
        if (!isOwn || (await revokeToken(trx, id, at.toISOString())) === undefined)
          throw new ProblemError('not-found')
        const change = { action: 'token.revoke', subject: id, before: 'valid', after: undefined }
        return { result: undefined, change }
      })
      return nothingLeft(c)
    })
}
