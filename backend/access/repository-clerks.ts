import type { Db, Trx } from '../database/database.ts'
import { type ClerkGrant, type KnownClerk, toClerk, toGrant } from './clerk.ts'
import type { ClerkRow } from './tables.ts'

export async function findClerk(db: Db, id: string): Promise<KnownClerk | undefined> {
  const row = await clerkRow(db, id)
  return row && toClerk(row)
}

/** With what proves who they are; never leaves this domain. */
export const clerkRow = (db: Db, id: string): Promise<ClerkRow | undefined> =>
  db.selectFrom('clerk').selectAll().where('id', '=', id).executeTakeFirst()

/** By the address one signs in with, however it is written. */
export const clerkByEmail = (db: Db, email: string): Promise<ClerkRow | undefined> =>
  db.selectFrom('clerk').selectAll().where('email', '=', email.trim().toLowerCase()).executeTakeFirst()

/** What a clerk may do where, the installation first. */
export async function grantsOf(db: Db, clerk: string): Promise<readonly ClerkGrant[]> {
  const rows = await db
    .selectFrom('clerk_grant')
    .select(['authority_id', 'roles'])
    .where('clerk_id', '=', clerk)
    .orderBy('authority_id')
    .execute()
  return rows.map(toGrant)
}

interface NewClerk {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly grants: readonly ClerkGrant[]
}

export async function addClerk(trx: Trx, { id, name, email, grants }: NewClerk, at: string): Promise<void> {
  await trx.insertInto('clerk').values({ id, name, email, created_at: at }).execute()
  await saveGrants(trx, id, grants)
}

/** Puts these grants in the place of all that a clerk had. */
export async function saveGrants(trx: Trx, clerk: string, grants: readonly ClerkGrant[]): Promise<void> {
  await trx.deleteFrom('clerk_grant').where('clerk_id', '=', clerk).execute()
  const rows = grants
    .filter(({ roles }) => roles.length > 0)
    .map(({ authority, roles }) => ({
      clerk_id: clerk,
      authority_id: authority ?? '',
      roles: [...new Set(roles)].toSorted().join(' '),
    }))
  if (rows.length > 0) await trx.insertInto('clerk_grant').values(rows).execute()
}

export const savePassword = (trx: Trx, clerk: string, hash: string | null) =>
  trx.updateTable('clerk').set({ password_hash: hash }).where('id', '=', clerk).execute()

/** Clerks who administer an authority, or the installation (`null`), and are not suspended. */
export async function administratorsOf(db: Db, authority: string | null): Promise<readonly ClerkRow[]> {
  const rows = await db
    .selectFrom('clerk')
    .innerJoin('clerk_grant', 'clerk_grant.clerk_id', 'clerk.id')
    .selectAll('clerk')
    .select('clerk_grant.roles')
    .where('clerk_grant.authority_id', '=', authority ?? '')
    .where('clerk.suspended_at', 'is', null)
    .execute()
  return rows.filter(({ roles }) => roles.split(' ').includes('administrator'))
}

/** Whether anybody administers the installation who has a way in of their own, and not just an invitation. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  for (const row of await administratorsOf(db, null)) if (await hasWayIn(db, row)) return true
  return false
}

/** Whether a clerk has taken the invitation: by a password, a passkey, or a provider. */
export async function hasWayIn(db: Db, row: Pick<ClerkRow, 'id' | 'password_hash'>): Promise<boolean> {
  if (row.password_hash !== null) return true
  const of = (table: 'clerk_passkey' | 'clerk_subject') =>
    db.selectFrom(table).select('clerk_id').where('clerk_id', '=', row.id).limit(1).execute()
  return (await of('clerk_passkey')).length > 0 || (await of('clerk_subject')).length > 0
}
