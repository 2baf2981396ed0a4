import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { PasskeyOptions, PasskeySignIn, RecoveryCode, SignInState, TotpCode } from '@amtsweg/contract'
import type { Trx } from '../database/database.ts'
import { longestForm } from '../http/edit.ts'
import { ProblemError } from '../http/problem.ts'
import { responses } from '../http/responses.ts'
import { createRouter, type Env } from '../http/router.ts'
import {
  beginSession,
  deviceCookie,
  giveCookie,
  networkOf,
  readCookie,
  sessionCaching,
  type SignInParts,
  stepCookie,
  writeSession,
} from '../http/session.ts'
import { formBody, formProblems, mustBeLocal, mustWait, readForm } from '../http/sign-in-form.ts'
import { askForPasskey, passkeyHome, provenPasskey } from './passkeys.ts'
import { clerkRow } from './repository-clerks.ts'
import {
  findPasskey,
  notePasskey,
  type Passkey,
  passkeysOf,
  takeRecoveryCode,
  takeTotpStep,
} from './repository-factors.ts'
import { beginStep, findStep, missStep, saveStep, type SignInStep, takeStep } from './repository-steps.ts'
import { makeSecret } from './secret.ts'
import { type Attempt, knownDevice, uncountAttempt } from './sign-in-throttle.ts'
import { totpStep } from './totp.ts'

const stepProblems = [
  ...formProblems,
  'sign-in-not-begun',
  'second-factor-refused',
  'sign-in-too-often',
] as const

const signedInBy = responses(SignInState, 'Signed in', [...stepProblems])
const totpRoute = createRoute({
  method: 'post',
  path: '/sign-in/totp',
  summary: 'The second proof, by a code of an app',
  request: formBody(TotpCode),
  responses: signedInBy,
})
const recoveryRoute = createRoute({
  method: 'post',
  path: '/sign-in/recovery-code',
  summary: 'The second proof, by a code on paper that opens once',
  request: formBody(RecoveryCode),
  responses: signedInBy,
})
const optionsRoute = createRoute({
  method: 'post',
  path: '/sign-in/passkey/options',
  summary: 'What a passkey has to sign: as a second proof where a sign-in is begun, else as the only one',
  responses: responses(PasskeyOptions, 'Options for navigator.credentials.get()', [
    'request-not-from-here',
    'way-closed',
    'unavailable',
  ]),
})
const passkeyRoute = createRoute({
  method: 'post',
  path: '/sign-in/passkey',
  summary: 'Signs in by a passkey, or proves it a second time',
  request: formBody(PasskeySignIn),
  responses: signedInBy,
})

/** What was noted when a sign-in was begun. */
interface Begun {
  readonly method: 'password' | 'invitation'
  readonly attempt?: Attempt
  readonly challenge?: string
}

/** The last step of signing in. */
export function secondStepRoutes(parts: SignInParts) {
  const { db, now, random, publicUrl } = parts
  const router = createRouter()
  for (const route of [totpRoute, recoveryRoute, optionsRoute, passkeyRoute])
    router.openAPIRegistry.registerPath(route)
  const write = writeSession(parts)
  const today = () => now().toISOString().slice(0, 10)

  const begun = async (c: Context<Env>, kind: 'second-factor' | 'passkey') => {
    const secret = readCookie(c, stepCookie)
    return secret === undefined ? undefined : findStep(db, secret, kind, now())
  }

  /** The step of the second proof, whose clerk is known; throws where none was begun. */
  async function second(c: Context<Env>): Promise<SignInStep & { readonly clerk: string }> {
    const step = await begun(c, 'second-factor')
    if (!step || step.clerk === null) throw new ProblemError('sign-in-not-begun')
    return { ...step, clerk: step.clerk }
  }

  const attemptOf = async (c: Context<Env>, clerk: string): Promise<Attempt> => ({
    login: `second ${clerk}`,
    network: networkOf(c, parts),
    device: await knownDevice(db, readCookie(c, deviceCookie), clerk, now()),
  })

  /** Signs in if `prove` holds, in the transaction in which the step is used up; else counts what was tried. */
  async function prove(
    c: Context<Env>,
    step: SignInStep & { readonly clerk: string },
    { method, isProved }: { readonly method: Begun['method'] | 'passkey'; readonly isProved: Proof },
  ) {
    const attempt = await attemptOf(c, step.clerk)
    const { attempt: first } = step.data as Begun
    const session = await write(async (trx) => {
      await mustWait(trx, attempt, now())
      const row = await clerkRow(trx, step.clerk)
      if (!row || row.suspended_at !== null || !(await isProved(trx))) return void (await missStep(trx, step))
      if (!(await takeStep(trx, step))) throw new ProblemError('sign-in-not-begun')
      for (const counted of first ? [attempt, first] : [attempt]) await uncountAttempt(trx, counted)
      return beginSession(c, trx, parts, { clerk: step.clerk, method })
    })
    if (!session) throw new ProblemError('second-factor-refused')
    session.give()
    return c.json({ state: 'signed-in' } satisfies SignInState, 200, sessionCaching)
  }

  return router
    .post(totpRoute.path, longestForm, async (c) => {
      const { code } = await readForm(c, parts, TotpCode)
      const step = await second(c)
      const { method } = step.data as Begun
      return prove(c, step, {
        method,
        async isProved(trx) {
          const row = await clerkRow(trx, step.clerk)
          const number = row?.totp_secret ? totpStep(row.totp_secret, code, now()) : undefined
          return number !== undefined && (await takeTotpStep(trx, step.clerk, number))
        },
      })
    })
    .post(recoveryRoute.path, longestForm, async (c) => {
      const { code } = await readForm(c, parts, RecoveryCode)
      const step = await second(c)
      const { method } = step.data as Begun
      return prove(c, step, { method, isProved: (trx) => takeRecoveryCode(trx, step.clerk, code) })
    })
    .post(optionsRoute.path, longestForm, async (c) => {
      mustBeLocal(c, parts)
      const home = passkeyHome(publicUrl, c.req.header('origin'))
      const step = await begun(c, 'second-factor')
      const known = step?.clerk ? await passkeysOf(db, step.clerk) : []
      const options = await askForPasskey(home, known)
      const { challenge } = options
      if (step) await write((trx) => saveStep(trx, step, { ...(step.data as Begun), challenge }))
      else {
        const secret = makeSecret(random)
        await write((trx) => beginStep(trx, secret, 'passkey', null, { challenge }, now()))
        giveCookie(c, stepCookie, secret)
      }
      return c.json(options, 200, sessionCaching)
    })
    .post(passkeyRoute.path, longestForm, async (c) => {
      const { credential } = await readForm(c, parts, PasskeySignIn)
      const home = passkeyHome(publicUrl, c.req.header('origin'))
      const step = (await begun(c, 'second-factor')) ?? (await begun(c, 'passkey'))
      const { challenge } = (step?.data ?? {}) as Partial<Begun>
      if (!step || challenge === undefined) throw new ProblemError('sign-in-not-begun')
      const isAlone = step.clerk === null
      // What was asked is answered once, rightly or wrongly.
      if (isAlone && !(await write((trx) => takeStep(trx, step)))) throw new ProblemError('sign-in-not-begun')
      if (!isAlone)
        await write((trx) => saveStep(trx, step, { ...(step.data as Begun), challenge: undefined }))
      const passkey = await findPasskey(db, credential.id)
      if (!passkey || (!isAlone && passkey.clerk !== step.clerk))
        throw new ProblemError('second-factor-refused')
      const counter = await provenPasskey(credential, { home, challenge }, passkey, isAlone)
      if (counter === undefined) throw new ProblemError('second-factor-refused')
      const note = (trx: Trx) => notePasskey(trx, passkey.id, counter, today())
      return isAlone
        ? alone(c, passkey, note)
        : prove(
            c,
            { ...step, clerk: passkey.clerk },
            {
              method: 'passkey',
              isProved: async (trx) => (await note(trx), true),
            },
          )
    })

  async function alone(c: Context<Env>, { clerk }: Passkey, note: (trx: Trx) => Promise<unknown>) {
    const session = await write(async (trx) => {
      const row = await clerkRow(trx, clerk)
      if (!row || row.suspended_at !== null) throw new ProblemError('second-factor-refused')
      await note(trx)
      return beginSession(c, trx, parts, { clerk, method: 'passkey' })
    })
    session.give()
    return c.json({ state: 'signed-in' } satisfies SignInState, 200, sessionCaching)
  }
}

type Proof = (trx: Trx) => Promise<boolean>
