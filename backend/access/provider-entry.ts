import type { Db, Trx } from '../database/database.ts'
import type { IdentityProvider, ProvenAccount } from './identity-provider.ts'
import { addClerk, clerkByEmail, clerkRow } from './repository-clerks.ts'
import { findInvitationBy, useInvitation } from './repository-invitations.ts'
import { endSessions } from './repository-sessions.ts'
import { clerkOfSubject, issuersOf, linkSubject } from './repository-subjects.ts'
import { makeId } from './secret.ts'
import type { RandomBytes } from './token.ts'

export type EntryRefusal = 'account-unknown' | 'already-taken' | 'invitation-invalid'

/** The clerk who comes in, and what of the trail tells that an account was linked. */
export interface Entry {
  readonly clerk: string
  readonly linked?: 'clerk.first' | 'account.invitation' | 'account.provider'
}

interface Coming {
  readonly account: ProvenAccount
  readonly provider: Pick<IdentityProvider, 'issuer' | 'isEmailTrusted'>
  /** Hash of the invitation by which somebody comes. */
  readonly invitation: string | undefined
  readonly now: Date
  readonly random: RandomBytes
}

/**
 * Whose a proven account is. Linked once: by an invitation; or by an address, where the operator trusts the provider with it and the
 * provider has verified it, for a clerk who has no other account there. All else is nobody's.
 */
export async function enterByProvider(trx: Trx, coming: Coming): Promise<Entry | EntryRefusal> {
  const { account, provider, invitation } = coming
  const subject = { issuer: provider.issuer, subject: account.subject }
  const known = await clerkOfSubject(trx, subject)
  if (invitation !== undefined) return byInvitation(trx, coming, known)
  if (known !== undefined) return (await isOpen(trx, known)) ? { clerk: known } : 'account-unknown'
  if (!provider.isEmailTrusted || !account.isEmailVerified || account.email === undefined)
    return 'account-unknown'
  const row = await clerkByEmail(trx, account.email)
  if (!row || row.suspended_at !== null) return 'account-unknown'
  if ((await issuersOf(trx, row.id)).includes(provider.issuer)) return 'account-unknown'
  await linkSubject(trx, row.id, subject)
  await useInvitation(trx, { clerk: row.id })
  return { clerk: row.id, linked: 'account.provider' }
}

async function byInvitation(
  trx: Trx,
  { account, provider, invitation = '', now, random }: Coming,
  known: string | undefined,
): Promise<Entry | EntryRefusal> {
  const found = await findInvitationBy(trx, invitation, now)
  if (!found) return 'invitation-invalid'
  if (known !== undefined && known !== found.clerk) return 'already-taken'
  const clerk = found.clerk ?? makeId(random)
  if (found.clerk === null) {
    const { email, name = email } = account
    if (email === undefined || name === undefined) return 'account-unknown'
    if (await clerkByEmail(trx, email)) return 'already-taken'
    const person = { id: clerk, name: name.slice(0, 120), email: email.toLowerCase() }
    const grants = [{ authority: null, roles: ['administrator' as const] }]
    await addClerk(trx, { ...person, grants }, now.toISOString())
  } else if (!(await isOpen(trx, clerk))) return 'account-unknown'
  await linkSubject(trx, clerk, { issuer: provider.issuer, subject: account.subject })
  await useInvitation(trx, found)
  await endSessions(trx, clerk)
  return { clerk, linked: found.clerk === null ? 'clerk.first' : 'account.invitation' }
}

const isOpen = async (db: Db, clerk: string) => (await clerkRow(db, clerk))?.suspended_at === null
