import type { ClerkRole, Scope } from '@amtsweg/contract'

/** What somebody may do in one authority, or in all of them (null). */
export interface Grant {
  readonly authority: string | null
  readonly name: string
  readonly regionKey: string | null
  readonly roles: readonly ClerkRole[]
  readonly scopes: readonly Scope[]
  /** Whether the authority wants each change approved by a second clerk. */
  readonly fourEyes: boolean
}

/** Who is signed in, as `GET /api/v1/session` tells. */
export interface Session {
  readonly clerk: { readonly id: string; readonly name: string; readonly email: string }
  readonly grants: readonly Grant[]
}

const chosenKey = 'amt-desk-authority'

/** The grant that a visit begins with: the one chosen last in this tab, else the first. */
export function firstGrant({ grants }: Session): Grant | undefined {
  const last = sessionStorage.getItem(chosenKey)
  return grants.find((grant) => grantKey(grant) === last) ?? grants[0]
}

export const rememberGrant = (grant: Grant): void => sessionStorage.setItem(chosenKey, grantKey(grant))

/** What a grant is called in a form. */
export const grantKey = ({ authority }: Grant): string => authority ?? ''
