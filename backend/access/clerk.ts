import { type ClerkRole, clerkRoles, type Scope, scopesOfRoles } from '@amtsweg/contract'
import { listOf } from './authority.ts'
import type { ClerkGrantRow, ClerkRow } from './tables.ts'

/** Roles of a clerk in an authority; `authority: null` = in the whole installation. */
export interface ClerkGrant {
  readonly authority: string | null
  readonly roles: readonly ClerkRole[]
}

/** Somebody who can sign in. */
export interface KnownClerk {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly isSuspended: boolean
  readonly hasPassword: boolean
  readonly hasTotp: boolean
  readonly lastSeenOn: string | null
  readonly createdAt: string
}

export const toClerk = (row: ClerkRow): KnownClerk => ({
  id: row.id,
  name: row.name,
  email: row.email,
  isSuspended: row.suspended_at !== null,
  hasPassword: row.password_hash !== null,
  hasTotp: row.totp_secret !== null,
  lastSeenOn: row.last_seen_on,
  createdAt: row.created_at,
})

/** A role that a later version no longer knows gives nothing. */
export const toGrant = ({
  authority_id,
  roles,
}: Pick<ClerkGrantRow, 'authority_id' | 'roles'>): ClerkGrant => ({
  authority: authority_id || null,
  roles: listOf(roles).filter((role): role is ClerkRole => clerkRoles.includes(role as ClerkRole)),
})

/** What grants come to in one authority, or for the installation (`null`): those of the installation hold everywhere. */
export const scopesIn = (grants: readonly ClerkGrant[], authority: string | null): readonly Scope[] =>
  scopesOfRoles(
    grants
      .filter((grant) => grant.authority === null || grant.authority === authority)
      .flatMap(({ roles }) => roles),
  )

/** Whether a clerk may do anything there. */
export const isWithin = (grants: readonly ClerkGrant[], authority: string): boolean =>
  grants.some((grant) => grant.authority === null || grant.authority === authority)
