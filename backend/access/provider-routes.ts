import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { Identifier, InvitationByProvider, type ProblemCode, WayOn } from '@amtsweg/contract'
import { readBody, readPath } from '../http/body.ts'
import { longestForm } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { mustComeFromHere } from '../http/same-page.ts'
import {
  beginSession,
  giveCookie,
  readCookie,
  sessionCaching,
  type SignInParts,
  stepCookie,
  takeCookie,
  writeSession,
} from '../http/session.ts'
import { formBody } from '../http/sign-in-form.ts'
import { deskPath } from './desk-path.ts'
import {
  type IdentityProvider,
  type KeptAtHome,
  type ProvenAccount,
  ProviderError,
  reasonsOf,
} from './identity-provider.ts'
import { enterByProvider, type Entry, type EntryRefusal } from './provider-entry.ts'
import { recorded } from './repository-audit.ts'
import { findInvitation } from './repository-invitations.ts'
import { beginStep, findStep, takeStep } from './repository-steps.ts'
import { hashOf, makeSecret } from './secret.ts'

const Path = z.object({ provider: Identifier })
const elsewhere = (description: string, codes: readonly ProblemCode[]) => {
  const { 200: _, ...failures } = responses(z.null(), description, codes)
  return { 303: { description }, ...failures }
}

const startRoute = createRoute({
  method: 'get',
  path: '/sign-in/oidc/{provider}',
  summary: 'Leads a browser to an identity provider',
  request: {
    params: Path,
    query: z.object({ return: z.string().optional().meta({ description: 'A path that begins with /desk' }) }),
  },
  responses: elsewhere(
    'To the provider; to /desk/sign-in from a website of others, and where it does not answer',
    ['invalid-path', 'way-closed', 'unavailable'],
  ),
})
const callbackRoute = createRoute({
  method: 'get',
  path: '/sign-in/oidc/{provider}/callback',
  summary: 'Where an identity provider sends a browser back to',
  request: { params: Path },
  responses: elsewhere('Signed in, to the desk; else to /desk/sign-in?problem=…', [
    'invalid-path',
    'way-closed',
    'unavailable',
  ]),
})
const invitationRoute = createRoute({
  method: 'post',
  path: '/sign-in/invitation/provider',
  summary: 'Takes an invitation by an identity provider: where to go on',
  request: formBody(InvitationByProvider),
  responses: responses(WayOn, 'Where to go on', [
    'request-not-from-here',
    'way-closed',
    'invalid-body',
    'request-too-large',
    'invitation-invalid',
    'provider-unreachable',
    'unavailable',
  ]),
})

/** What is kept of a way through a provider, until it comes back. */
interface Kept extends KeptAtHome {
  readonly provider: string
  readonly return: string
  /** Hash of the invitation that is being taken. */
  readonly invitation?: string
}

/** Seconds for which the browser is bound to the way it began. */
const wayLife = 600

/** Signing in by an identity provider (OpenID Connect). */
export function providerRoutes(parts: SignInParts) {
  const { db, now, random, publicUrl, providers = [], onProviderFailure } = parts
  const router = createRouter()
  for (const route of [startRoute, callbackRoute, invitationRoute]) router.openAPIRegistry.registerPath(route)
  const write = writeSession(parts)

  const named = (id: string): IdentityProvider => {
    const found = providers.find((one) => one.id === id)
    if (!found) throw new ProblemError('way-closed')
    return found
  }

  async function leave(
    c: Context<Env>,
    provider: IdentityProvider,
    kept: Pick<Kept, 'return' | 'invitation'>,
  ): Promise<string> {
    const origin = publicUrl ?? new URL(c.req.url).origin
    const { location, ...begun } = await provider.begin(
      `${origin}/api/v1/sign-in/oidc/${encodeURIComponent(provider.id)}/callback`,
    )
    const secret = makeSecret(random)
    const data: Kept = { ...begun, ...kept, provider: provider.id }
    await write((trx) => beginStep(trx, secret, 'provider', null, data, now()))
    // Lax: it has to come along when the provider, another site, sends the browser back.
    giveCookie(c, stepCookie, secret, { seconds: wayLife, isLax: true })
    return location
  }

  async function comeBack(c: Context<Env>, provider: IdentityProvider): Promise<string | ProblemCode> {
    const secret = readCookie(c, stepCookie)
    const step = secret === undefined ? undefined : await findStep(db, secret, 'provider', now())
    const returned = new URL(c.req.url).searchParams
    const kept = step?.data as Kept | undefined
    // An answer to a way that another browser, or nobody, has begun uses nothing up.
    if (!step || !kept || kept.provider !== provider.id || returned.get('state') !== kept.state)
      return 'sign-in-not-begun'
    if (!(await write((trx) => takeStep(trx, step)))) return 'sign-in-not-begun'
    takeCookie(c, stepCookie)
    const account = await proven(provider, returned, kept, onProviderFailure)
    if (typeof account === 'string') return account
    const entry = await enter(account, provider, kept)
    if (typeof entry === 'string') return entry
    const session = await write((trx) =>
      beginSession(c, trx, parts, { clerk: entry.clerk, method: 'provider', isFromElsewhere: true }),
    )
    session.give()
    return kept.return
  }

  async function enter(
    account: ProvenAccount,
    provider: IdentityProvider,
    { invitation }: Kept,
  ): Promise<Entry | EntryRefusal> {
    const coming = { account, provider, invitation, now: now(), random }
    // Whose doing it is turns out only then.
    const actor = { token: null, clerk: '', authority: null }
    try {
      return await recorded(write, actor, now().toISOString(), async (trx) => {
        const result = await enterByProvider(trx, coming)
        if (typeof result === 'string') throw new Refused(result)
        const { clerk, linked } = result
        actor.clerk = clerk
        return linked === undefined
          ? { result }
          : { result, change: { action: linked, subject: clerk, before: undefined, after: {} } }
      })
    } catch (error) {
      if (error instanceof Refused) return error.code
      throw error
    }
  }

  const to = (c: Context<Env>, path: string) => {
    c.header('cache-control', sessionCaching['cache-control'])
    // The code and the state are nobody's business on the next page.
    c.header('referrer-policy', 'no-referrer')
    return c.redirect(path, 303)
  }
  const toSignIn = (c: Context<Env>, problem: ProblemCode, back: string) =>
    to(c, `/desk/sign-in?${new URLSearchParams({ problem, return: back }).toString()}`)

  return router
    .get(startRoute.getRoutingPath(), async (c) => {
      const provider = named(readPath(Path, c.req.param()).provider)
      const back = deskPath(c.req.query('return'))
      // A website of others must not begin somebody's session: the desk shows the way, and the person takes it (ASVS 7.6.2).
      if (c.req.header('sec-fetch-site') === 'cross-site')
        return to(c, `/desk/sign-in?${new URLSearchParams({ return: back }).toString()}`)
      try {
        return to(c, await leave(c, provider, { return: back }))
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error
        onProviderFailure?.({ provider: provider.id, kind: error.kind, reasons: reasonsOf(error) })
        return toSignIn(c, 'provider-unreachable', back)
      }
    })
    .get(callbackRoute.getRoutingPath(), async (c) => {
      const end = await comeBack(c, named(readPath(Path, c.req.param()).provider))
      return end.startsWith('/') ? to(c, end) : toSignIn(c, end as ProblemCode, '/desk/')
    })
    .post(invitationRoute.path, longestForm, async (c) => {
      mustComeFromHere(c, publicUrl)
      const { token, provider: id } = readBody(InvitationByProvider, await c.req.arrayBuffer())
      const provider = named(id)
      if (!(await findInvitation(db, token, now()))) throw new ProblemError('invitation-invalid')
      try {
        const location = await leave(c, provider, { return: '/desk/', invitation: hashOf(token) })
        return c.json({ location } satisfies WayOn, 200, sessionCaching)
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error
        throw new ProblemError('provider-unreachable', {}, { cause: error })
      }
    })
}

/** Ends the transaction: what was linked halfway must not stay. */
class Refused extends Error {
  override name = 'Refused'
  readonly code: EntryRefusal

  constructor(code: EntryRefusal) {
    super(code)
    this.code = code
  }
}

async function proven(
  provider: IdentityProvider,
  returned: URLSearchParams,
  kept: Kept,
  onFailure: SignInParts['onProviderFailure'],
): Promise<ProvenAccount | ProblemCode> {
  try {
    return await provider.prove(returned, kept)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    onFailure?.({ provider: provider.id, kind: error.kind, reasons: reasonsOf(error) })
    return error.kind === 'unreachable' ? 'provider-unreachable' : 'provider-refused'
  }
}
