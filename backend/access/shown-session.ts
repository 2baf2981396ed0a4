import { scopesOfRoles, type Session, type SessionGrant } from '@amtsweg/contract'
import type { Db } from '../database/database.ts'
import type { ClerkGrant } from './clerk.ts'
import { findAuthority } from './repository.ts'
import { clerkRow, grantsOf } from './repository-clerks.ts'
import { factorsOf } from './repository-factors.ts'
import type { OpenSession } from './repository-sessions.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** A session as its clerk gets it; undefined where the clerk has gone meanwhile. */
export async function shownSession(
  db: Db,
  { id, clerk, endsAt }: OpenSession,
  { idleMinutes }: SignInSettings,
): Promise<Session | undefined> {
  const row = await clerkRow(db, clerk)
  if (!row) return undefined
  const grants = await Promise.all((await grantsOf(db, clerk)).map((grant) => shownGrant(db, grant)))
  return {
    id,
    clerk: { id: clerk, name: row.name, email: row.email },
    grants: grants.flatMap((grant) => grant ?? []),
    hasSecondFactor: (await factorsOf(db, clerk)).length > 0,
    ...{ idleMinutes, endsAt },
  }
}

/** Undefined where the authority has gone. */
async function shownGrant(db: Db, { authority: id, roles }: ClerkGrant): Promise<SessionGrant | undefined> {
  const held = { roles: [...roles], scopes: [...scopesOfRoles(roles)] }
  if (id === null) return { authority: null, name: '', regionKey: null, ...held, fourEyes: false }
  const authority = await findAuthority(db, id)
  if (!authority) return undefined
  const { regionKey, names, fourEyes } = authority
  return { authority: id, name: names['de'] ?? id, regionKey, ...held, fourEyes }
}
