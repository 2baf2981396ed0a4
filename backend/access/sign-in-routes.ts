import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import {
  Invitation,
  InvitationAnswer,
  InvitationQuestion,
  PasswordSignIn,
  type SecondFactor,
  type SignInMethod,
  SignInState,
  SignInWays,
} from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { readBody } from '../http/body.ts'
import { longestForm } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { mustComeFromHere } from '../http/same-page.ts'
import {
  beginSession,
  deviceCookie,
  giveCookie,
  networkOf,
  readCookie,
  sessionCaching,
  sessionCookie,
  type SignInParts,
  stepCookie,
  takeCookie,
  writeSession,
} from '../http/session.ts'
import { formBody, formProblems, homeOf, mustWait, readForm, whileFree } from '../http/sign-in-form.ts'
import { isGuessed } from './guessed-password.ts'
import { passwordContext } from './password-context.ts'
import { recorded } from './repository-audit.ts'
import { addClerk, clerkByEmail, clerkRow, hasAdministrator, savePassword } from './repository-clerks.ts'
import { factorsOf } from './repository-factors.ts'
import { findInvitation, type KnownInvitation, useInvitation } from './repository-invitations.ts'
import { endSessionOf, endSessions } from './repository-sessions.ts'
import { beginStep } from './repository-steps.ts'
import { makeId, makeSecret } from './secret.ts'
import { usualSignIn } from './sign-in-settings.ts'
import { type Attempt, knownDevice, uncountAttempt } from './sign-in-throttle.ts'

const waysRoute = createRoute({
  method: 'get',
  path: '/sign-in',
  summary: 'How clerks can sign in here',
  responses: responses(SignInWays, 'The ways', []),
})
const passwordRoute = createRoute({
  method: 'post',
  path: '/sign-in/password',
  summary: 'Signs a clerk in, or asks for a second proof',
  request: formBody(PasswordSignIn),
  responses: responses(SignInState, 'Signed in, or half of it', [
    ...formProblems,
    'sign-in-refused',
    'sign-in-too-often',
  ]),
})
const lookRoute = createRoute({
  method: 'post',
  path: '/sign-in/invitation/look',
  summary: 'For whom an invitation is',
  request: formBody(InvitationQuestion),
  responses: responses(Invitation, 'The invitation', [...formProblems, 'invitation-invalid']),
})
const invitationRoute = createRoute({
  method: 'post',
  path: '/sign-in/invitation',
  summary: 'Takes an invitation: sets a password and signs in',
  request: formBody(InvitationAnswer),
  responses: responses(SignInState, 'Signed in, or half of it', [
    ...formProblems,
    'invitation-invalid',
    'sign-in-refused',
    'password-too-common',
    'already-taken',
  ]),
})
const outRoute = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'Ends the session of this browser, if there is one',
  responses: accepted('Signed out', ['request-not-from-here', 'unavailable']),
})

/** How clerks come in, and out. */
export function signInRoutes(parts: SignInParts) {
  const { db, now, random, passwords, publicUrl, signIn = usualSignIn, providers = [] } = parts
  const router = createRouter()
  for (const route of [waysRoute, passwordRoute, lookRoute, invitationRoute, outRoute])
    router.openAPIRegistry.registerPath(route)
  const write = writeSession(parts)

  return router
    .get(waysRoute.path, async (c) => {
      const isFirstStart = !(await hasAdministrator(db))
      const { isLocal } = signIn
      const offered = providers.map(({ id, label }) => ({ id, label }))
      const ways = { local: isLocal, passkeys: isLocal, providers: offered, isFirstStart }
      return c.json(ways, 200, sessionCaching)
    })
    .post(passwordRoute.path, longestForm, async (c) => {
      const { login, password } = await readForm(c, parts, PasswordSignIn)
      const row = await clerkByEmail(db, login)
      const device = await knownDevice(db, readCookie(c, deviceCookie), row?.id, now())
      const attempt = { login: login.toLowerCase(), network: networkOf(c, parts), device }
      await write((trx) => mustWait(trx, attempt, now()))
      const isRight = await whileFree(
        passwords.matches(password, row?.password_hash ?? undefined, { isKnown: device !== undefined }),
        // Nothing was guessed: whoever comes again when it is calm must not have to wait for that.
        () => write((trx) => uncountAttempt(trx, attempt)),
      )
      if (!isRight || !row || row.suspended_at !== null) throw new ProblemError('sign-in-refused')
      return goOn(c, parts, { clerk: row.id, method: 'password', hash: row.password_hash, attempt })
    })
    .post(lookRoute.path, longestForm, async (c) => {
      // Also where passwords open nothing: a provider may take it.
      mustComeFromHere(c, publicUrl)
      const { token } = readBody(InvitationQuestion, await c.req.arrayBuffer())
      const found = await invitationOf(db, token, now())
      const row = found.clerk === null ? undefined : await clerkRow(db, found.clerk)
      const whose = row ? { name: row.name, email: row.email } : {}
      return c.json({ purpose: found.purpose, ...whose, expiresAt: found.endsAt }, 200, sessionCaching)
    })
    .post(invitationRoute.path, longestForm, async (c) => {
      const answer = await readForm(c, parts, InvitationAnswer)
      const found = await invitationOf(db, answer.token, now())
      const row = found.clerk === null ? undefined : await clerkRow(db, found.clerk)
      const { name, email } = row ?? newClerkOf(answer)
      const context = await passwordContext(db, found.clerk, { name, email, home: homeOf(c, parts) })
      if (await isGuessed(answer.password, context)) throw new ProblemError('password-too-common')
      const hash = await whileFree(passwords.hash(answer.password))
      const clerk = found.clerk ?? makeId(random)
      const actor = { token: null, clerk, authority: null }
      await recorded(write, actor, now().toISOString(), async (trx) => {
        // Somebody may have taken it meanwhile.
        const still = await invitationOf(trx, answer.token, now())
        if (still.clerk === null) await addFirst(trx, { id: clerk, name, email }, now())
        await savePassword(trx, clerk, hash)
        await useInvitation(trx, still)
        await endSessions(trx, clerk)
        return {
          result: undefined,
          change: { action: actionOf(still), subject: clerk, before: undefined, after: {} },
        }
      })
      return goOn(c, parts, { clerk, method: 'invitation', hash })
    })
    .post(outRoute.path, async (c) => {
      mustComeFromHere(c, publicUrl)
      const secret = readCookie(c, sessionCookie)
      if (secret !== undefined) await write((trx) => endSessionOf(trx, secret))
      takeCookie(c, sessionCookie)
      takeCookie(c, stepCookie)
      return c.body(null, 204, { ...sessionCaching, 'clear-site-data': '"cache"' })
    })
}

const actionOf = ({ purpose }: KnownInvitation) =>
  purpose === 'first-administrator' ? 'clerk.first' : 'account.invitation'

async function invitationOf(db: Db, token: string, now: Date): Promise<KnownInvitation> {
  const found = await findInvitation(db, token, now)
  if (!found) throw new ProblemError('invitation-invalid')
  return found
}

function newClerkOf({ name, email }: InvitationAnswer) {
  const missing = [...(name ? [] : ['/name']), ...(email ? [] : ['/email'])]
  if (name && email) return { name, email }
  throw new ProblemError('invalid-body', {
    errors: missing.map((pointer) => ({ pointer, detail: 'This is missing' })),
  })
}

async function addFirst(
  trx: Trx,
  clerk: { id: string; name: string; email: string },
  now: Date,
): Promise<void> {
  if (await clerkByEmail(trx, clerk.email))
    throw new ProblemError('already-taken', { detail: 'The e-mail address' })
  await addClerk(
    trx,
    { ...clerk, grants: [{ authority: null, roles: ['administrator'] }] },
    now.toISOString(),
  )
}

interface Proved {
  readonly clerk: string
  readonly method: SignInMethod
  /** Hash of the password that was proved: who has changed it meanwhile wants nobody to come in by the old one. */
  readonly hash?: string | null
  /** What was counted, to be taken back once all is proved. */
  readonly attempt?: Attempt
}

/** After a first proof: signs in, or begins the step of the second. */
export async function goOn(c: Context<Env>, parts: SignInParts, { clerk, method, hash, attempt }: Proved) {
  const { random, now } = parts
  const secret = makeSecret(random)
  const { factors, session } = await writeSession(parts)(async (trx) => {
    const row = await clerkRow(trx, clerk)
    const isChanged = hash !== undefined && row?.password_hash !== hash
    if (!row || row.suspended_at !== null || isChanged) throw new ProblemError('sign-in-refused')
    const factors = await factorsOf(trx, clerk)
    if (factors.length > 0) {
      await beginStep(trx, secret, 'second-factor', clerk, { method, attempt }, now())
      return { factors }
    }
    if (attempt) await uncountAttempt(trx, attempt)
    return { factors, session: await beginSession(c, trx, parts, { clerk, method }) }
  })
  if (!session) {
    giveCookie(c, stepCookie, secret)
    return c.json(secondOf(factors), 200, sessionCaching)
  }
  session.give()
  return c.json({ state: 'signed-in' } satisfies SignInState, 200, sessionCaching)
}

const secondOf = (factors: readonly SecondFactor[]): SignInState => ({
  state: 'second-factor',
  factors: [...factors],
})
