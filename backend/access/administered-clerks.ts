import type { Clerk, Grant } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { ClerkGrant } from './clerk.ts'
import { administratorsOf, clerkRow, grantsOf, hasAdministrator, hasWayIn } from './repository-clerks.ts'
import { factorsOf } from './repository-factors.ts'
import type { ClerkRow } from './tables.ts'

/** Whose clerks somebody looks after: those of an authority, or with null all. */
export interface Administered {
  readonly authority: string | null
  /** Shown even where the last grant has just been taken. */
  readonly isKnown?: boolean
}

/** A clerk as an administrator sees them: of an authority, the grants in it alone. Undefined where they have none there. */
async function viewOf(
  db: Db,
  row: ClerkRow,
  { authority, isKnown }: Administered,
): Promise<Clerk | undefined> {
  const all = await grantsOf(db, row.id)
  const own = authority === null ? all : all.filter((grant) => grant.authority === authority)
  if (authority !== null && own.length === 0 && !isKnown) return undefined
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    state: await stateOf(db, row),
    grants: own.map(shownGrant),
    isShared: own.length < all.length,
    hasSecondFactor: (await factorsOf(db, row.id)).length > 0,
    lastSeenOn: row.last_seen_on,
    createdAt: row.created_at,
  }
}

async function stateOf(db: Db, row: ClerkRow): Promise<Clerk['state']> {
  if (row.suspended_at !== null) return 'suspended'
  return (await hasWayIn(db, row)) ? 'active' : 'invited'
}

const shownGrant = ({ authority, roles }: ClerkGrant): Grant => ({ authority, roles: [...roles] })

/** Undefined where there is no such clerk, or none of theirs: nobody learns who works elsewhere. */
export async function administeredClerk(db: Db, id: string, of: Administered): Promise<Clerk | undefined> {
  const row = await clerkRow(db, id)
  return row && viewOf(db, row, of)
}

/** All clerks of an authority or of the installation, by name. */
export async function listClerks(db: Db, of: Administered): Promise<Clerk[]> {
  const rows = await db.selectFrom('clerk').selectAll().orderBy('name').orderBy('id').execute()
  const shown = await Promise.all(rows.map((row) => viewOf(db, row, of)))
  return shown.flatMap((one) => one ?? [])
}

/**
 * Whether somebody is left after a change to look after what this clerk did: of an authority anybody who is administrator,
 * also by the installation; of the installation somebody who can sign in.
 */
export async function isAdministered(db: Db, before: Clerk): Promise<boolean> {
  for (const { authority } of before.grants.filter(({ roles }) => roles.includes('administrator'))) {
    const isLeft =
      (await hasAdministrator(db)) ||
      (authority !== null && (await administratorsOf(db, authority)).length > 0)
    if (!isLeft) return false
  }
  return true
}
