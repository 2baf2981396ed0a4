import type { Scope } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import { scopesIn } from './clerk.ts'
import { clerkRow, grantsOf } from './repository-clerks.ts'
import { isStillGood } from './repository-tokens.ts'

/** Whether who once did something may still do it in an authority, though neither has to be there: a clerk, or a token. */
export async function stillMay(
  db: Db,
  { clerk, token }: { readonly clerk: string | null; readonly token: string | null },
  what: { readonly authority: string; readonly scope: Scope; readonly now: Date },
): Promise<boolean> {
  if (clerk === null) return token !== null && isStillGood(db, token, what)
  const row = await clerkRow(db, clerk)
  if (!row || row.suspended_at !== null) return false
  return scopesIn(await grantsOf(db, clerk), what.authority).includes(what.scope)
}
