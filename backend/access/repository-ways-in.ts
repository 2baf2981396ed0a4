import type { Trx } from '../database/database.ts'
import { savePassword } from './repository-clerks.ts'
import { forgetFactors } from './repository-factors.ts'
import { endSessions } from './repository-sessions.ts'

/**
 * Takes away whatever a clerk signs in by, and their sessions: password, second factors, passkeys, accounts at providers. No browser is
 * known any more either: one may have been stolen.
 */
export async function forgetWaysIn(trx: Trx, clerk: string): Promise<void> {
  await forgetFactors(trx, clerk)
  await savePassword(trx, clerk, null)
  await trx.deleteFrom('clerk_subject').where('clerk_id', '=', clerk).execute()
  await trx.deleteFrom('clerk_device').where('clerk_id', '=', clerk).execute()
  await endSessions(trx, clerk)
}

/** Lets a clerk in no longer from a moment on, which ends their sessions; or with null again. */
export async function saveSuspension(trx: Trx, clerk: string, at: string | null): Promise<void> {
  await trx.updateTable('clerk').set({ suspended_at: at }).where('id', '=', clerk).execute()
  if (at !== null) await endSessions(trx, clerk)
}
