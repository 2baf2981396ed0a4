import type { Session, SessionGrant } from '@amtsweg/contract'

export type { Session, SessionGrant as Grant } from '@amtsweg/contract'

const chosenKey = 'amt-desk-authority'

/** The grant that a visit begins with: the one chosen last in this tab, else the first. */
export function firstGrant({ grants }: Session): SessionGrant | undefined {
  const last = sessionStorage.getItem(chosenKey)
  return grants.find((grant) => grantKey(grant) === last) ?? grants[0]
}

export const rememberGrant = (grant: SessionGrant): void => sessionStorage.setItem(chosenKey, grantKey(grant))

/** What a grant is called in a form. */
export const grantKey = ({ authority }: SessionGrant): string => authority ?? ''
