import type { Account } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { clerkRow } from './repository-clerks.ts'
import { passkeysOf, recoveryCodesLeft } from './repository-factors.ts'
import { issuersOf } from './repository-subjects.ts'

/** By what a clerk signs in, as they get it; undefined where they have gone meanwhile. */
export async function shownAccount(
  db: Db,
  id: string,
  providers: readonly IdentityProvider[],
): Promise<Account | undefined> {
  const row = await clerkRow(db, id)
  if (!row) return undefined
  const issuers = await issuersOf(db, id)
  const passkeys = await passkeysOf(db, id)
  return {
    clerk: { id, name: row.name, email: row.email },
    hasPassword: row.password_hash !== null,
    hasTotp: row.totp_secret !== null,
    passkeys: passkeys.map(({ id: key, name, createdAt, lastUsedOn }) => ({
      id: key,
      name,
      createdAt,
      lastUsedOn,
    })),
    recoveryCodesLeft: await recoveryCodesLeft(db, id),
    providers: providers
      .filter(({ issuer }) => issuers.includes(issuer))
      .map(({ id: provider, label }) => ({ id: provider, label })),
  }
}
