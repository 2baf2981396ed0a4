import type { Db, Trx } from '../database/database.ts'
import { clerkRow, hasAdministrator } from './repository-clerks.ts'
import { hashOf, makeSecret } from './secret.ts'
import type { ClerkInvitationRow } from './tables.ts'
import type { RandomBytes } from './token.ts'

export const invitationPurposes = ['first-administrator', 'invitation', 'recovery'] as const
export type InvitationPurpose = (typeof invitationPurposes)[number]

/** A way in that works once. */
export interface KnownInvitation {
  readonly clerk: string | null
  readonly purpose: InvitationPurpose
  readonly endsAt: string
}

/** Hours for which the link of a first start works, and those that administrators hand over: a colleague may be ill. */
const hoursOf = { 'first-administrator': 24, invitation: 7 * 24, recovery: 24 } as const

interface Made {
  /** Stands in the link, and nowhere else. */
  readonly token: string
  readonly endsAt: string
}

/** Makes a way in for a clerk, or for the first administrator (`null`); an older one of the same clerk opens nothing any more. */
export async function addInvitation(
  trx: Trx,
  clerk: string | null,
  purpose: InvitationPurpose,
  { random, now }: { readonly random: RandomBytes; readonly now: Date },
): Promise<Made> {
  const token = makeSecret(random)
  const endsAt = new Date(now.getTime() + hoursOf[purpose] * 3_600_000).toISOString()
  await trx.deleteFrom('clerk_invitation').where('ends_at', '<=', now.toISOString()).execute()
  if (clerk !== null) await trx.deleteFrom('clerk_invitation').where('clerk_id', '=', clerk).execute()
  await trx
    .insertInto('clerk_invitation')
    .values({ hash: hashOf(token), clerk_id: clerk, purpose, ends_at: endsAt })
    .execute()
  return { token, endsAt }
}

/** The way in for the first administrator, as long as there is none. */
export const inviteFirst = async (
  db: Db,
  by: { readonly random: RandomBytes; readonly now: Date },
): Promise<Made | undefined> =>
  (await hasAdministrator(db))
    ? undefined
    : db.transaction().execute((trx) => addInvitation(trx, null, 'first-administrator', by))

/** What a token of an invitation opens at a moment: nothing for who is suspended, or where a first administrator is there already. */
export const findInvitation = (db: Db, token: string, now: Date): Promise<KnownInvitation | undefined> =>
  findInvitationBy(db, hashOf(token), now)

/** The same by the hash of the token, where only that was kept. */
export async function findInvitationBy(
  db: Db,
  hash: string,
  now: Date,
): Promise<KnownInvitation | undefined> {
  const row = await db
    .selectFrom('clerk_invitation')
    .selectAll()
    .where('hash', '=', hash)
    .where('ends_at', '>', now.toISOString())
    .executeTakeFirst()
  if (!row || (row.clerk_id === null && (await hasAdministrator(db)))) return undefined
  const isSuspended = row.clerk_id !== null && (await clerkRow(db, row.clerk_id))?.suspended_at !== null
  return isSuspended ? undefined : toInvitation(row)
}

/** Uses an invitation up: those of the same clerk, or all for a first administrator, open nothing from then on. */
export async function useInvitation(trx: Trx, { clerk }: Pick<KnownInvitation, 'clerk'>): Promise<void> {
  const all = trx.deleteFrom('clerk_invitation')
  await (clerk === null ? all.where('clerk_id', 'is', null) : all.where('clerk_id', '=', clerk)).execute()
}

const toInvitation = ({ clerk_id, purpose, ends_at }: ClerkInvitationRow): KnownInvitation => ({
  clerk: clerk_id,
  purpose: invitationPurposes.find((one) => one === purpose) ?? 'invitation',
  endsAt: ends_at,
})
