import type { SecondFactor } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { clerkRow } from './repository-clerks.ts'

/** How a clerk can prove a second time who they are; none where they have set nothing up. Recovery codes stand in for the others. */
export async function factorsOf(db: Db, clerk: string): Promise<readonly SecondFactor[]> {
  const row = await clerkRow(db, clerk)
  const passkeys = await db
    .selectFrom('clerk_passkey')
    .select('id')
    .where('clerk_id', '=', clerk)
    .limit(1)
    .execute()
  const factors: SecondFactor[] = [
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(row && row.totp_secret !== null ? (['totp'] as const) : []),
  ]
  if (factors.length === 0) return []
  const codes = await db
    .selectFrom('clerk_recovery_code')
    .select('hash')
    .where('clerk_id', '=', clerk)
    .limit(1)
    .execute()
  return codes.length > 0 ? [...factors, 'recovery-code'] : factors
}
