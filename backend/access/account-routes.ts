import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import {
  Account,
  PasskeyEnrolment,
  PasskeyInfo,
  PasskeyOptions,
  PasswordChange,
  RecoveryCodes,
  TotpCode,
  TotpEnrolment,
} from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import { readBody, readPath } from '../http/body.ts'
import { needsPerson } from '../http/caller.ts'
import { longestForm, nothingLeft } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { accepted, responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import { sessionCaching, sessionProblems, signedIn, type SignInParts, writeSession } from '../http/session.ts'
import { formBody, homeOf, mustWait, whileFree } from '../http/sign-in-form.ts'
import { shownAccount } from './account.ts'
import { isGuessed } from './guessed-password.ts'
import { madePasskey, offerPasskey, passkeyHome } from './passkeys.ts'
import { passwordContext } from './password-context.ts'
import { recorded } from './repository-audit.ts'
import { clerkRow, savePassword } from './repository-clerks.ts'
import {
  addPasskey,
  factorsOf,
  findPasskey,
  forgetRecoveryCodes,
  offerTotp,
  passkeysOf,
  recoveryCodesLeft,
  removePasskey,
  renewRecoveryCodes,
  saveTotp,
} from './repository-factors.ts'
import { endSessions, isStillOpen, type OpenSession } from './repository-sessions.ts'
import { beginStep, findStep, takeStep } from './repository-steps.ts'
import { uncountAttempt } from './sign-in-throttle.ts'
import { makeTotpSecret, totpStep, totpUri } from './totp.ts'

const security = needsPerson()
const ownProblems = [...sessionProblems, 'unavailable'] as const
const changeProblems = [...ownProblems, 'sign-in-again'] as const
const bodyProblems = ['invalid-body', 'request-too-large'] as const

const accountRoute = createRoute({
  method: 'get',
  path: '/account',
  summary: 'By what one signs in oneself',
  security,
  responses: responses(Account, 'The account', [...sessionProblems]),
})
const passwordRoute = createRoute({
  method: 'put',
  path: '/account/password',
  summary: 'Another password; all other sessions end',
  security,
  request: formBody(PasswordChange),
  responses: accepted('Changed', [
    ...ownProblems,
    ...bodyProblems,
    'password-wrong',
    'password-too-common',
    'sign-in-too-often',
  ]),
})
const offerTotpRoute = createRoute({
  method: 'post',
  path: '/account/totp',
  summary: 'A secret for an app that shows codes; it counts once a code of it was sent',
  security,
  responses: responses(TotpEnrolment, 'The secret', [...changeProblems]),
})
const saveTotpRoute = createRoute({
  method: 'put',
  path: '/account/totp',
  summary: 'Proves that the app shows the right codes; from then on they are asked for',
  security,
  request: formBody(TotpCode),
  responses: responses(RecoveryCodes, 'Recovery codes, if there were none', [
    ...changeProblems,
    ...bodyProblems,
    'second-factor-refused',
  ]),
})
const dropTotpRoute = createRoute({
  method: 'delete',
  path: '/account/totp',
  summary: 'Asks for no more codes of the app',
  security,
  responses: accepted('Taken away', [...changeProblems]),
})
const offerPasskeyRoute = createRoute({
  method: 'post',
  path: '/account/passkeys/options',
  summary: 'What a browser has to make for a new passkey',
  security,
  responses: responses(PasskeyOptions, 'Options for navigator.credentials.create()', [...changeProblems]),
})
const MadePasskey = z.object({ passkey: PasskeyInfo, ...RecoveryCodes.shape }).meta({ id: 'MadePasskey' })
const addPasskeyRoute = createRoute({
  method: 'post',
  path: '/account/passkeys',
  summary: 'Keeps a passkey that was made',
  security,
  request: formBody(PasskeyEnrolment),
  responses: responses(MadePasskey, 'The passkey; and recovery codes, if there were none', [
    ...changeProblems,
    ...bodyProblems,
    'passkey-refused',
  ]),
})
const PasskeyPath = z.object({ id: z.string().regex(/^[\w-]{1,1000}$/) })
const dropPasskeyRoute = createRoute({
  method: 'delete',
  path: '/account/passkeys/{id}',
  summary: 'Takes a passkey of one’s own away',
  security,
  request: { params: PasskeyPath },
  responses: accepted('Taken away', [...changeProblems, 'invalid-path', 'not-found']),
})
const codesRoute = createRoute({
  method: 'post',
  path: '/account/recovery-codes',
  summary: 'New recovery codes; the old ones open nothing any more',
  security,
  responses: responses(RecoveryCodes, 'The codes, shown only now', [...changeProblems, 'not-found']),
})

/** Milliseconds after signing in during which one may change by what one signs in. */
const freshFor = 15 * 60_000

/** What a clerk does with their own account. */
export function accountRoutes(parts: SignInParts) {
  const { db, now, random, passwords, publicUrl } = parts
  const router = createRouter()
  for (const route of [
    ...[accountRoute, passwordRoute, offerTotpRoute, saveTotpRoute, dropTotpRoute],
    ...[offerPasskeyRoute, addPasskeyRoute, dropPasskeyRoute, codesRoute],
  ])
    router.openAPIRegistry.registerPath(route)
  const write = writeSession(parts)

  /** Who has signed in a short while ago: whoever finds an open desk must not take the account over. */
  async function fresh(c: Context<Env>): Promise<OpenSession> {
    const session = await signedIn(c, parts)
    if (now().getTime() - Date.parse(session.createdAt) >= freshFor) throw new ProblemError('sign-in-again')
    return session
  }
  const rowOf = async (trx: Parameters<typeof clerkRow>[0], { clerk }: OpenSession) => {
    const row = await clerkRow(trx, clerk)
    if (!row) throw new ProblemError('session-expired')
    return row
  }

  /** Changes by what a clerk signs in: on record, and nobody stays signed in who did so by what was. */
  const change = <Result>(session: OpenSession, action: string, work: (trx: Trx) => Promise<Result>) =>
    recorded(
      write,
      { token: null, clerk: session.clerk, authority: null },
      now().toISOString(),
      async (trx) => {
        if (!(await isStillOpen(trx, session.id, now()))) throw new ProblemError('session-expired')
        const before = await factorsOf(trx, session.clerk)
        const result = await work(trx)
        await endSessions(trx, session.clerk, session.id)
        const after = await factorsOf(trx, session.clerk)
        if (after.length === 0) await forgetRecoveryCodes(trx, session.clerk)
        return { result, change: { action, subject: session.clerk, before, after } }
      },
    )
  /** The first second factor brings codes for the day on which it is lost. */
  const firstCodes = async (trx: Trx, clerk: string) =>
    (await recoveryCodesLeft(trx, clerk)) > 0 ? [] : [...(await renewRecoveryCodes(trx, clerk, random))]
  const enrolment = ({ id }: OpenSession) => `enrolment ${id}`

  return router
    .get(accountRoute.path, async (c) => {
      const shown = await shownAccount(db, (await signedIn(c, parts)).clerk, parts.providers ?? [])
      if (!shown) throw new ProblemError('session-expired')
      return c.json(shown, 200, sessionCaching)
    })
    .put(passwordRoute.path, longestForm, async (c) => {
      const session = await signedIn(c, parts)
      const { current, password } = readBody(PasswordChange, await c.req.arrayBuffer())
      const { name, email, password_hash: kept } = await rowOf(db, session)
      const attempt = { login: `password ${session.clerk}`, network: '', device: session.id }
      await write((trx) => mustWait(trx, attempt, now()))
      const isRight = await whileFree(passwords.matches(current, kept ?? undefined, { isKnown: true }), () =>
        write((trx) => uncountAttempt(trx, attempt)),
      )
      if (!isRight) throw new ProblemError('password-wrong')
      const context = await passwordContext(db, session.clerk, { name, email, home: homeOf(c, parts) })
      if (await isGuessed(password, context)) throw new ProblemError('password-too-common')
      const hash = await whileFree(passwords.hash(password))
      await change(session, 'account.password', async (trx) => {
        // Another request may have changed it since the old one was looked at.
        if ((await rowOf(trx, session)).password_hash !== kept) throw new ProblemError('password-wrong')
        await savePassword(trx, session.clerk, hash)
        await uncountAttempt(trx, attempt)
      })
      return nothingLeft(c)
    })
    .post(offerTotpRoute.path, async (c) => {
      const session = await fresh(c)
      const { email } = await rowOf(db, session)
      const secret = makeTotpSecret(random)
      await write((trx) => offerTotp(trx, session.clerk, secret))
      return c.json({ secret, uri: totpUri(secret, email) }, 200, sessionCaching)
    })
    .put(saveTotpRoute.path, longestForm, async (c) => {
      const session = await fresh(c)
      const { code } = readBody(TotpCode, await c.req.arrayBuffer())
      const codes = await change(session, 'account.totp.set', async (trx) => {
        const { totp_pending: secret } = await rowOf(trx, session)
        const step = secret === null ? undefined : totpStep(secret, code, now())
        if (secret === null || step === undefined) throw new ProblemError('second-factor-refused')
        await saveTotp(trx, session.clerk, secret, step)
        return firstCodes(trx, session.clerk)
      })
      return c.json({ codes }, 200, sessionCaching)
    })
    .delete(dropTotpRoute.path, async (c) => {
      const session = await fresh(c)
      await change(session, 'account.totp.drop', (trx) => saveTotp(trx, session.clerk, null))
      return nothingLeft(c)
    })
    .post(offerPasskeyRoute.path, async (c) => {
      const session = await fresh(c)
      const home = passkeyHome(publicUrl, c.req.header('origin'))
      const known = await passkeysOf(db, session.clerk)
      const options = await offerPasskey(home, await rowOf(db, session), known)
      const { challenge } = options
      await write((trx) =>
        beginStep(trx, enrolment(session), 'passkey-enrolment', session.clerk, { challenge }, now()),
      )
      return c.json(options, 200, sessionCaching)
    })
    .post(addPasskeyRoute.path, longestForm, async (c) => {
      const session = await fresh(c)
      const { name, credential } = readBody(PasskeyEnrolment, await c.req.arrayBuffer())
      const home = passkeyHome(publicUrl, c.req.header('origin'))
      const step = await findStep(db, enrolment(session), 'passkey-enrolment', now())
      // What was offered is taken once, rightly or wrongly.
      if (!step || !(await write((trx) => takeStep(trx, step)))) throw new ProblemError('passkey-refused')
      const made = await madePasskey(credential, {
        home,
        challenge: (step.data as { challenge: string }).challenge,
      })
      const isKnown = made && (await findPasskey(db, made.id))
      if (!made || isKnown) throw new ProblemError('passkey-refused')
      const createdAt = now().toISOString()
      const passkey = { ...made, clerk: session.clerk, name, createdAt, lastUsedOn: null }
      const codes = await change(session, 'account.passkey.add', async (trx) => {
        await addPasskey(trx, passkey)
        return firstCodes(trx, session.clerk)
      })
      return c.json(
        { passkey: { id: made.id, name, createdAt, lastUsedOn: null }, codes },
        200,
        sessionCaching,
      )
    })
    .delete(dropPasskeyRoute.getRoutingPath(), async (c) => {
      const session = await fresh(c)
      const { id } = readPath(PasskeyPath, c.req.param())
      await change(session, 'account.passkey.drop', async (trx) => {
        if (!(await removePasskey(trx, session.clerk, id))) throw new ProblemError('not-found')
      })
      return nothingLeft(c)
    })
    .post(codesRoute.path, async (c) => {
      const session = await fresh(c)
      const codes = await change(session, 'account.recovery-codes', async (trx) => {
        if ((await factorsOf(trx, session.clerk)).length === 0) throw new ProblemError('not-found')
        return [...(await renewRecoveryCodes(trx, session.clerk, random))]
      })
      return c.json({ codes }, 200, sessionCaching)
    })
}
