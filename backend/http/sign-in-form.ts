import type { Context } from 'hono'
import type { z } from 'zod'
import { type Attempt, countAttempt, PasswordsBusy, secondsToWait, usualSignIn } from '../access/index.ts'
import type { Trx } from '../database/database.ts'
import { readBody } from './body.ts'
import { ProblemError } from './problem.ts'
import { mustComeFromHere } from './same-page.ts'
import type { SignInParts } from './session.ts'

/** For the OpenAPI entry of a route that takes a form. */
export const formBody = <Schema>(schema: Schema) => ({
  body: { content: { 'application/json': { schema } } },
})

/** What a form of signing in is refused with before it is understood. */
export const formProblems = [
  'request-not-from-here',
  'way-closed',
  'invalid-body',
  'request-too-large',
  'unavailable',
] as const

/** Throws unless a page of ours asks, and passwords and passkeys open anything here. */
export function mustBeLocal(c: Context, { publicUrl, signIn = usualSignIn }: SignInParts): void {
  mustComeFromHere(c, publicUrl)
  if (!signIn.isLocal) throw new ProblemError('way-closed')
}

/** Reads a form that a page of ours has sent. */
export async function readForm<Schema extends z.ZodType>(
  c: Context,
  parts: SignInParts,
  schema: Schema,
): Promise<z.infer<Schema>> {
  mustBeLocal(c, parts)
  return readBody(schema, await c.req.arrayBuffer())
}

/** Host name of this server as the page that asks knows it. */
export const homeOf = (c: Context, { publicUrl }: Pick<SignInParts, 'publicUrl'>): string =>
  new URL(publicUrl ?? c.req.header('origin') ?? c.req.url).hostname

/** Throws where it is not yet time for another attempt; else counts this one. */
export async function mustWait(trx: Trx, attempt: Attempt, now: Date): Promise<void> {
  const seconds = await secondsToWait(trx, attempt, now)
  if (seconds > 0)
    throw new ProblemError('sign-in-too-often', { headers: { 'retry-after': String(seconds) } })
  await countAttempt(trx, attempt, now)
}

/** Throws what a client can act on where too many passwords are being looked at; told of that, as then none was. */
export async function whileFree<Value>(
  work: Promise<Value>,
  onBusy: () => Promise<unknown> = async () => {},
): Promise<Value> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof PasswordsBusy)) throw error
    await onBusy()
    throw new ProblemError('unavailable', { headers: { 'retry-after': '2' } }, { cause: error })
  }
}
