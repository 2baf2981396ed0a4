import type { Db, Trx } from '../database/database.ts'
import { hashOf } from './secret.ts'

/** What was begun: proving a second time who one is, a passkey alone, setting a passkey up, or a provider. */
export type StepKind = 'second-factor' | 'passkey' | 'passkey-enrolment' | 'provider'

export interface SignInStep {
  readonly hash: string
  readonly clerk: string | null
  readonly data: unknown
  readonly attempts: number
}

/** Minutes until a step that was begun is forgotten. */
const stepMinutes = 10
/** A step is over after so many codes that were wrong. */
const mostAttempts = 5

export async function beginStep(
  trx: Trx,
  secret: string,
  kind: StepKind,
  clerk: string | null,
  data: object,
  now: Date,
): Promise<void> {
  const ends_at = new Date(now.getTime() + stepMinutes * 60_000).toISOString()
  await trx.deleteFrom('sign_in_step').where('ends_at', '<=', now.toISOString()).execute()
  await trx
    .insertInto('sign_in_step')
    .values({
      hash: hashOf(secret),
      kind,
      clerk_id: clerk,
      data: JSON.stringify(data),
      ends_at,
    })
    .onConflict((conflict) =>
      conflict.column('hash').doUpdateSet({ data: JSON.stringify(data), attempts: 0, ends_at }),
    )
    .execute()
}

/** A step that was begun, at a moment. */
export async function findStep(
  db: Db,
  secret: string,
  kind: StepKind,
  now: Date,
): Promise<SignInStep | undefined> {
  const row = await db
    .selectFrom('sign_in_step')
    .selectAll()
    .where('hash', '=', hashOf(secret))
    .where('kind', '=', kind)
    .where('ends_at', '>', now.toISOString())
    .where('attempts', '<', mostAttempts)
    .executeTakeFirst()
  return row && { hash: row.hash, clerk: row.clerk_id, data: JSON.parse(row.data), attempts: row.attempts }
}

/** Notes what has come of a step so far. */
export const saveStep = (trx: Trx, { hash }: SignInStep, data: object) =>
  trx
    .updateTable('sign_in_step')
    .set({ data: JSON.stringify(data) })
    .where('hash', '=', hash)
    .execute()

/** Counts a wrong answer to a step. */
export const missStep = (trx: Trx, { hash }: SignInStep) =>
  trx
    .updateTable('sign_in_step')
    .set((column) => ({ attempts: column('attempts', '+', 1) }))
    .where('hash', '=', hash)
    .execute()

/** Uses a step up; false where somebody was faster: what was proved with it is proved once. */
export async function takeStep(trx: Trx, { hash }: SignInStep): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('sign_in_step').where('hash', '=', hash).executeTakeFirst()
  return numDeletedRows > 0n
}
