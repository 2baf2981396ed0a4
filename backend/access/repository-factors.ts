import type { SecondFactor } from '@amtsweg/contract'
import type { Db, Trx } from '../database/database.ts'
import { listOf } from './authority.ts'
import { makeRecoveryCodes, plainRecoveryCode } from './recovery-code.ts'
import { clerkRow } from './repository-clerks.ts'
import { hashOf } from './secret.ts'
import type { ClerkPasskeyRow } from './tables.ts'
import type { RandomBytes } from './token.ts'

/** How a clerk can prove a second time who they are; none where they have set nothing up. Recovery codes stand in for the others. */
export async function factorsOf(db: Db, clerk: string): Promise<readonly SecondFactor[]> {
  const row = await clerkRow(db, clerk)
  const factors: SecondFactor[] = [
    ...((await passkeysOf(db, clerk)).length > 0 ? (['passkey'] as const) : []),
    ...(row && row.totp_secret !== null ? (['totp'] as const) : []),
  ]
  if (factors.length === 0) return []
  return (await recoveryCodesLeft(db, clerk)) > 0 ? [...factors, 'recovery-code'] : factors
}

/** A key that proves who somebody is: on a device or a stick of theirs. */
export interface Passkey {
  readonly id: string
  readonly clerk: string
  readonly name: string
  readonly publicKey: Uint8Array<ArrayBuffer>
  readonly counter: number
  readonly transports: readonly string[]
  readonly createdAt: string
  readonly lastUsedOn: string | null
}

const toPasskey = (row: ClerkPasskeyRow): Passkey => ({
  id: row.id,
  clerk: row.clerk_id,
  name: row.name,
  publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
  counter: row.counter,
  transports: listOf(row.transports),
  createdAt: row.created_at,
  lastUsedOn: row.last_used_on,
})

/** A clerk's passkeys, the oldest first. */
export async function passkeysOf(db: Db, clerk: string): Promise<readonly Passkey[]> {
  const rows = await db
    .selectFrom('clerk_passkey')
    .selectAll()
    .where('clerk_id', '=', clerk)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toPasskey)
}

export async function findPasskey(db: Db, id: string): Promise<Passkey | undefined> {
  const row = await db.selectFrom('clerk_passkey').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPasskey(row)
}

export const addPasskey = (trx: Trx, passkey: Passkey) =>
  trx
    .insertInto('clerk_passkey')
    .values({
      id: passkey.id,
      clerk_id: passkey.clerk,
      name: passkey.name,
      public_key: Buffer.from(passkey.publicKey).toString('base64url'),
      counter: passkey.counter,
      transports: passkey.transports.join(' '),
      created_at: passkey.createdAt,
    })
    .execute()

export const notePasskey = (trx: Trx, id: string, counter: number, day: string) =>
  trx.updateTable('clerk_passkey').set({ counter, last_used_on: day }).where('id', '=', id).execute()

/** False where the clerk has none of this id. */
export async function removePasskey(trx: Trx, clerk: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('clerk_passkey')
    .where('clerk_id', '=', clerk)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Begins to set an app up: its codes count once one of them was typed. */
export const offerTotp = (trx: Trx, clerk: string, secret: string) =>
  trx.updateTable('clerk').set({ totp_pending: secret }).where('id', '=', clerk).execute()

export const saveTotp = (trx: Trx, clerk: string, secret: string | null, step = 0) =>
  trx
    .updateTable('clerk')
    .set({ totp_secret: secret, totp_pending: null, totp_step: step })
    .where('id', '=', clerk)
    .execute()

/** Uses the code of a half minute up; false where it or a later one was used already. */
export async function takeTotpStep(trx: Trx, clerk: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('clerk')
    .set({ totp_step: step })
    .where('id', '=', clerk)
    .where('totp_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function recoveryCodesLeft(db: Db, clerk: string): Promise<number> {
  const rows = await db
    .selectFrom('clerk_recovery_code')
    .select('hash')
    .where('clerk_id', '=', clerk)
    .execute()
  return rows.length
}

/** New recovery codes in the place of the old ones; kept are their hashes. */
export async function renewRecoveryCodes(
  trx: Trx,
  clerk: string,
  random: RandomBytes,
): Promise<readonly string[]> {
  await forgetRecoveryCodes(trx, clerk)
  const codes = makeRecoveryCodes(random)
  await trx
    .insertInto('clerk_recovery_code')
    .values(codes.map((code) => ({ clerk_id: clerk, hash: hashOf(plainRecoveryCode(code)) })))
    .execute()
  return codes
}

export const forgetRecoveryCodes = (trx: Trx, clerk: string) =>
  trx.deleteFrom('clerk_recovery_code').where('clerk_id', '=', clerk).execute()

/** Uses a recovery code up; false where it is none of the clerk's any more. */
export async function takeRecoveryCode(trx: Trx, clerk: string, typed: string): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('clerk_recovery_code')
    .where('clerk_id', '=', clerk)
    .where('hash', '=', hashOf(plainRecoveryCode(typed)))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes all second factors of a clerk away, who has lost them. */
export async function forgetFactors(trx: Trx, clerk: string): Promise<void> {
  await saveTotp(trx, clerk, null)
  await trx.deleteFrom('clerk_passkey').where('clerk_id', '=', clerk).execute()
  await forgetRecoveryCodes(trx, clerk)
}
